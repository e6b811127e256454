import type { SkillRecord, SkillScore } from "../../reports/skill/skillRecord.ts";
import type { Scores } from "./scores.ts";
import type { Bar, SkillRow } from "./skill.ts";

/** The scores of a back-test as reports carry them, rounded to the fifth decimal. */
export function skillRecord(
  rows: readonly SkillRow[],
  bars: readonly Bar[],
  origins: readonly number[],
): SkillRecord {
  return {
    firstOrigin: Math.min(...origins),
    lastOrigin: Math.max(...origins),
    bars: bars.map((bar) => ({ ...bar, reached: brief(bar.reached) })),
    scores: rows.flatMap((row) =>
      [scoreOf(row, row.all, true), scoreOf(row, row.withoutShock, false)].flat(),
    ),
  };
}

function scoreOf({ method, horizon }: SkillRow, scores: Scores | null, withShock: boolean): SkillScore[] {
  if (scores === null) return [];
  const { forecasts, mape, bias, rootMeanSquare, coverage } = scores;
  const [half, eighty, ninety] = coverage.map(({ covered }) => brief(covered.share));
  return [
    {
      method,
      horizonYears: horizon,
      withShock,
      forecasts,
      mape: brief(mape),
      bias: brief(bias),
      rootMeanSquare: brief(rootMeanSquare),
      covered50: half!,
      covered80: eighty!,
      covered90: ninety!,
    },
  ];
}

function brief(ratio: number): number {
  return Number(ratio.toFixed(5));
}
