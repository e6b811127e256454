import type { Analysis } from "../analyse.ts";
import { capacityTerm } from "../capacityTerm.ts";
import type { SummaryRow } from "../rows.ts";
import type { ReportText } from "../text/en.ts";
import type { Chart, ReportTable } from "./chart.ts";
import { type FanPoint, fanSpec } from "./fanSpec.ts";
import { type OccupancyPanel, occupancyPanels } from "./occupancyPanels.ts";
import { brief, briefYear, scenarioLegend } from "./theme.ts";

/** Most dates that one line is drawn with. */
const MOST_DATES = 61;

/**
 * Occupancy over time, one drawing for each system and level: median, 50 % and 90 % bands of outcomes of the
 * base, medians of the other scenarios, and lines at 100 and 130 % of capacity.
 *
 * @example
 * occupancyFan(analysis, en)?.panels.length; // => 9
 */
export function occupancyFan(analysis: Analysis, text: ReportText): Chart | null {
  const panels = occupancyPanels(analysis, text);
  if (panels.length === 0) {
    return null;
  }
  const points = panels.map((panel) => pointsOf(analysis, panel.measure));
  const range = yRange(points.flat());
  const scenarios = analysis.runs.map(({ scenario }) => scenario);
  const ids = scenarios.map(({ id }) => id);
  const systems = scenarios[0]?.systems.map(({ id }) => id) ?? [];
  const capacity = capacityTerm(scenarios, systems, text);
  const { question, yTitle, bands } = text.charts.fan;
  const words = { description: question, yTitle: yTitle(capacity.name) };
  return {
    id: "occupancy-fan",
    question,
    summary: summaryOf(analysis, panels, text),
    panels: panels.map((panel, i) => ({
      id: `occupancy-fan-${i}`,
      spec: fanSpec(panel.title, points[i]!, ids, range, words),
    })),
    legend: scenarioLegend(scenarios.map(({ title }) => title)),
    note: [bands, capacity.note].filter(Boolean).join(". "),
    table: tableOf(analysis, panels, text),
  };
}

/** At most {@link MOST_DATES} of the rows, with the first and the last. */
export function thinned<Row>(rows: readonly Row[]): Row[] {
  const step = Math.ceil(rows.length / MOST_DATES);
  return rows.filter((_, i) => (rows.length - 1 - i) % step === 0 || i === 0);
}

function pointsOf({ runs, index }: Analysis, measure: string): FanPoint[] {
  return runs.flatMap(({ scenario }, run) =>
    thinned(index.series(scenario.id, measure)).map((row) => pointOf(scenario.id, row, run === 0)),
  );
}

function pointOf(scenario: string, row: SummaryRow, withBands: boolean): FanPoint {
  const date = row.at ?? row.window[1];
  const quantile = (name: keyof SummaryRow["quantiles"]) => brief(row.quantiles[name]);
  const point = { scenario, date, year: briefYear(date), q50: quantile("0.5") };
  return withBands
    ? {
        ...point,
        q05: quantile("0.05"),
        q25: quantile("0.25"),
        q75: quantile("0.75"),
        q95: quantile("0.95"),
      }
    : point;
}

function yRange(points: readonly FanPoint[]): [number, number] {
  const low = Math.min(1, ...points.map((point) => point.q05 ?? point.q50));
  const high = Math.max(1.35, ...points.map((point) => point.q95 ?? point.q50));
  return [Math.floor(low * 20 - 0.5) / 20, Math.ceil(high * 20) / 20];
}

function summaryOf({ runs, index }: Analysis, panels: readonly OccupancyPanel[], text: ReportText): string {
  const { id, title } = runs[0].scenario;
  return text.charts.fan.summary(
    title,
    panels.map((panel) => {
      const series = index.series(id, panel.measure);
      const [first, last] = [series[0]!.quantiles, series.at(-1)!.quantiles];
      return {
        title: panel.title,
        start: first["0.5"],
        end: last["0.5"],
        low: last["0.05"],
        high: last["0.95"],
      };
    }),
  );
}

/** First and last date of every line; the whole series is in the result files. */
function tableOf(
  { runs, index }: Analysis,
  panels: readonly OccupancyPanel[],
  text: ReportText,
): ReportTable {
  const cell = (amount: number) => text.format.value(amount, "ratio");
  const rows = panels.flatMap((panel) =>
    runs.flatMap(({ scenario }) => {
      const series = index.series(scenario.id, panel.measure);
      return [series[0], series.at(-1)].flatMap((row) =>
        row === undefined
          ? []
          : [
              [
                panel.title,
                scenario.title,
                row.at ?? "",
                cell(row.quantiles["0.5"]),
                cell(row.quantiles["0.05"]),
                cell(row.quantiles["0.95"]),
              ],
            ],
      );
    }),
  );
  return { columns: text.charts.fan.columns, rows };
}
