/** Ways to forecast that are set side by side; `model` is the simulation. */
export type ForecastMethod = "model" | "naive" | "drift" | "ets" | "combination";

/** How well one way to forecast did, so many years ahead; all figures but the counts are ratios. */
export interface SkillScore {
  readonly method: ForecastMethod;
  readonly horizonYears: number;
  /** Whether targets at the ends of 2020 and 2021 are among the forecasts. */
  readonly withShock: boolean;
  readonly forecasts: number;
  /** Means of the absolute and of the signed errors, and the root of the mean of their squares. */
  readonly mape: number;
  readonly bias: number;
  readonly rootMeanSquare: number;
  /** Shares of the outcomes inside the 50, 80 and 90 % interval. */
  readonly covered50: number;
  readonly covered80: number;
  readonly covered90: number;
}

/** A bar that was set beforehand, and what was reached (a ratio). */
export interface SkillBar {
  readonly id: "oneYear" | "better" | "twoYears" | "coverage" | "crowding";
  readonly reached: number;
  readonly holds: boolean;
}

/** The skill record as reports need it: `data/tables/skill-record.json`. */
export interface SkillRecord {
  readonly firstOrigin: number;
  readonly lastOrigin: number;
  readonly bars: readonly SkillBar[];
  readonly scores: readonly SkillScore[];
}

/** Scores of one method with or without the shock, by horizon. */
export function scoresOfMethod(
  { scores }: Pick<SkillRecord, "scores">,
  method: ForecastMethod,
  withShock: boolean,
): SkillScore[] {
  return scores.filter((score) => score.method === method && score.withShock === withShock);
}
