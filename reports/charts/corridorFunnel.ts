import type { TopLevelSpec } from "vega-lite";
import { ineligibilityReasons } from "../../engine/ineligibility.ts";
import { FUNNEL } from "../../engine/result.ts";
import { type Analysis, sidesOf, titleOf } from "../analyse.ts";
import type { ReportText } from "../text/en.ts";
import type { Chart } from "./chart.ts";
import { brief, CONFIG, scenarioLegend, scenarioScale } from "./theme.ts";

/** Counts that are contained in others. */
const PARTS: readonly string[] = ["releasedApproved", "diedApproved", "handedOver"];

/**
 * Stages and ways out in the order of the pipeline, with every reason for which a request is ineligible; "transfers" and
 * "waiting" close it.
 */
function stagesOf({ runs }: Analysis): readonly string[] {
  const reasons = runs.flatMap(({ scenario }) => ineligibilityReasons(scenario.parameters, 0));
  const failing = [...new Set(reasons)].map((reason) => `failing.${reason}`);
  return [
    ...FUNNEL.filter((count) => !PARTS.includes(count)).flatMap((count) =>
      count === "ineligible" ? [count, ...failing] : [count],
    ),
    "transfers",
    "waiting",
  ];
}

/**
 * Requests on the first corridor and what becomes of them by the end, by scenario.
 *
 * @returns null without a corridor
 * @example
 * corridorFunnel(analysis, en)?.table.columns[0]; // => "Stage or way out"
 */
export function corridorFunnel(analysis: Analysis, text: ReportText): Chart | null {
  const { scenario } = analysis.runs[0];
  const { corridor } = sidesOf(scenario);
  if (corridor === null) {
    return null;
  }
  const words = text.charts.funnel;
  const titles = analysis.runs.map((run) => run.scenario.title);
  const stages = stagesOf(analysis);
  const cells = stages.map((stage) =>
    analysis.runs.map((_, run) => shownMean(analysis, corridor, run, stage, text)),
  );
  const cellOf = (stage: string, run: number) => cells[stages.indexOf(stage)]![run] as string;
  return {
    id: "corridor-funnel",
    question: words.question(titleOf(scenario.corridors, corridor), scenario.endDate),
    summary: words.summary(
      titles.map((title, run) => ({
        scenario: title,
        requests: cellOf("requests", run),
        transfers: cellOf("transfers", run),
        waiting: cellOf("waiting", run),
      })),
    ),
    panels: [{ id: "corridor-funnel-0", spec: funnelSpec(analysis, corridor, stages, text) }],
    legend: scenarioLegend(titles),
    note: "",
    table: {
      columns: [words.stage, ...titles],
      rows: stages.map((stage, i) => [text.measures.quantity(stage), ...cells[i]!]),
    },
  };
}

function shownMean(
  { runs, index }: Analysis,
  corridor: string,
  run: number,
  stage: string,
  text: ReportText,
): string {
  const row = index.last(runs[run]!.scenario.id, `corridor.${corridor}.${stage}`);
  return row === undefined ? "" : text.format.meanAndHalfWidth(row.mean, row.halfWidth, row.unit);
}

function funnelSpec(
  { runs, index }: Analysis,
  corridor: string,
  stages: readonly string[],
  text: ReportText,
) {
  const ids = runs.map(({ scenario }) => scenario.id);
  const values = ids
    .flatMap((scenario) =>
      stages.map((stage) => {
        const mean = index.last(scenario, `corridor.${corridor}.${stage}`)?.mean ?? 0;
        return {
          scenario,
          stage: text.measures.quantity(stage),
          mean: brief(mean),
          label: text.format.number(mean, mean > 0 && mean < 10 ? 1 : 0),
        };
      }),
    )
    .filter(({ stage }, _, all) => all.some((row) => row.stage === stage && row.mean > 0));
  const used = stages
    .map((stage) => text.measures.quantity(stage))
    .filter((stage) => values.some((row) => row.stage === stage));
  const y = {
    field: "stage",
    type: "nominal",
    title: null,
    sort: used,
    axis: { labelLimit: 0, ticks: false },
  } as const;
  const yOffset = { field: "scenario", type: "nominal", scale: { domain: ids } } as const;
  const x = {
    field: "mean",
    type: "quantitative",
    title: text.charts.funnel.axis,
    axis: { tickCount: 5 },
  } as const;
  return {
    description: text.charts.funnel.axis,
    width: 400,
    height: { step: ids.length > 2 ? 9 : 13, for: "offset" },
    config: CONFIG,
    data: { values },
    layer: [
      {
        mark: { type: "bar" },
        encoding: {
          y,
          yOffset,
          x,
          color: { field: "scenario", type: "nominal", scale: scenarioScale(ids), legend: null },
          tooltip: [
            { field: "stage", type: "nominal" },
            { field: "scenario", type: "nominal" },
            { field: "mean", type: "quantitative", format: ",.1f" },
          ],
        },
      },
      {
        mark: { type: "text", align: "left", dx: 3, fontSize: 8, color: "currentColor" },
        encoding: { y, yOffset, x, text: { field: "label", type: "nominal" } },
      },
    ],
  } satisfies TopLevelSpec;
}
