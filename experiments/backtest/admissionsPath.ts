import { normalQuantile } from "../../engine/normalQuantile.ts";
import type { FlowYear } from "./history.ts";

/** What is expected of admissions. */
export interface AdmissionsOutlook {
  /** Persons per year from which the path starts. */
  readonly level: number;
  /** Yearly change of the years before (persons per year). */
  readonly trend: number;
  /** Standard deviation of the logarithm of a year's admissions about what was expected a year before. */
  readonly yearlySd: number;
}

/** Admissions that a shock cut short, and what they come back to. */
export interface Shock {
  readonly year: number;
  /** Year whose admissions are expected to come back. */
  readonly levelOf: number;
}

/**
 * Share of a yearly change that goes on into the next year. Middle of the range 0.8 to 0.98 that is usual for a
 * damped trend, fixed before any score was seen.
 *
 * @see Hyndman & Athanasopoulos, Forecasting: Principles and Practice, "Methods with trend"
 */
export const DAMPING = 0.9;

/**
 * What is expected of admissions: the last level and a damped trend, the mean of the last two yearly changes. A
 * year of shock is expected to pass at once, and neither it nor the year of return makes a trend.
 *
 * The spread is that of the same rule's errors at all earlier origins.
 *
 * @param known flows up to the origin, at least two years
 */
export function admissionsOutlook(known: readonly FlowYear[], shock: Shock): AdmissionsOutlook {
  const squares = known.slice(1).map(({ admissions }, i) => {
    const { level, trend } = expected(known.slice(0, i + 1), shock);
    return Math.log(admissions / (level + DAMPING * trend)) ** 2;
  });
  const meanSquare = squares.reduce((sum, value) => sum + value, 0) / squares.length;
  return { ...expected(known, shock), yearlySd: Math.sqrt(meanSquare) };
}

/**
 * Persons admitted in the 1st, 2nd, … year to come.
 *
 * @param z by how many standard deviations the trend is off: it is the mean of two changes, each as uncertain as a
 *   year's admissions
 * @example
 * admissionsPath({ level: 100, trend: 10, yearlySd: 0.1 }, 2); // => [109, 117.1]
 */
export function admissionsPath(
  { level, trend, yearlySd }: AdmissionsOutlook,
  years: number,
  z = 0,
): number[] {
  let change = trend + (z * yearlySd * level) / Math.SQRT2;
  let persons = level;
  return Array.from({ length: years }, () => {
    change *= DAMPING;
    persons = Math.max(0, persons + change);
    return persons;
  });
}

/**
 * Equally likely values of `z` in {@link admissionsPath}: the middles of n shares of a standard normal.
 *
 * @example
 * trendDraws(1); // => [0]
 */
export function trendDraws(n: number): number[] {
  return Array.from({ length: n }, (_, i) => normalQuantile((i + 0.5) / n));
}

function expected(known: readonly FlowYear[], shock: Shock): Omit<AdmissionsOutlook, "yearlySd"> {
  const { year, admissions } = known.at(-1)!;
  if (year === shock.year) {
    const before = known.find((row) => row.year === shock.levelOf);
    if (before !== undefined) return { level: before.admissions, trend: 0 };
  }
  if (year === shock.year + 1) return { level: admissions, trend: 0 };
  const back = known.slice(-3);
  const trend = back.length < 2 ? 0 : (admissions - back[0]!.admissions) / (back.length - 1);
  return { level: admissions, trend };
}
