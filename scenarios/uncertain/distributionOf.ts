import type { ParameterDistribution } from "../../engine/statistics/parameterDistribution.ts";
import { quantileFunction } from "../../engine/statistics/quantileFunction.ts";
import { type LoadContext, report } from "../context.ts";
import type { Located } from "../origins.ts";
import type { Path } from "../raw.ts";
import type { Amount, AmountKind, WrittenDistribution } from "../schema/uncertain.ts";

/** A distribution that exists, with all its numbers in one unit. */
export interface KnownDistribution {
  readonly distribution: ParameterDistribution;
  readonly kind: AmountKind;
  /** Unit of its numbers as first written; empty for a number alone. */
  readonly unit: string;
}

const LIKE: Readonly<Record<AmountKind, string>> = {
  number: "a number without a unit",
  duration: 'a duration such as "30 d"',
  personRate: 'a rate such as "3 persons/d"',
  rate: 'a rate such as "0.002 /y"',
};

/**
 * Turns a distribution as written into one that can be drawn from.
 *
 * @param root the file
 * @param path of the distribution in it
 * @returns null if its numbers are of several kinds or it does not exist; the problem is reported
 */
export function distributionOf(
  context: LoadContext,
  root: Located,
  path: Path,
  written: WrittenDistribution,
): KnownDistribution | null {
  const amounts = amountsOf(written);
  const first = amounts[0]!.amount;
  const odd = amounts.filter(({ amount }) => amount.kind !== first.kind);
  for (const { keys } of odd) {
    report(context, root, [...path, ...keys], { expected: `${LIKE[first.kind]}, as the first number is` });
  }
  if (odd.length > 0) return null;
  const inUnit = (amount: Amount): number => inUnitOf(first, amount);
  const distribution = inOneUnit(written, inUnit);
  try {
    quantileFunction(distribution)(0.5);
    return { distribution, kind: first.kind, unit: first.unit };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const [, expected = "a distribution that exists", received] =
      /^\w+ requires (.*?)(?:, got (.*))?$/s.exec(error.message) ?? [];
    report(context, root, path, { expected, received });
    return null;
  }
}

/** An amount in the unit of another of its kind; exactly as written where both have the same unit. */
function inUnitOf(first: Amount, { number, unit, perUnit }: Amount): number {
  return unit === first.unit ? number : (number * perUnit) / first.perUnit;
}

interface Written {
  readonly keys: Path;
  readonly amount: Amount;
}

function amountsOf(written: WrittenDistribution): readonly Written[] {
  const named = (kind: string, mapping: Readonly<Record<string, Amount | number | undefined>>): Written[] =>
    Object.entries(mapping).flatMap(([key, amount]) =>
      typeof amount === "object" ? [{ keys: [kind, key], amount }] : [],
    );
  const { discrete, empirical, ...mappings } = written;
  if (discrete !== undefined) {
    return discrete.map(({ value }, index) => ({ keys: ["discrete", index, "value"], amount: value }));
  }
  if (empirical !== undefined) {
    return empirical.map((amount, index) => ({ keys: ["empirical", index], amount }));
  }
  return Object.entries(mappings).flatMap(([kind, mapping]) =>
    mapping === undefined ? [] : named(kind, mapping),
  );
}

function inOneUnit(
  { uniform, triangular, pert, beta, normal, lognormal, discrete, empirical }: WrittenDistribution,
  inUnit: (amount: Amount) => number,
): ParameterDistribution {
  if (uniform !== undefined) {
    return { kind: "uniform", low: inUnit(uniform.low), high: inUnit(uniform.high) };
  }
  if (triangular !== undefined) return { kind: "triangular", ...withMode(triangular, inUnit) };
  if (pert !== undefined) return { kind: "pert", ...withMode(pert, inUnit) };
  if (beta !== undefined) return { kind: "beta", mean: inUnit(beta.mean), sd: inUnit(beta.sd) };
  if (normal !== undefined) return { kind: "normal", mean: inUnit(normal.mean), sd: inUnit(normal.sd) };
  if (lognormal !== undefined) {
    const mean = inUnit(lognormal.mean);
    const sd = lognormal.sd === undefined ? mean * (lognormal.cv ?? 0) : inUnit(lognormal.sd);
    return { kind: "lognormal", mean, sd };
  }
  if (discrete !== undefined) {
    const values = discrete.map(({ value }) => inUnit(value));
    return { kind: "discrete", values, weights: discrete.map(({ weight }) => weight) };
  }
  return { kind: "empirical", values: (empirical ?? []).map(inUnit) };
}

function withMode(
  { low, mode, high }: { low: Amount; mode: Amount; high: Amount },
  inUnit: (amount: Amount) => number,
): { low: number; mode: number; high: number } {
  return { low: inUnit(low), mode: inUnit(mode), high: inUnit(high) };
}
