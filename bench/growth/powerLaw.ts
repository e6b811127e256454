import { linearRegression } from "simple-statistics";

/** value = coefficient x size ^ exponent. */
export interface PowerLaw {
  readonly exponent: number;
  readonly coefficient: number;
}

/**
 * Power law through points: the least-squares line through their logarithms.
 *
 * @param points at least two, [size, value], all above 0
 * @throws {RangeError} for fewer points
 * @example
 * fitPowerLaw([[1, 3], [2, 12], [4, 48]]); // => { exponent: 2, coefficient: 3 }
 */
export function fitPowerLaw(points: readonly (readonly [number, number])[]): PowerLaw {
  if (points.length < 2) {
    throw new RangeError(`fitPowerLaw requires at least two points, got ${points.length}`);
  }
  const { m, b } = linearRegression(points.map(([size, value]) => [Math.log(size), Math.log(value)]));
  return { exponent: m, coefficient: Math.exp(b) };
}
