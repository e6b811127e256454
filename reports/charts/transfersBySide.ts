import type { TopLevelSpec } from "vega-lite";
import { type Analysis, sidesOf, titleOf } from "../analyse.ts";
import type { DifferenceRow, SummaryRow } from "../rows.ts";
import type { ReportText } from "../text/en.ts";
import type { Chart, Panel } from "./chart.ts";
import { columnar } from "./columnar.ts";
import { thinned } from "./occupancyFan.ts";
import { brief, briefYear, CONFIG, dashScale, scenarioLegend, scenarioScale } from "./theme.ts";

/**
 * Both ends of the first corridor: people handed over since the start, and the change in the number of people
 * inside on each side against the base, with the interval of the mean.
 *
 * @returns null without a corridor
 * @example
 * transfersBySide(analysis, en)?.panels.length; // => 3
 */
export function transfersBySide(analysis: Analysis, text: ReportText): Chart | null {
  const { scenario } = analysis.runs[0];
  const { corridor } = sidesOf(scenario);
  if (corridor === null) {
    return null;
  }
  const words = text.charts.sides;
  return {
    id: "transfers-by-side",
    question: words.question,
    summary: words.summary(analysis.runs.map((_, run) => sentenceParts(analysis, run, text))),
    panels: panelsOf(analysis, corridor, text),
    legend: scenarioLegend(analysis.runs.map((run) => run.scenario.title)),
    note: words.ribbon(analysis.level),
    table: {
      columns: words.columns,
      rows: analysis.runs.map((_, run) => {
        const { scenario: title, transfers, sending, receiving } = sentenceParts(analysis, run, text);
        return [title, transfers, sending, receiving];
      }),
    },
  };
}

function sentenceParts({ runs, index }: Analysis, run: number, text: ReportText) {
  const { scenario } = runs[run]!;
  const { corridor, sending, receiving } = sidesOf(runs[0].scenario);
  const transfers = index.last(scenario.id, `corridor.${corridor}.transfers`);
  const change = (system: string | null) => {
    const row = system === null ? undefined : index.lastDifference(scenario.id, `${system}.system.stock`);
    if (row === undefined) {
      return run === 0 ? text.charts.sides.isBase : "";
    }
    return row.identical
      ? text.page.labels.identical
      : text.format.meanAndHalfWidth(row.mean, row.halfWidth, row.unit, true);
  };
  return {
    scenario: scenario.title,
    transfers:
      transfers === undefined
        ? ""
        : text.format.meanAndHalfWidth(transfers.mean, transfers.halfWidth, transfers.unit),
    sending: change(sending),
    receiving: change(receiving),
  };
}

function panelsOf({ runs, index }: Analysis, corridor: string, text: ReportText): Panel[] {
  const { scenario } = runs[0];
  const { sending, receiving } = sidesOf(scenario);
  const ids = runs.map((run) => run.scenario.id);
  const words = text.charts.sides;
  const lines: { id: string; title: string; rows: readonly (SummaryRow | DifferenceRow)[] }[] = [
    {
      id: "handed-over",
      title: words.transfers,
      rows: ids.flatMap((id) => thinned(index.series(id, `corridor.${corridor}.transfers`))),
    },
    ...[sending, receiving]
      .filter((system) => system !== null)
      .map((system) => ({
        id: `stock-${system}`,
        title: words.stockChange(titleOf(scenario.systems, system)),
        rows: ids.slice(1).flatMap((id) => thinned(index.differences(id, `${system}.system.stock`))),
      })),
  ];
  return lines
    .filter(({ rows }) => rows.length > 0)
    .map(({ id, title, rows }) => ({ id: `transfers-by-side-${id}`, spec: lineSpec(title, rows, ids) }));
}

/** Title in lines of at most 44 characters, so that it stays within a phone's width. */
function wrapped(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 44) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function lineSpec(title: string, rows: readonly (SummaryRow | DifferenceRow)[], ids: readonly string[]) {
  const data = columnar("scenario", rows.map(pointOf));
  const x = {
    field: "year",
    type: "quantitative",
    title: null,
    axis: { format: "d", tickCount: 5, grid: false },
    scale: { zero: false, nice: false },
  } as const;
  const color = { field: "scenario", type: "nominal", scale: scenarioScale(ids), legend: null } as const;
  return {
    title: wrapped(title),
    description: title,
    width: 270,
    height: 180,
    config: CONFIG,
    data: { values: data.values },
    transform: data.unpack,
    layer: [
      {
        mark: { type: "area", opacity: 0.2 },
        encoding: { x, y: { field: "low", type: "quantitative", title: null }, y2: { field: "high" }, color },
      },
      {
        mark: { type: "line", strokeWidth: 1.8 },
        encoding: {
          x,
          y: { field: "mean", type: "quantitative", title: null },
          color,
          strokeDash: { field: "scenario", type: "nominal", scale: dashScale(ids), legend: null },
        },
      },
      {
        mark: { type: "point", opacity: 0, size: 120 },
        encoding: {
          x,
          y: { field: "mean", type: "quantitative" },
          tooltip: [
            { field: "scenario", type: "nominal" },
            { field: "date", type: "nominal" },
            { field: "mean", type: "quantitative", format: ",.1f" },
            { field: "low", type: "quantitative", format: ",.1f" },
            { field: "high", type: "quantitative", format: ",.1f" },
          ],
        },
      },
    ],
  } satisfies TopLevelSpec;
}

function pointOf(row: SummaryRow | DifferenceRow) {
  const date = row.at ?? row.window[1];
  const half = row.halfWidth ?? 0;
  return {
    scenario: row.scenario,
    date,
    year: briefYear(date),
    mean: brief(row.mean),
    low: brief(row.mean - half),
    high: brief(row.mean + half),
  };
}
