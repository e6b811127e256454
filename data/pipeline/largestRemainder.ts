import { sum } from "./table.ts";

/**
 * Whole numbers in proportion to weights that add to a total exactly (Hamilton's method).
 *
 * Every share is rounded down, and the units left go to the largest fractions; ties go to the
 * earlier weight, so the result does not depend on the machine.
 *
 * @example
 * largestRemainder([1, 1, 1], 10); // => [4, 3, 3]
 */
export function largestRemainder(weights: readonly number[], total: number): number[] {
  const weightSum = sum(weights);
  if (!(weightSum > 0)) throw new RangeError("largestRemainder requires a positive sum of weights");
  const quotas = weights.map((weight) => (weight / weightSum) * total);
  const whole = quotas.map((quota) => Math.floor(quota + 1e-9));
  const left = total - sum(whole);
  const order = quotas.map((quota, index) => ({ index, fraction: quota - (whole[index] ?? 0) }));
  order.sort((a, b) => b.fraction - a.fraction || a.index - b.index);
  for (const { index } of order.slice(0, Math.max(0, left))) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

/**
 * Shares with a fixed number of decimals that add to exactly 1 when summed as whole units.
 *
 * @example
 * roundedShares([1, 2], 2); // => [0.33, 0.67]
 */
export function roundedShares(weights: readonly number[], decimals: number): number[] {
  let units = 1;
  for (let digit = 0; digit < decimals; digit += 1) units *= 10;
  return largestRemainder(weights, units).map((count) => count / units);
}
