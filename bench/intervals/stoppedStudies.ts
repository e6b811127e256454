import {
  type PrecisionRule,
  precisionOfDifference,
  precisionOfMean,
  precisionOfProbability,
} from "../../engine/statistics/precision.ts";
import { stoppingLooks } from "../../engine/statistics/stoppingLooks.ts";
import {
  between,
  type CoverageStudy,
  KINDS,
  type Kind,
  LEVEL,
  MEANS,
  PAIR_DIFFERENCE,
  pair,
  SOME,
  within,
} from "./study.ts";

const LOOKS = stoppingLooks({ minimum: 64, maximum: 50_000, growth: 1.25, batch: 8 });
const rule = (halfWidth: number, relative: boolean): PrecisionRule => ({
  halfWidth,
  relative,
  level: LEVEL,
  minimum: 64,
});

function untilReached<T extends { readonly reached: boolean }>(judge: (n: number) => T): T {
  for (const n of LOOKS) {
    const result = judge(n);
    if (result.reached) {
      return result;
    }
  }
  throw new Error("a coverage study did not reach its precision");
}

function ofStoppedMean(kind: Kind, halfWidth: number, relative: boolean): CoverageStudy {
  return {
    interval: "mean, stopped",
    data: `${kind}, ± ${halfWidth}${relative ? " of the mean" : ""}`,
    atLeast: false,
    runs: SOME,
    held: (uniform) => {
      const values: number[] = [];
      const judge = (n: number) => {
        while (values.length < n) {
          values.push(KINDS[kind](uniform(values.length, 0)));
        }
        return precisionOfMean(values, rule(halfWidth, relative));
      };
      return within(untilReached(judge), MEANS[kind]);
    },
  };
}

function ofStoppedProbability(p: number, halfWidth: number): CoverageStudy {
  return {
    interval: "probability, stopped",
    data: `${p}, ± ${halfWidth}`,
    atLeast: false,
    runs: SOME,
    held: (uniform) => {
      let trials = 0;
      let successes = 0;
      const judge = (n: number) => {
        for (; trials < n; trials++) {
          successes += uniform(trials, 0) < p ? 1 : 0;
        }
        return precisionOfProbability(successes, n, rule(halfWidth, false));
      };
      return between(untilReached(judge), p);
    },
  };
}

function ofStoppedPair(share: number): CoverageStudy {
  return {
    interval: "paired difference, stopped",
    data: `exponential, correlated, ± ${share} of the base`,
    atLeast: false,
    runs: SOME,
    held: (uniform) => {
      const a: number[] = [];
      const b: number[] = [];
      const judge = (n: number) => {
        while (b.length < n) {
          const next = pair(uniform, b.length);
          a.push(next.a);
          b.push(next.b);
        }
        return precisionOfDifference(a, b, rule(share, true));
      };
      return within(untilReached(judge), PAIR_DIFFERENCE);
    },
  };
}

/** Intervals of runs that stop when they are precise enough. */
export const STOPPED_STUDIES: readonly CoverageStudy[] = [
  ...[ofStoppedMean("normal", 0.2, false), ofStoppedMean("normal", 0.1, false)],
  ...[ofStoppedMean("exponential", 0.2, false), ofStoppedMean("exponential", 0.1, false)],
  ...[
    ofStoppedMean("exponential", 0.1, true),
    ofStoppedProbability(0.05, 0.03),
    ofStoppedProbability(0.05, 0.02),
  ],
  ...[ofStoppedProbability(0.5, 0.05), ofStoppedPair(0.1), ofStoppedPair(0.05)],
];
