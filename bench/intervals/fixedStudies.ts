import { normalQuantile } from "../../engine/normalQuantile.ts";
import { confidenceInterval } from "../../engine/statistics/confidenceInterval.ts";
import { pairedDifference } from "../../engine/statistics/pairedDifference.ts";
import { quantileInterval } from "../../engine/statistics/quantileInterval.ts";
import { simultaneousDifferences } from "../../engine/statistics/simultaneousDifferences.ts";
import { wilsonInterval } from "../../engine/statistics/wilsonInterval.ts";
import {
  between,
  type CoverageStudy,
  count,
  KINDS,
  type Kind,
  LEVEL,
  MANY,
  MEANS,
  PAIR_DIFFERENCE,
  pair,
  within,
} from "./study.ts";

function ofMean(kind: Kind, n: number): CoverageStudy {
  return {
    interval: "mean, Student's t",
    data: `${n} ${kind} values`,
    atLeast: false,
    runs: MANY,
    held: (uniform) =>
      within(
        confidenceInterval(
          count(n, (i) => KINDS[kind](uniform(i, 0))),
          LEVEL,
        ),
        MEANS[kind],
      ),
  };
}

function ofProbability(p: number, n: number): CoverageStudy {
  return {
    interval: "probability, Wilson",
    data: `${n} trials at ${p}`,
    atLeast: false,
    runs: MANY,
    held: (uniform) =>
      between(wilsonInterval(count(n, (i) => i).filter((i) => uniform(i, 0) < p).length, n, LEVEL), p),
  };
}

function ofPair(n: number): CoverageStudy {
  return {
    interval: "paired difference, Student's t",
    data: `${n} pairs, exponential, correlated`,
    atLeast: false,
    runs: MANY,
    held: (uniform) => {
      const pairs = Array.from({ length: n }, (_, i) => pair(uniform, i));
      const difference = pairedDifference(
        pairs.map(({ a }) => a),
        pairs.map(({ b }) => b),
        LEVEL,
      );
      return within(difference, PAIR_DIFFERENCE);
    },
  };
}

function ofFamily(scenarios: number, n: number): CoverageStudy {
  return {
    interval: `${scenarios} differences together, Bonferroni`,
    data: `${n} normal values, one base`,
    atLeast: true,
    runs: MANY,
    held: (uniform) => {
      const base = count(n, (i) => normalQuantile(uniform(i, 0)));
      const others = Array.from({ length: scenarios }, (_, s) =>
        base.map((value, i) => value + normalQuantile(uniform(i, s + 1))),
      );
      const { differences } = simultaneousDifferences(others, base, LEVEL);
      return differences.every((difference) => within(difference, 0) === 1) ? 1 : 0;
    },
  };
}

function ofQuantile(probability: number, n: number): CoverageStudy {
  return {
    interval: "quantile, order statistics",
    data: `${100 * probability} % of ${n} exponential values`,
    atLeast: true,
    runs: MANY,
    held: (uniform) =>
      between(
        quantileInterval(
          count(n, (i) => KINDS.exponential(uniform(i, 0))),
          probability,
          LEVEL,
        ),
        KINDS.exponential(probability),
      ),
  };
}

/** Intervals from a number of values that is fixed beforehand. */
export const FIXED_STUDIES: readonly CoverageStudy[] = [
  ...[ofMean("normal", 10), ofMean("exponential", 30), ofMean("exponential", 100)],
  ...[ofProbability(0.5, 100), ofProbability(0.05, 100), ofProbability(0.01, 100)],
  ...[ofPair(30), ofFamily(3, 20)],
  ...[ofQuantile(0.05, 100), ofQuantile(0.5, 100), ofQuantile(0.95, 100), ofQuantile(0.95, 400)],
];
