/** One linear condition on the cells: the sum of `weights[i] * cells[i]` is `target`. */
export interface LinearCondition {
  readonly name: string;
  readonly weights: readonly number[];
  readonly target: number;
}

/** The fitted cells, and how far the worst condition is off relative to its size. */
export interface EntropyFit {
  readonly cells: number[];
  readonly worstMissShare: number;
  readonly rounds: number;
}

/**
 * Positive cells that meet linear conditions and differ least from a seed (least relative entropy).
 *
 * With conditions that are plain sums it gives what iterative proportional fitting gives; a condition may also be a
 * mean or a ratio. The cells are the seed times the exponential of a weighted sum of the conditions, and the weights
 * minimise a convex function: Newton's method with halved steps.
 *
 * @param seed positive weights
 * @see I. Csiszar, I-divergence geometry of probability distributions, Annals of Probability 3 (1975)
 * @throws {RangeError} if the conditions are not met, which means that they contradict each other
 */
export function relativeEntropyFit(
  seed: readonly number[],
  conditions: readonly LinearCondition[],
  maxRounds = 200,
): EntropyFit {
  const scaled = conditions.map(scaledCondition);
  const multipliers = scaled.map(() => 0);
  let cells = [...seed];
  let worstMissShare = Number.POSITIVE_INFINITY;
  let rounds = 0;
  for (; rounds < maxRounds; rounds += 1) {
    const misses = scaled.map((condition) => weighed(condition, cells) - condition.target);
    worstMissShare = Math.max(
      ...misses.map((miss, index) => Math.abs(miss) / Math.max(1, Math.abs(scaled[index]?.target ?? 0))),
    );
    if (worstMissShare < 1e-11) return { cells, worstMissShare, rounds };
    const step = solveSymmetric(curvature(scaled, cells), misses);
    cells = shortenedStep(seed, scaled, multipliers, step, misses);
  }
  if (worstMissShare > 1e-6) {
    throw new RangeError(
      `relativeEntropyFit found no cells for its conditions, worst miss ${worstMissShare}`,
    );
  }
  return { cells, worstMissShare, rounds };
}

/** A condition with its largest weight set to 1 and the cells that it weighs. */
interface ScaledCondition {
  readonly cells: readonly number[];
  readonly weights: readonly number[];
  readonly target: number;
}

function scaledCondition({ weights, target }: LinearCondition): ScaledCondition {
  const size = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const cells = [...weights.keys()].filter((cell) => weights[cell] !== 0);
  return { cells, weights: cells.map((cell) => (weights[cell] ?? 0) / size), target: target / size };
}

function weighed({ cells, weights }: ScaledCondition, values: readonly number[]): number {
  return cells.reduce((total, cell, index) => total + (weights[index] ?? 0) * (values[cell] ?? 0), 0);
}

function cellsAt(
  seed: readonly number[],
  conditions: readonly ScaledCondition[],
  multipliers: readonly number[],
): number[] {
  const exponents = new Float64Array(seed.length);
  conditions.forEach(({ cells, weights }, row) => {
    const multiplier = multipliers[row] ?? 0;
    cells.forEach((cell, index) => {
      exponents[cell] = (exponents[cell] ?? 0) + multiplier * (weights[index] ?? 0);
    });
  });
  return seed.map((value, cell) => value * Math.exp(Math.max(-60, Math.min(60, exponents[cell] ?? 0))));
}

/** Second derivatives of the dual function, with a trace of the diagonal added where conditions depend on each other. */
function curvature(conditions: readonly ScaledCondition[], values: readonly number[]): number[][] {
  const matrix = conditions.map(() => conditions.map(() => 0));
  conditions.forEach((row, i) => {
    const spread = new Float64Array(values.length);
    row.cells.forEach((cell, index) => {
      spread[cell] = (row.weights[index] ?? 0) * (values[cell] ?? 0);
    });
    for (let j = i; j < conditions.length; j += 1) {
      const column = conditions[j];
      const total = column === undefined ? 0 : weighedArray(column, spread);
      const value = i === j ? total * (1 + 1e-10) : total;
      (matrix[i] ?? [])[j] = value;
      (matrix[j] ?? [])[i] = value;
    }
  });
  return matrix;
}

function weighedArray({ cells, weights }: ScaledCondition, values: Float64Array): number {
  let total = 0;
  for (let index = 0; index < cells.length; index += 1) {
    total += (weights[index] ?? 0) * (values[cells[index] ?? 0] ?? 0);
  }
  return total;
}

/** Steps along the direction, halved until the dual function falls; changes `multipliers` and returns the cells. */
function shortenedStep(
  seed: readonly number[],
  conditions: readonly ScaledCondition[],
  multipliers: number[],
  step: readonly number[],
  slope: readonly number[],
): number[] {
  const targets = conditions.map(({ target }) => target);
  const value = (at: readonly number[], cells: readonly number[]) =>
    cells.reduce((total, cell) => total + cell, 0) - product(targets, at);
  const before = value(multipliers, cellsAt(seed, conditions, multipliers));
  const descent = product(slope, step);
  for (let length = 1; ; length /= 2) {
    const at = multipliers.map((multiplier, index) => multiplier - length * (step[index] ?? 0));
    const cells = cellsAt(seed, conditions, at);
    if (value(at, cells) <= before - 1e-4 * length * descent + 1e-9 * Math.abs(before) || length < 1e-9) {
      at.forEach((multiplier, index) => {
        multipliers[index] = multiplier;
      });
      return cells;
    }
  }
}

function product(left: readonly number[], right: readonly number[]): number {
  return left.reduce((total, value, index) => total + value * (right[index] ?? 0), 0);
}

/** Solves a symmetric system by elimination with the largest pivot. */
export function solveSymmetric(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    }
    const swap = rows[column] ?? [];
    rows[column] = rows[pivot] ?? [];
    rows[pivot] = swap;
    const head = rows[column] ?? [];
    for (let row = 0; row < size; row += 1) {
      const line = rows[row] ?? [];
      const factor = (line[column] ?? 0) / (head[column] ?? 1);
      if (row === column || factor === 0) continue;
      for (let at = column; at <= size; at += 1) line[at] = (line[at] ?? 0) - factor * (head[at] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}
