import { logGamma } from "./logGamma.ts";

const SMALLEST = 1e-300;
/** The fraction needs about the root of the larger parameter; this is enough for parameters up to 1e9. */
const MOST_TERMS = 100_000;

/**
 * Regularised incomplete beta function I_x(a, b): the probability that a beta variable with these parameters is at
 * most x, and the tail of binomial, t and F variables.
 *
 * Continued fraction by Lentz' method, from the side on which it converges fast. Relative error about 1e-13 for
 * parameters up to 100, 1e-11 up to 10,000.
 *
 * @param x in [0, 1]
 * @param a above 0
 * @param b above 0
 * @param y 1 - x, where the caller knows it with more digits than the subtraction leaves
 * @returns probability in 0..1
 * @throws {RangeError} if an argument is out of its range
 * @see NIST Digital Library of Mathematical Functions, 8.17.22; Press et al., Numerical Recipes, section 6.4
 * @example
 * incompleteBeta(0.5, 2, 3); // => 0.6875
 */
export function incompleteBeta(x: number, a: number, b: number, y = 1 - x): number {
  if (!(x >= 0 && x <= 1)) {
    throw new RangeError(`incompleteBeta requires x in [0, 1], got ${x}`);
  }
  if (!(a > 0 && b > 0 && a < Infinity && b < Infinity)) {
    throw new RangeError(`incompleteBeta requires parameters above 0, got ${a} and ${b}`);
  }
  if (x === 0 || y === 0) {
    return x === 0 ? 0 : 1;
  }
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(y));
  return x < (a + 1) / (a + b + 2)
    ? Math.min(1, (front * fraction(x, a, b)) / a)
    : Math.max(0, 1 - (front * fraction(y, b, a)) / b);
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / keepOff(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / keepOff(1 + even * d);
    c = keepOff(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / keepOff(1 + odd * d);
    c = keepOff(1 + odd / c);
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) {
      break;
    }
  }
  return value;
}

function keepOff(value: number): number {
  return Math.abs(value) < SMALLEST ? SMALLEST : value;
}
