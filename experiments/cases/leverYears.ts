import { type Stay, yearsInside } from "../backtest/lognormalStay.ts";
import type { Lever } from "./publishedCase.ts";

/** Steps of the midpoint rule; 400 give the quotients to 6 digits. */
const STEPS = 400;

/**
 * Bed-years that a lever frees within `years` after its start, for one admission a year before it: expected stock of
 * an unlimited system (M/G/infinity) without the lever less the one with it, over time. People inside on day 0 are
 * left alone.
 *
 * @example
 * Math.round(leverYears({ meanYears: 5, cv: 0.8 }, { admissionsCut: 1, stayCut: 0, affectedShare: 1 }, 10)); // => 32
 */
export function leverYears(
  { meanYears, cv }: Stay,
  { admissionsCut, stayCut, affectedShare }: Lever,
  years: number,
): number {
  const cut = { meanYears: meanYears * (1 - stayCut), cv };
  const step = years / STEPS;
  let freed = 0;
  for (let i = 0; i < STEPS; i++) {
    const time = (i + 0.5) * step;
    freed += yearsInside({ meanYears, cv }, time) - (1 - admissionsCut) * yearsInside(cut, time);
  }
  return affectedShare * freed * step;
}
