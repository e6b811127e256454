import { confidenceInterval } from "../../engine/statistics/confidenceInterval.ts";
import { quantileInterval } from "../../engine/statistics/quantileInterval.ts";
import { wilsonInterval } from "../../engine/statistics/wilsonInterval.ts";
import type { BoundGate } from "./bindGate.ts";
import { meets } from "./gate.ts";

/** `undecided`: the interval holds values on both sides of the limit. */
export type Verdict = "pass" | "fail" | "undecided";

/** What replications say about a gate. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Null when the measure is defined in no replication. */
  readonly estimate: number | null;
  /** Ends of the confidence interval of the estimate; null = no bound on that side. */
  readonly low: number | null;
  readonly high: number | null;
  readonly level: number;
  readonly interval: GateInterval;
  /** Replications in which it is defined. */
  readonly n: number;
}

export type GateInterval =
  | "confidence interval of the mean"
  | "Wilson interval of the probability"
  | "order-statistic interval of the quantile"
  | "confidence interval of the mean of paired differences";

/**
 * Judges a gate with confidence: it passes when the whole interval meets the limit, and fails when none of it does.
 *
 * An interval that ends at the limit, for a comparison that the limit does not meet, is on neither side. Values
 * that are all equal have an interval of no width, but a probability never has.
 *
 * @param values one per replication, from the gate's `read`; for a difference already scenario − base. NaN is left out
 * @param level confidence level in (0, 1)
 * @example
 * judgeGate({ gate: { kind: "mean", comparison: "<" }, unit: "persons", limit: 4 }, [1, 2, 3, 2], 0.95).verdict; // => "pass"
 */
export function judgeGate(
  bound: Pick<BoundGate, "unit" | "limit"> & { readonly gate: JudgedGate },
  values: ArrayLike<number>,
  level: number,
): Judgement {
  const defined = Array.from(values).filter((value) => !Number.isNaN(value));
  const { gate, limit } = bound;
  const interval = intervalName(bound);
  if (defined.length === 0) {
    return { verdict: "undecided", estimate: null, low: null, high: null, level, interval, n: 0 };
  }
  const { estimate, low, high } = ends(bound, defined, level);
  const meetsLimit = (value: number) => meets(value, gate.comparison, limit);
  const [lowMeets, highMeets] = [meetsLimit(low ?? -Infinity), meetsLimit(high ?? Infinity)];
  const verdict = lowMeets && highMeets ? "pass" : lowMeets || highMeets ? "undecided" : "fail";
  return { verdict, estimate, low, high, level, interval, n: defined.length };
}

type JudgedGate = Pick<BoundGate["gate"], "kind" | "comparison"> & { readonly probability?: number };

/** Zeros and ones of the whole run have a mean that is a probability. */
function isProbability({ gate, unit }: { gate: JudgedGate; unit: string }): boolean {
  return gate.kind === "probability" || (gate.kind === "mean" && unit === "probability");
}

function intervalName(bound: { gate: JudgedGate; unit: string }): GateInterval {
  if (isProbability(bound)) return "Wilson interval of the probability";
  if (bound.gate.kind === "quantile") return "order-statistic interval of the quantile";
  return bound.gate.kind === "difference"
    ? "confidence interval of the mean of paired differences"
    : "confidence interval of the mean";
}

function ends(
  bound: { gate: JudgedGate; unit: string },
  values: readonly number[],
  level: number,
): { estimate: number; low: number | null; high: number | null } {
  if (isProbability(bound)) {
    const { share, low, high } = wilsonInterval(
      values.filter((value) => value === 1).length,
      values.length,
      level,
    );
    return { estimate: share, low, high };
  }
  if (bound.gate.kind === "quantile") {
    const { quantile, low, high } = quantileInterval(values, bound.gate.probability ?? 0.5, level);
    return { estimate: quantile, low, high };
  }
  const { mean, halfWidth } = confidenceInterval(values, level);
  if (halfWidth === null) return { estimate: mean, low: null, high: null };
  return { estimate: mean, low: mean - halfWidth, high: mean + halfWidth };
}
