import type { TopLevelSpec } from "vega-lite";
import { THRESHOLDS } from "../../engine/result.ts";
import { wilsonInterval } from "../../engine/statistics/wilsonInterval.ts";
import type { Analysis } from "../analyse.ts";
import { capacityTerm } from "../capacityTerm.ts";
import { columnsOf } from "../columnsOf.ts";
import type { ScenarioRun } from "../compare.ts";
import { measureReader } from "../measures.ts";
import { inReplicationOrder } from "../results.ts";
import type { ReportText } from "../text/en.ts";
import type { Chart, ReportTable } from "./chart.ts";
import { columnar } from "./columnar.ts";
import { type OccupancyPanel, occupancyPanels } from "./occupancyPanels.ts";
import { short } from "./short.ts";
import { brief, CONFIG, dashScale, scenarioLegend, scenarioScale } from "./theme.ts";

/** One scenario at one occupancy. */
interface CurvePoint {
  readonly scenario: string;
  readonly occupancy: number;
  readonly share: number;
}

/**
 * Exceedance: the share of replications in which the occupancy at the end is above x, for each system and level and
 * every scenario. It is the share of outcomes of the model, not a confidence interval; the table has Wilson's.
 *
 * @returns null without a system that has a capacity
 * @example
 * exceedanceCurves(analysis, en)?.panels.length; // => 9
 */
export function exceedanceCurves(analysis: Analysis, text: ReportText): Chart | null {
  const panels = occupancyPanels(analysis, text);
  if (panels.length === 0) {
    return null;
  }
  const scenarios = analysis.runs.map(({ scenario }) => scenario);
  const systems = scenarios[0]?.systems.map(({ id }) => id) ?? [];
  const capacity = capacityTerm(scenarios, systems, text);
  const words = text.charts.exceedance;
  const ids = scenarios.map(({ id }) => id);
  const ends = analysis.runs.map((run) => endsOf(run, panels));
  const { endDate } = scenarios[0]!;
  return {
    id: "exceedance",
    question: words.question(endDate),
    summary: summaryOf(scenarios[0]!.title, panels, ends[0]!, text),
    panels: panels.map((panel, i) => ({
      id: `exceedance-${i}`,
      spec: curveSpec(
        panel,
        ends.flatMap((ofRun) => ofRun[i]!.curve),
        ids,
        {
          description: words.question(endDate),
          x: words.x(capacity.name),
          y: words.y,
        },
      ),
    })),
    legend: scenarioLegend(scenarios.map(({ title }) => title)),
    note: [words.note(Math.min(...analysis.runs.map(({ results }) => results.length))), capacity.note]
      .filter(Boolean)
      .join(". "),
    table: tableOf(analysis, panels, ends, text),
  };
}

/** Where a system or level ends in the replications of one scenario. */
interface Ends {
  /** Replications in which it has an occupancy. */
  readonly count: number;
  /** Replications that end above each threshold. */
  readonly above: ReadonlyMap<number, number>;
  readonly curve: readonly CurvePoint[];
}

/** {@link Ends} of each panel. */
function endsOf({ scenario, results }: ScenarioRun, panels: readonly OccupancyPanel[]): Ends[] {
  const last = scenario.parameters.gridDays.length - 1;
  const columns = columnsOf(inReplicationOrder(results), panels, ({ measure }) =>
    measureReader(scenario, measure, last),
  );
  return Array.from(columns, ([, all]) => {
    const values = all.filter(Number.isFinite).sort();
    const above = (threshold: number) => values.filter((value) => value > threshold).length;
    return {
      count: values.length,
      above: new Map(THRESHOLDS.map((threshold) => [threshold, above(threshold)])),
      curve: curveOf(scenario.id, values),
    };
  });
}

/**
 * Steps of the share above: it falls by 1 / n at every outcome.
 *
 * @param values ascending
 */
function curveOf(scenario: string, values: Float64Array): CurvePoint[] {
  const steps = Array.from(thinnedSteps(values.length), (i) => ({
    scenario,
    occupancy: brief(values[i]!),
    share: brief(1 - (i + 1) / values.length),
  }));
  return values.length === 0 ? [] : [{ scenario, occupancy: brief(values[0]!), share: 1 }, ...steps];
}

const MOST_STEPS = 80;

function thinnedSteps(count: number): number[] {
  const step = Math.ceil(count / MOST_STEPS);
  return Array.from({ length: count }, (_, i) => i).filter((i) => (count - 1 - i) % step === 0);
}

function curveSpec(
  panel: OccupancyPanel,
  points: readonly CurvePoint[],
  ids: readonly string[],
  words: { readonly description: string; readonly x: string; readonly y: string },
) {
  const data = columnar(
    "scenario",
    points.map((point) => ({ ...point })),
  );
  const low = Math.min(...points.map(({ occupancy }) => occupancy));
  const high = Math.max(...points.map(({ occupancy }) => occupancy));
  const domain = [Math.floor(low * 20) / 20, Math.ceil(high * 20 + 0.01) / 20];
  const limits = THRESHOLDS.filter((limit) => limit >= domain[0]! && limit <= domain[1]!);
  return {
    title: short(panel.title, 44),
    description: `${words.description} ${panel.title}`,
    width: 250,
    height: 150,
    config: CONFIG,
    layer: [
      {
        data: { values: limits.map((limit) => ({ limit })) },
        mark: { type: "rule", strokeDash: [3, 3], opacity: 0.75, color: "currentColor" },
        encoding: { x: { field: "limit", type: "quantitative", scale: { domain } } },
      },
      {
        data: { values: data.values },
        transform: data.unpack,
        mark: { type: "line", interpolate: "step-after", strokeWidth: 1.8 },
        encoding: {
          x: {
            field: "occupancy",
            type: "quantitative",
            title: words.x,
            axis: { format: "%", tickCount: 5, grid: false },
            scale: { zero: false, nice: false, domain },
          },
          y: {
            field: "share",
            type: "quantitative",
            title: words.y,
            axis: { format: "%", tickCount: 5 },
            scale: { domain: [0, 1] },
          },
          color: { field: "scenario", type: "nominal", scale: scenarioScale(ids), legend: null },
          strokeDash: { field: "scenario", type: "nominal", scale: dashScale(ids), legend: null },
        },
      },
    ],
  } satisfies TopLevelSpec;
}

function summaryOf(
  scenario: string,
  panels: readonly OccupancyPanel[],
  ends: readonly Ends[],
  text: ReportText,
): string {
  return text.charts.exceedance.summary(
    scenario,
    panels.flatMap(({ title }, i) => {
      const { count, above } = ends[i]!;
      return count === 0 ? [] : [{ title, full: above.get(1)! / count, crowded: above.get(1.3)! / count }];
    }),
  );
}

/** @param ends by scenario and panel */
function tableOf(
  { runs, level }: Analysis,
  panels: readonly OccupancyPanel[],
  ends: readonly (readonly Ends[])[],
  text: ReportText,
): ReportTable {
  const rows = panels.flatMap(({ title }, i) =>
    runs.flatMap((run, r) => {
      const { count, above } = ends[r]![i]!;
      if (count === 0) return [];
      const cells = THRESHOLDS.map((threshold) =>
        text.charts.exceedance.cell(wilsonInterval(above.get(threshold)!, count, level)),
      );
      return [[title, run.scenario.title, ...cells]];
    }),
  );
  return { columns: text.charts.exceedance.columns(THRESHOLDS, level), rows };
}
