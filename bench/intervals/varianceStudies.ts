import { normalQuantile } from "../../engine/normalQuantile.ts";
import { crossedVarianceSplit } from "../../engine/statistics/crossedVarianceSplit.ts";
import { type Component, nestedVarianceSplit } from "../../engine/statistics/nestedVarianceSplit.ts";
import { standardDeviationInterval } from "../../engine/statistics/standardDeviationInterval.ts";
import { between, type CoverageStudy, count, FEW, KINDS, type Kind, LEVEL, SOME } from "./study.ts";

function ofStandardDeviation(kind: Kind, n: number): CoverageStudy {
  return {
    interval: "standard deviation, jackknife",
    data: `${n} ${kind} values`,
    atLeast: false,
    runs: SOME,
    held: (uniform) =>
      between(
        standardDeviationInterval(
          count(n, (i) => KINDS[kind](uniform(i, 0))),
          LEVEL,
        ),
        1,
      ),
  };
}

const SHARE = 0.5;

function ofNested(kind: Kind, part: "share" | "parameters" | "chance", draws: number): CoverageStudy {
  return {
    interval: `variance split, ${part === "share" ? "share of parameters" : part}`,
    data: `${draws} x 10 nested, ${kind} effects, share ${SHARE}`,
    atLeast: false,
    runs: SOME,
    held: (uniform) => {
      const outputs = Array.from({ length: draws }, (_, k) => {
        const effect = Math.sqrt(SHARE) * KINDS[kind](uniform(k, 0));
        return count(10, (r) => effect + Math.sqrt(1 - SHARE) * normalQuantile(uniform(k, r + 1)));
      });
      return between(nestedVarianceSplit(outputs, LEVEL)[part] as Component, SHARE);
    },
  };
}

function ofCrossed(kind: Kind): CoverageStudy {
  return {
    interval: "variance split, share of parameters",
    data: `30 x 20 crossed, ${kind} effects, share ${SHARE}`,
    atLeast: false,
    runs: FEW,
    held: (uniform) => {
      const common = count(20, (r) => Math.sqrt(0.3) * KINDS[kind](uniform(-1, r)));
      const outputs = Array.from({ length: 30 }, (_, k) => {
        const effect = Math.sqrt(SHARE) * KINDS[kind](uniform(k, 0));
        return common.map((value, r) => effect + value + Math.sqrt(0.2) * normalQuantile(uniform(k, r + 1)));
      });
      return between(crossedVarianceSplit(outputs, LEVEL).share as Component, SHARE);
    },
  };
}

/** Intervals of standard deviations and of components of variance. */
export const VARIANCE_STUDIES: readonly CoverageStudy[] = [
  ...[
    ofStandardDeviation("normal", 20),
    ofStandardDeviation("uniform", 20),
    ofStandardDeviation("exponential", 100),
  ],
  ...[
    ofNested("normal", "share", 30),
    ofNested("uniform", "share", 30),
    ofNested("exponential", "share", 30),
  ],
  ...[ofNested("normal", "share", 100), ofNested("exponential", "share", 100)],
  ...[ofNested("normal", "parameters", 30), ofNested("normal", "chance", 30)],
  ...[ofCrossed("normal"), ofCrossed("uniform"), ofCrossed("exponential")],
];
