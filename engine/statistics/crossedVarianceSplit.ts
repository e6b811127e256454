import { balancedSize, type VarianceSplit } from "./nestedVarianceSplit.ts";
import { studentTQuantile } from "./studentTQuantile.ts";

/**
 * Splits variance by parameter draws that all use the same replications (crossed, common random numbers): replication
 * r has the same random numbers in every draw.
 *
 * Estimates are those of the two-way random-effects analysis of variance without repetition. Chance holds what a
 * replication adds to every draw alike and what it adds to one draw alone; parameters = (mean square of draws -
 * mean square of the rest) / replications, raised to 0 where it falls below. The nested estimator would be too low
 * here: it takes off more than chance adds to the means of draws, which share their replications.
 *
 * Only the share has an interval: the jackknife of log(total / chance), draws and replications left out one at a
 * time and their variances added, with the degrees of freedom of the fewer. A nominal 95 % covers 93-97 % for normal
 * and uniform effects, 82-93 % for exponential ones, and nearly always where the parameters do not matter.
 *
 * @param outputs one list per draw, replication r in place r of each; at least three draws of at least three
 *   replications
 * @param level confidence level in (0, 1)
 * @throws {RangeError} if there are too few draws or replications, the lists differ in length, or the level is out of
 *   its range
 * @see Searle, Casella & McCulloch (1992), Variance Components, chapter 4 (estimates); Owen (2007), The pigeonhole
 *   bootstrap, The Annals of Applied Statistics 1(2), 386-411 (variances of both directions added)
 * @example
 * crossedVarianceSplit([[1, 2, 3], [4, 5, 6], [7, 8, 9]], 0.95).parameters.value; // => 9
 */
export function crossedVarianceSplit(outputs: readonly ArrayLike<number>[], level: number): VarianceSplit {
  const { draws, replications } = balancedSize("crossedVarianceSplit", outputs);
  if (replications < 3) {
    throw new RangeError(`crossedVarianceSplit requires at least three replications, got ${replications}`);
  }
  const rows = outputs.map((list) => Array.from(list));
  const { parameters, chance } = components(rows);
  const value = Math.max(0, parameters);
  const bounds = shareBounds(rows, level);
  return {
    parameters: { value, low: null, high: null },
    chance: { value: chance, low: null, high: null },
    share: value + chance > 0 ? { value: value / (value + chance), ...bounds } : null,
    draws,
    replications,
    level,
  };
}

interface Components {
  /** Unbiased, so it may fall below 0. */
  readonly parameters: number;
  readonly chance: number;
}

function components(rows: readonly (readonly number[])[]): Components {
  const draws = rows.length;
  const replications = rows[0]!.length;
  // Taking off one value loses nothing, and keeps equal outputs exactly equal.
  const shift = rows[0]![0]!;
  const byDraw = new Float64Array(draws);
  const byReplication = new Float64Array(replications);
  for (let k = 0; k < draws; k++) {
    for (let r = 0; r < replications; r++) {
      const value = rows[k]![r]! - shift;
      byDraw[k]! += value / replications;
      byReplication[r]! += value / draws;
    }
  }
  const centre = byDraw.reduce((sum, value) => sum + value, 0) / draws;
  let rest = 0;
  for (let k = 0; k < draws; k++) {
    for (let r = 0; r < replications; r++) {
      rest += (rows[k]![r]! - shift - byDraw[k]! - byReplication[r]! + centre) ** 2;
    }
  }
  rest /= (draws - 1) * (replications - 1);
  const ofDraws = squaresAbout(centre, byDraw) / (draws - 1);
  const ofReplications = squaresAbout(centre, byReplication) / (replications - 1);
  return {
    parameters: ofDraws - rest / replications,
    chance: ofReplications + (1 - 1 / draws) * rest,
  };
}

function squaresAbout(centre: number, values: Float64Array): number {
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
}

function shareBounds(rows: readonly number[][], level: number): { low: number | null; high: number | null } {
  const statistic = (part: readonly (readonly number[])[]): number => {
    const { parameters, chance } = components(part);
    return Math.log((parameters + chance) / chance);
  };
  const all = statistic(rows);
  const withoutDraw = rows.map((_, k) => statistic(rows.toSpliced(k, 1)));
  const withoutReplication = rows[0]!.map((_, r) => statistic(rows.map((row) => row.toSpliced(r, 1))));
  const variance = jackknifeVariance(withoutDraw) + jackknifeVariance(withoutReplication);
  const fewer = Math.min(rows.length, rows[0]!.length);
  const halfWidth = studentTQuantile((1 + level) / 2, fewer - 1) * Math.sqrt(variance);
  if (!Number.isFinite(all) || !Number.isFinite(halfWidth)) {
    return { low: null, high: null };
  }
  const share = (logTotal: number) => Math.max(0, -Math.expm1(-logTotal));
  return { low: share(all - halfWidth), high: share(all + halfWidth) };
}

function jackknifeVariance(leftOut: readonly number[]): number {
  const n = leftOut.length;
  const centre = leftOut.reduce((sum, value) => sum + value, 0) / n;
  return (leftOut.reduce((sum, value) => sum + (value - centre) ** 2, 0) * (n - 1)) / n;
}
