import type { TopLevelSpec } from "vega-lite";
import type { InstitutionDescription } from "../../scenarios/compiledScenario.ts";
import { type Analysis, sidesOf } from "../analyse.ts";
import { capacityTerm } from "../capacityTerm.ts";
import { type QuarterOccupancy, quarterlyOccupancies, ratedInstitutions } from "../institutionOccupancy.ts";
import type { ReportText } from "../text/en.ts";
import type { Chart } from "./chart.ts";
import { CHOSEN_INSTITUTION, onlyChosen } from "./chosenInstitution.ts";
import { institutionLabel } from "./short.ts";
import { CONFIG, OCCUPANCY_BOUNDS, OCCUPANCY_COLOURS } from "./theme.ts";

interface HeatRow {
  readonly institution: InstitutionDescription;
  readonly label: string;
  readonly quarters: readonly QuarterOccupancy[];
}

/**
 * Institutions of the sending system x quarters, coloured by mean occupancy in the base; the fullest at the end
 * stands first.
 *
 * @example
 * occupancyHeatMap(analysis, en)?.table.rows.length; // => 122 (institutions)
 */
export function occupancyHeatMap(analysis: Analysis, text: ReportText): Chart | null {
  const run = analysis.runs[0];
  const { sending } = sidesOf(run.scenario);
  const institutions = ratedInstitutions(run, sending);
  const quarterly = quarterlyOccupancies(run, institutions);
  const rows = institutions
    .map((institution, i): HeatRow => {
      return { institution, label: institutionLabel(institution), quarters: quarterly[i]! };
    })
    .filter(({ quarters }) => quarters.length > 0)
    .sort((a, b) => lastOf(b) - lastOf(a));
  if (rows.length === 0) {
    return null;
  }
  const capacity = capacityTerm([run.scenario], [sending], text);
  return {
    id: "institution-heat-map",
    question: text.charts.heatMap.question(run.scenario.title, capacity.name),
    summary: text.charts.heatMap.summary(
      rows.length,
      rows.filter((row) => lastOf(row) > 1).length,
      rows.filter((row) => lastOf(row) > 1.3).length,
      capacity.name,
    ),
    panels: [{ id: "institution-heat-map-0", spec: heatMapSpec(rows, text) }],
    legend: [],
    note: [hasGaps(rows) ? text.charts.heatMap.gaps : "", capacity.note].filter(Boolean).join(". "),
    table: {
      columns: text.charts.heatMap.columns,
      rows: rows.map((row) => tableRow(row, text)),
    },
  };
}

function lastOf(row: HeatRow): number {
  return row.quarters.at(-1)!.occupancy;
}

function tableRow(row: HeatRow, text: ReportText): string[] {
  const cell = (amount: number) => text.format.value(amount, "ratio");
  const highest = Math.max(...row.quarters.map(({ occupancy }) => occupancy));
  const { level } = row.institution;
  return [
    row.label,
    text.measures.level(level),
    cell(row.quarters[0]!.occupancy),
    cell(lastOf(row)),
    cell(highest),
  ];
}

function quartersOf(rows: readonly HeatRow[]): string[] {
  return [...new Set(rows.flatMap((row) => row.quarters.map(({ quarter }) => quarter)))].sort();
}

/** Whether an institution has quarters without a capacity. */
function hasGaps(rows: readonly HeatRow[]): boolean {
  const all = quartersOf(rows).length;
  return rows.some((row) => row.quarters.length < all);
}

/** Name of the band that `datum.o` falls in, as an expression of the chart: kept out of the embedded data. */
function bandExpression(bands: readonly string[]): string {
  return OCCUPANCY_BOUNDS.reduceRight<string>(
    (otherwise, bound, i) => `datum.o > ${bound} ? ${otherwise} : ${JSON.stringify(bands[i])}`,
    JSON.stringify(bands.at(-1)),
  );
}

function heatMapSpec(rows: readonly HeatRow[], text: ReportText) {
  const bands = text.charts.heatMap.bands;
  const quarters = quartersOf(rows);
  const values = rows.map(({ institution, label, quarters: known }) => {
    const occupancy = new Map(known.map((one) => [one.quarter, Number(one.occupancy.toFixed(3))]));
    return {
      id: institution.id,
      i: label,
      o: quarters.map((quarter) => occupancy.get(quarter) ?? null),
    };
  });
  const y = {
    field: "i",
    type: "nominal",
    title: null,
    sort: rows.map(({ label }) => label),
    axis: { labelFontSize: rows.length > 60 ? 9 : 10, labelLimit: 0, ticks: false },
  } as const;
  const cells = Math.max(4, Math.min(16, Math.floor(580 / quarters.length)));
  return {
    description: text.charts.heatMap.legend,
    width: cells * quarters.length,
    height: { step: rows.length > 60 ? 11 : 15 },
    config: CONFIG,
    view: { fill: "currentColor", fillOpacity: 0.2 },
    params: [CHOSEN_INSTITUTION],
    data: { values },
    layer: [
      {
        transform: [
          { calculate: JSON.stringify(quarters), as: "q" },
          { flatten: ["q", "o"] },
          { filter: "isValid(datum.o)" },
          { calculate: bandExpression(bands), as: "b" },
        ],
        mark: { type: "rect", cursor: "pointer" },
        encoding: {
          x: {
            field: "q",
            type: "ordinal",
            title: null,
            sort: quarters,
            axis: {
              values: quarters.filter((quarter) => quarter.endsWith("Q1")),
              labelExpr: "slice(datum.label, 0, 4)",
              labelAngle: 0,
              labelOverlap: true,
              orient: "top",
            },
          },
          y,
          color: {
            field: "b",
            type: "nominal",
            title: text.charts.heatMap.legend,
            scale: { domain: bands, range: [...OCCUPANCY_COLOURS] },
            legend: { orient: "top", direction: "horizontal", columns: 3, symbolType: "square" },
          },
          tooltip: [
            { field: "i", type: "nominal", title: text.charts.heatMap.columns[0] as string },
            { field: "q", type: "nominal" },
            { field: "o", type: "quantitative", format: ".1%", title: text.charts.heatMap.legend },
          ],
        },
      },
      {
        transform: [onlyChosen],
        mark: { type: "rect", filled: false, stroke: "currentColor", strokeWidth: 3 },
        encoding: { y },
      },
    ],
  } satisfies TopLevelSpec;
}
