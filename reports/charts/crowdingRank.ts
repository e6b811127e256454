import type { TopLevelSpec } from "vega-lite";
import { type Analysis, sidesOf } from "../analyse.ts";
import { capacityTerm } from "../capacityTerm.ts";
import { type CrowdingRisk, crowdingRanking } from "../institutionOccupancy.ts";
import type { ReportText } from "../text/en.ts";
import type { Chart } from "./chart.ts";
import { CHOSEN_INSTITUTION, onlyChosen } from "./chosenInstitution.ts";
import { institutionLabel } from "./short.ts";
import { brief, CONFIG } from "./theme.ts";

const MOST_BARS = 20;
const BAR_COLOUR = "#d55e00";

/**
 * Institutions of the sending system that are most likely above 130 % of capacity at the end of the base,
 * with Wilson's interval of that chance, and the days that they stand above it over the run.
 *
 * @example
 * crowdingRank(analysis, en).table.rows[0]; // => ["USP Atwater", "83 %", "74 % to 89 %", "1,204", "95"]
 */
export function crowdingRank(analysis: Analysis, text: ReportText): Chart {
  const run = analysis.runs[0];
  const { sending } = sidesOf(run.scenario);
  const risks = crowdingRanking(run, sending, analysis.level);
  const capacity = capacityTerm([run.scenario], [sending], text);
  const top = risks.slice(0, MOST_BARS);
  const words = text.charts.rank;
  const date = run.scenario.endDate;
  return {
    id: "crowding-rank",
    question: words.question(date, capacity.name),
    summary: words.summary(
      top.map(({ institution, ...risk }) => ({ name: institution.name, ...risk })),
      analysis.level,
      capacity.name,
    ),
    panels:
      top.length === 0
        ? []
        : [
            ...(top[0]!.share > 0
              ? [{ id: "crowding-rank-chance", spec: chanceSpec(top, words.probability(date)) }]
              : []),
            { id: "crowding-rank-days", spec: daysSpec(top, words.days) },
          ],
    legend: [],
    note: capacity.note,
    table: { columns: words.columns(analysis.level), rows: risks.map((risk) => tableRow(risk, text)) },
  };
}

function tableRow(risk: CrowdingRisk, text: ReportText): string[] {
  const { probability, number } = text.format;
  return [
    risk.institution.name,
    probability(risk.share),
    `${probability(risk.low)} – ${probability(risk.high)}`,
    number(risk.days),
    risk.daysHalfWidth === null ? "" : number(risk.daysHalfWidth),
  ];
}

function nameAxis(risks: readonly CrowdingRisk[]) {
  return {
    field: "name",
    type: "nominal" as const,
    title: null,
    sort: risks.map(({ institution }) => institutionLabel(institution, 20)),
    axis: { labelLimit: 0, ticks: false },
  };
}

/** A frame around the chosen institution. */
function chosenRow(y: ReturnType<typeof nameAxis>) {
  return {
    transform: [onlyChosen],
    mark: { type: "rect" as const, filled: false, stroke: "currentColor", strokeWidth: 2 },
    encoding: { y },
  };
}

function chanceSpec(risks: readonly CrowdingRisk[], title: string) {
  const y = nameAxis(risks);
  const x = {
    field: "share",
    type: "quantitative" as const,
    title: null,
    axis: { format: "%", tickCount: 5 },
  };
  const tooltip = [
    { field: "name", type: "nominal" as const },
    { field: "share", type: "quantitative" as const, format: ".0%" },
    { field: "low", type: "quantitative" as const, format: ".0%" },
    { field: "high", type: "quantitative" as const, format: ".0%" },
  ];
  return {
    title,
    description: title,
    width: 190,
    height: { step: 17 },
    config: CONFIG,
    data: {
      values: risks.map(({ institution, share, low, high }) => ({
        id: institution.id,
        name: institutionLabel(institution, 20),
        share: brief(share),
        low: brief(low),
        high: brief(high),
      })),
    },
    params: [CHOSEN_INSTITUTION],
    layer: [
      {
        mark: { type: "bar", color: BAR_COLOUR, opacity: 0.55, height: { band: 0.7 }, cursor: "pointer" },
        encoding: { y, x: { ...x, scale: { domain: [0, 1] } }, tooltip },
      },
      {
        mark: { type: "rule", color: "currentColor" },
        encoding: { y, x: { field: "low", type: "quantitative" }, x2: { field: "high" } },
      },
      chosenRow(y),
    ],
  } satisfies TopLevelSpec;
}

function daysSpec(risks: readonly CrowdingRisk[], title: string) {
  const y = nameAxis(risks);
  return {
    title,
    description: title,
    width: 190,
    height: { step: 17 },
    config: CONFIG,
    data: {
      values: risks.map(({ institution, days }) => ({
        id: institution.id,
        name: institutionLabel(institution, 20),
        days: brief(days),
      })),
    },
    params: [CHOSEN_INSTITUTION],
    layer: [
      {
        mark: { type: "bar", color: BAR_COLOUR, opacity: 0.8, height: { band: 0.7 }, cursor: "pointer" },
        encoding: {
          y,
          x: { field: "days", type: "quantitative", title: null, axis: { tickCount: 4 } },
          tooltip: [
            { field: "name", type: "nominal" },
            { field: "days", type: "quantitative", format: ",.0f" },
          ],
        },
      },
      chosenRow(y),
    ],
  } satisfies TopLevelSpec;
}
