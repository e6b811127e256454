import {
  barsOf,
  crowdingErrors,
  LEVELS,
  modelErrors,
  relativeError,
  type ScoredForecast,
  type SkillRow,
  type SystemRecord,
  skillRows,
} from "../experiments/index.ts";
import { textTable } from "./textTable.ts";

/** How the forecasts were made. */
export interface BacktestRun {
  readonly replications: number;
  readonly seed: string;
}

export type BacktestDocument = ReturnType<typeof backtestDocument>;

/** The skill record as plain data. */
export function backtestDocument(
  record: SystemRecord,
  forecasts: readonly ScoredForecast[],
  run: BacktestRun,
) {
  const skill = skillRows(forecasts);
  const crowding = crowdingErrors(record.history, forecasts);
  return {
    system: "us",
    series: "history-us",
    ...run,
    bars: barsOf(skill, crowding),
    skill,
    crowding,
    modelError: modelErrors(forecasts),
    forecasts: forecasts.map((forecast) => ({
      method: forecast.method,
      origin: forecast.origin,
      horizon: forecast.horizon,
      point: forecast.point,
      observed: forecast.observed,
      error: relativeError(forecast),
    })),
  };
}

/** Columns of the table of scores. */
export const SKILL_COLUMNS = [
  "years",
  "forecast",
  "n",
  "MAPE %",
  "bias %",
  "CRPS",
  ...LEVELS.map((level) => `in ${100 * level} %`),
  "MAPE % without 2020-21",
] as const;

/** One line for each horizon and method. */
export function skillCells({ skill }: { readonly skill: readonly SkillRow[] }): string[][] {
  return skill.flatMap(({ method, horizon, all, withoutShock }) =>
    all === null
      ? []
      : [
          [
            String(horizon),
            method,
            String(all.forecasts),
            percent(all.mape),
            percent(all.bias),
            all.crps.toFixed(0),
            ...all.coverage.map(({ covered }) => `${(100 * covered.share).toFixed(0)} %`),
            withoutShock === null ? "" : percent(withoutShock.mape),
          ],
        ],
  );
}

/** A ratio in percent with two digits. */
export function percent(ratio: number): string {
  return (100 * ratio).toFixed(2);
}

/** The bars in words, the missed ones as plainly as the others. */
export function barSentences({ bars }: Pick<BacktestDocument, "bars">): string[] {
  const one = bars.find(({ id }) => id === "oneYear")!.reached;
  return bars.map(({ id, reached, holds }) => {
    const verdict = holds ? "holds" : "missed";
    switch (id) {
      case "oneYear":
        return `12 months, MAPE without the shock at most 1.4 %: ${verdict} (${percent(reached)} %).`;
      case "better":
        return `12 months, better than naive, drift and ETS: ${verdict} (${percent(one)} % against ${percent(reached)} % for the best of them).`;
      case "twoYears":
        return `24 months, MAPE without the shock at most 3.5 %: ${verdict} (${percent(reached)} %).`;
      case "coverage":
        return `5 years, 90 % interval holds 80 to 97 % of what came: ${verdict} (${(100 * reached).toFixed(0)} %).`;
      case "crowding":
        return `4 years, crowding within 10 points without the shock: ${verdict} (at most ${(100 * reached).toFixed(1)} points off).`;
      default:
        return id satisfies never;
    }
  });
}

/** What a terminal shows. */
export function backtestText(document: BacktestDocument): string {
  return [...barSentences(document), "", textTable(SKILL_COLUMNS, skillCells(document))].join("\n");
}
