import type { TopLevelSpec } from "vega-lite";
import { type ForecastMethod, type SkillRecord, scoresOfMethod } from "../skill/skillRecord.ts";
import { skillTable } from "../skill/skillTable.ts";
import type { ReportText } from "../text/en.ts";
import type { Chart } from "./chart.ts";
import { brief, CONFIG, dashScale, scenarioLegend, scenarioScale } from "./theme.ts";

/** In the order of their lines; the grey line is the simplest forecast. */
const METHODS: readonly ForecastMethod[] = ["naive", "model", "drift", "ets", "combination"];

/** Forecasts that the model is set against. */
const PEERS: readonly ForecastMethod[] = ["naive", "drift", "ets"];

/**
 * Mean absolute error by years ahead, the model beside simple forecasts: once with all forecasts, once without the
 * targets of the shock, on one scale.
 *
 * @example
 * skillByHorizon(record, words).panels.length; // => 2
 */
export function skillByHorizon(record: SkillRecord, text: ReportText): Chart {
  const words = text.skill;
  const most = Math.max(...record.scores.map(({ mape }) => mape));
  const panel = (withShock: boolean) => ({
    id: withShock ? "skill-all" : "skill-without-shock",
    spec: errorSpec(record, withShock, Math.ceil(most * 20) / 20, text),
  });
  return {
    id: "skill-by-horizon",
    question: words.question,
    summary: words.summary(endsOf(record)),
    panels: [panel(false), panel(true)],
    legend: scenarioLegend(METHODS.map((method) => words.METHODS[method])),
    note: words.chartNote,
    table: skillTable(record, text),
  };
}

/** Errors at the shortest and the longest horizon. */
function endsOf(record: SkillRecord) {
  const without = scoresOfMethod(record, "model", false);
  return [...new Set([without.at(0), without.at(-1)])].flatMap((score) => {
    if (score === undefined) return [];
    const at = (method: ForecastMethod, withShock: boolean): number =>
      scoresOfMethod(record, method, withShock).find((one) => one.horizonYears === score.horizonYears)
        ?.mape ?? Number.NaN;
    return [
      {
        years: score.horizonYears,
        without: score.mape,
        with: at("model", true),
        best: Math.min(...PEERS.map((method) => at(method, false))),
      },
    ];
  });
}

function errorSpec(record: SkillRecord, withShock: boolean, highest: number, text: ReportText) {
  const words = text.skill;
  const title = withShock ? words.panels.withShock : words.panels.withoutShock;
  return {
    title,
    description: `${words.question} ${title}`,
    width: 250,
    height: 170,
    config: CONFIG,
    data: {
      values: METHODS.flatMap((method) =>
        scoresOfMethod(record, method, withShock).map(({ horizonYears, mape }) => ({
          scenario: method,
          method: words.METHODS[method],
          years: horizonYears,
          error: brief(mape),
        })),
      ),
    },
    mark: { type: "line", strokeWidth: 1.8, point: true },
    encoding: {
      x: {
        field: "years",
        type: "quantitative",
        title: words.yearsTitle,
        axis: { format: "d", values: [1, 2, 3, 4, 5], grid: false },
        scale: { domain: [1, 5], nice: false },
      },
      y: {
        field: "error",
        type: "quantitative",
        title: words.errorTitle,
        axis: { format: "%", tickCount: 5 },
        scale: { domain: [0, highest] },
      },
      color: { field: "scenario", type: "nominal", scale: scenarioScale(METHODS), legend: null },
      strokeDash: { field: "scenario", type: "nominal", scale: dashScale(METHODS), legend: null },
      tooltip: [
        { field: "method", type: "nominal", title: words.methodTitle },
        { field: "years", type: "quantitative", title: words.yearsTitle },
        { field: "error", type: "quantitative", format: ".1%", title: words.errorTitle },
      ],
    },
  } satisfies TopLevelSpec;
}
