import type { KeyedUniform } from "./keyedUniform.ts";
import { quantileBand } from "./quantileBand.ts";

/** An index with its bootstrap percentile interval. */
export interface SobolIndex {
  /** Share of the output's variance; estimates may lie a little below 0 or above 1. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Indices of one parameter. */
export interface SobolIndexPair {
  /** Share of the variance that goes away when the parameter becomes known. */
  readonly first: SobolIndex;
  /** Share of the variance that is left when all others are known: with its interactions. */
  readonly total: SobolIndex;
}

export interface SobolIndices {
  /** Variance of the output over the parameters, in its unit squared. */
  readonly variance: number;
  /** One per parameter; null when the output does not vary, so that nothing has a share. */
  readonly parameters: readonly SobolIndexPair[] | null;
  readonly level: number;
}

/** How the intervals are made. */
export interface BootstrapOptions {
  /** Confidence level in (0, 1). */
  readonly level: number;
  /** Number of resamples, at least 1; 1,000 are usual. */
  readonly resamples: number;
  /** Draw d of resample b has the key (b, d). */
  readonly uniform: KeyedUniform;
}

/**
 * First-order (Saltelli 2010) and total (Jansen 1999) Sobol indices, with bootstrap percentile intervals over the
 * rows of the design.
 *
 * First: mean of f(B) (f(AB_i) - f(A)); total: mean of (f(A) - f(AB_i))² / 2; both over the variance of f(A) and
 * f(B) together, after its mean is taken off. The intervals take the rows for independent: for a scrambled Sobol base
 * they are too wide, never re-centred. Cost of the intervals: resamples times n k.
 *
 * @param parameters k
 * @param outputs n (k + 2) outputs in the order of {@link sobolIndexDesign}
 * @throws {RangeError} if the outputs are not a whole number, at least two, of rows
 * @see Saltelli et al. (2010), Computer Physics Communications 181(2), 259-270, table 2, (b) and (f); Jansen (1999),
 *   Computer Physics Communications 117(1-2), 35-43; Archer, Saltelli & Sobol (1997), Journal of Statistical
 *   Computation and Simulation 58(2), 99-120 (bootstrap)
 * @example
 * const base = sobolPoints(1024, 4, keyedUniform("1", "indices"));
 * const outputs = sobolIndexDesign(base).points.map(([x, y]) => 2 * x + y);
 * const bootstrap = { level: 0.95, resamples: 200, uniform: keyedUniform("1", "bootstrap") };
 * sobolIndices(2, outputs, bootstrap).parameters[0].first; // => { value: 0.80..., low: ..., high: ... }
 */
export function sobolIndices(
  parameters: number,
  outputs: ArrayLike<number>,
  { level, resamples, uniform }: BootstrapOptions,
): SobolIndices {
  const rows = outputs.length / (parameters + 2);
  if (!(Number.isInteger(rows) && rows >= 2)) {
    throw new RangeError(
      `sobolIndices requires ${parameters + 2} outputs for each of at least two rows, got ${outputs.length}`,
    );
  }
  if (!(level > 0 && level < 1 && resamples >= 1)) {
    throw new RangeError(
      `sobolIndices requires a level in (0, 1) and at least one resample, got ${level} and ${resamples}`,
    );
  }
  const terms = termsOf(parameters, rows, outputs);
  const estimate = estimateFrom(terms, new Float64Array(rows).fill(1));
  if (!(estimate.variance > 0)) {
    return { variance: 0, parameters: null, level };
  }
  const resampled = Array.from({ length: resamples }, (_, b) =>
    estimateFrom(terms, counts(rows, b, uniform)),
  );
  const withInterval = (read: (from: Estimate) => number): SobolIndex => {
    // A resample in which the output does not vary gives no index.
    const values = resampled.filter((from) => from.variance > 0).map(read);
    const [low, high] = quantileBand(values, [(1 - level) / 2, (1 + level) / 2]);
    return { value: read(estimate), low: low!, high: high! };
  };
  const pairs = Array.from({ length: parameters }, (_, i) => ({
    first: withInterval((from) => from.first[i]!),
    total: withInterval((from) => from.total[i]!),
  }));
  return { variance: estimate.variance, parameters: pairs, level };
}

/** What a row adds to each sum. */
interface Terms {
  readonly rows: number;
  /** f(A) + f(B), and f(A)² + f(B)². */
  readonly sum: Float64Array;
  readonly squares: Float64Array;
  /** For each parameter: f(AB_i) - f(A), that times f(B), and half of its square. */
  readonly change: readonly Float64Array[];
  readonly product: readonly Float64Array[];
  readonly half: readonly Float64Array[];
}

interface Estimate {
  readonly variance: number;
  readonly first: readonly number[];
  readonly total: readonly number[];
}

function termsOf(parameters: number, rows: number, outputs: ArrayLike<number>): Terms {
  // A shift changes no index; without it, digits are lost when the mean is large beside the spread.
  const shift = outputs[0]!;
  const block = (index: number) =>
    Float64Array.from({ length: rows }, (_, r) => outputs[index * rows + r]! - shift);
  const a = block(0);
  const b = block(1);
  const change = Array.from({ length: parameters }, (_, i) => block(2 + i).map((value, r) => value - a[r]!));
  return {
    rows,
    sum: a.map((value, r) => value + b[r]!),
    squares: a.map((value, r) => value ** 2 + b[r]! ** 2),
    change,
    product: change.map((list) => list.map((value, r) => value * b[r]!)),
    half: change.map((list) => list.map((value) => value ** 2 / 2)),
  };
}

/** Indices of the rows, each counted as often as it was drawn. */
function estimateFrom({ rows, sum, squares, change, product, half }: Terms, weights: Float64Array): Estimate {
  const mean = dot(sum, weights) / (2 * rows);
  const variance = (dot(squares, weights) - 2 * rows * mean ** 2) / (2 * rows - 1);
  const scale = 1 / (rows * variance);
  return {
    variance,
    first: product.map((list, i) => (dot(list, weights) - mean * dot(change[i]!, weights)) * scale),
    total: half.map((list) => dot(list, weights) * scale),
  };
}

function dot(list: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let r = 0; r < list.length; r++) {
    sum += list[r]! * weights[r]!;
  }
  return sum;
}

/** How often each row is drawn in a resample. */
function counts(rows: number, resample: number, uniform: KeyedUniform): Float64Array {
  const drawn = new Float64Array(rows);
  for (let d = 0; d < rows; d++) {
    drawn[Math.floor(uniform(resample, d) * rows)]! += 1;
  }
  return drawn;
}
