import { normalQuantile } from "../../engine/normalQuantile.ts";
import type { KeyedUniform } from "../../engine/statistics/keyedUniform.ts";

/** One row of the coverage table: an interval at a nominal 95 % on data whose truth is known. */
export interface CoverageStudy {
  readonly interval: string;
  readonly data: string;
  /** The interval promises at least its level: it may cover more often. */
  readonly atLeast: boolean;
  readonly runs: number;
  /**
   * One run with its own random numbers.
   *
   * @returns share of its intervals that hold the truth: 0 or 1 where there is one
   */
  readonly held: (uniform: KeyedUniform, run: number) => number;
}

/** Nominal level of every study. */
export const LEVEL = 0.95;

/** Numbers of runs, by what one costs. */
export const MANY = 4000;
export const SOME = 1500;
export const FEW = 300;

/** Quantile functions of values with mean 0 (exponential: 1) and standard deviation 1. */
export const KINDS = {
  normal: normalQuantile,
  uniform: (u: number) => (u - 0.5) * Math.sqrt(12),
  exponential: (u: number) => -Math.log1p(-u),
};
export type Kind = keyof typeof KINDS;
export const MEANS: Readonly<Record<Kind, number>> = { normal: 0, uniform: 0, exponential: 1 };

/** A list of n values. */
export const count = (n: number, value: (i: number) => number): number[] =>
  Array.from({ length: n }, (_, i) => value(i));

/** 1 when |estimate - truth| is at most the half-width. */
export function within(
  { mean, halfWidth }: { readonly mean: number; readonly halfWidth: number | null },
  truth: number,
): number {
  return halfWidth !== null && Math.abs(mean - truth) <= halfWidth ? 1 : 0;
}

/** 1 when the truth lies between the bounds; a missing bound is no bound. */
export function between(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  truth: number,
): number {
  return (low === null || low <= truth) && (high === null || truth <= high) ? 1 : 0;
}

/** Base and scenario that share an exponential part; the difference has mean 0.7. */
export function pair(uniform: KeyedUniform, i: number): { a: number; b: number } {
  const b = KINDS.exponential(uniform(i, 0));
  return { a: 1.5 * b + 0.2 * KINDS.exponential(uniform(i, 1)), b };
}
export const PAIR_DIFFERENCE = 0.7;
