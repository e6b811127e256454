import {
  type PrecisionRule,
  precisionOfDifference,
  precisionOfMean,
  precisionOfProbability,
} from "../../engine/statistics/precision.ts";
import { columnsOf } from "../columnsOf.ts";
import type { ScenarioRun } from "../compare.ts";
import { inReplicationOrder } from "../results.ts";
import type { When } from "../rows.ts";
import { parseQuantity, type Quantity, type Statistic } from "./quantity.ts";

/** How well a quantity is known in one scenario. */
export type PrecisionRow = When & {
  /** As it was asked for. */
  readonly quantity: string;
  readonly statistic: Statistic;
  readonly measure: string;
  readonly unit: string;
  readonly scenario: string;
  /** What a difference is taken from. */
  readonly base?: string;
  /** Mean of the replications, or the share of them in which the event happens. */
  readonly estimate: number;
  /** Half-width of the interval (half its length for a probability); null with one replication. */
  readonly halfWidth: number | null;
  /** Ends of the interval of a probability, which does not lie evenly about the estimate. */
  readonly low?: number;
  readonly high?: number;
  /** Half-width asked for, in the unit. */
  readonly target: number;
  readonly reached: boolean;
  readonly level: number;
  readonly interval: (typeof PRECISION_INTERVALS)[Statistic];
  /** Replications in which the quantity is defined. */
  readonly n: number;
};

/** What the intervals are. They hold although the run stops when they are short. */
export const PRECISION_INTERVALS = {
  mean: "confidence interval of the mean after sequential stopping",
  difference: "confidence interval of the mean of paired differences after sequential stopping",
  probability: "Wilson's confidence interval of the probability after sequential stopping",
} as const;

/** Quantities of each scenario, the base first. */
export type PlannedPrecision = readonly (readonly Quantity[])[];

/**
 * Finds the quantities in every scenario.
 *
 * @param scenarios of the runs, the base first
 * @throws {RangeError} if a scenario has no such measure or date, or there is nothing to compare with
 */
export function planPrecision(
  scenarios: readonly ScenarioRun["scenario"][],
  texts: readonly string[],
): PlannedPrecision {
  const planned = scenarios.map((scenario) => texts.map((text) => parseQuantity(scenario, text)));
  const difference = planned[0]?.find(({ statistic }) => statistic === "difference");
  if (difference !== undefined && scenarios.length < 2) {
    throw new RangeError(
      `"${difference.text}" needs a second scenario: a difference is taken from the first`,
    );
  }
  return planned;
}

/**
 * How well each quantity is known after the replications so far: in every scenario, and for differences in every
 * scenario but the base.
 *
 * @param runs of the planned scenarios, with the same replications
 * @param rule see {@link PrecisionRule}
 * @returns no row where the quantity is not defined in any replication yet
 */
export function precisionRows(
  runs: readonly ScenarioRun[],
  planned: PlannedPrecision,
  rule: PrecisionRule,
): PrecisionRow[] {
  const values = planned.map((quantities, s) => {
    const results = inReplicationOrder(runs[s]!.results);
    return Array.from(
      columnsOf(results, quantities, ({ read }) => read),
      ([, column]) => column,
    );
  });
  return planned.flatMap((quantities, s) =>
    quantities.flatMap((quantity, q): PrecisionRow[] => {
      const isDifference = quantity.statistic === "difference";
      if (isDifference && s === 0) return [];
      const base = isDifference ? values[0]![q]! : undefined;
      const judged = judge(quantity.statistic, values[s]![q]!, base, rule);
      if (judged === null) return [];
      const { text, statistic, measure, unit, when } = quantity;
      return [
        {
          ...when,
          quantity: text,
          statistic,
          measure,
          unit,
          scenario: runs[s]!.scenario.id,
          ...(isDifference && { base: runs[0]!.scenario.id }),
          ...judged,
          interval: PRECISION_INTERVALS[statistic],
        },
      ];
    }),
  );
}

/** Whether every quantity is known well enough; not while one has no value. */
export function allReached(rows: readonly PrecisionRow[], planned: PlannedPrecision): boolean {
  const expected = planned.flatMap((quantities, s) =>
    quantities.filter(({ statistic }) => statistic !== "difference" || s > 0),
  );
  return rows.length === expected.length && rows.every(({ reached }) => reached);
}

type Judged = Pick<
  PrecisionRow,
  "estimate" | "halfWidth" | "low" | "high" | "target" | "reached" | "level" | "n"
>;

function judge(
  statistic: Statistic,
  values: Float64Array,
  base: Float64Array | undefined,
  rule: PrecisionRule,
): Judged | null {
  const defined = (_: number, i: number): boolean =>
    Number.isFinite(values[i]) && (base === undefined || Number.isFinite(base[i]));
  const kept = values.filter(defined);
  if (kept.length === 0) return null;
  if (statistic === "probability") {
    const successes = kept.filter((value) => value === 1).length;
    const { share, low, high, ...rest } = precisionOfProbability(successes, kept.length, rule);
    return { estimate: share, halfWidth: (high - low) / 2, low, high, ...rest };
  }
  const { mean, ...rest } =
    base === undefined
      ? precisionOfMean(kept, rule)
      : precisionOfDifference(kept, base.filter(defined), rule);
  return { estimate: mean, ...rest };
}
