import {
  barsOf,
  crowdingErrors,
  LEVELS,
  modelErrors,
  relativeError,
  type ScoredForecast,
  type SkillRow,
  type SystemRecord,
  skillRecord,
  skillRows,
} from "../experiments/index.ts";
import { barSentences, type SkillRecord } from "../reports/index.ts";
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

/** What reports carry of a skill record. */
export function recordOf({ skill, bars, forecasts }: BacktestDocument): SkillRecord {
  const origins = forecasts.map(({ origin }) => origin);
  return skillRecord(skill, bars, origins);
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

/** What a terminal shows. */
export function backtestText(document: BacktestDocument): string {
  return [...barSentences(recordOf(document)), "", textTable(SKILL_COLUMNS, skillCells(document))].join("\n");
}
