/** Arithmetic mean. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Variance with n - 1. */
export function variance(values: readonly number[]): number {
  const centre = mean(values);
  return values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
}

/** Distance of the mean from what is expected, in standard errors taken from the values themselves. */
export function standardErrorsOff(values: readonly number[], expected: number): number {
  return (mean(values) - expected) / Math.sqrt(variance(values) / values.length);
}

/**
 * How far the chi-square statistic of counts with equal expectations is from its mean, in its own standard
 * deviations: its mean is n - 1, its variance 2 (n - 1).
 */
export function chiSquareDeviation(counts: readonly number[]): number {
  const expected = mean(counts);
  const statistic = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  const freedom = counts.length - 1;
  return (statistic - freedom) / Math.sqrt(2 * freedom);
}

/** Integral by Simpson's rule over an even number of steps. */
export function integral(f: (x: number) => number, from: number, to: number, steps = 2000): number {
  const width = (to - from) / steps;
  let sum = f(from) + f(to);
  for (let i = 1; i < steps; i++) {
    sum += (i % 2 === 1 ? 4 : 2) * f(from + i * width);
  }
  return (sum * width) / 3;
}

/** Complementary error function; W. J. Cody's bound is far below what the tests need: Numerical Recipes' erfc. */
export function complementaryError(x: number): number {
  const z = Math.abs(x);
  const t = 2 / (2 + z);
  const ty = 4 * t - 2;
  let d = 0;
  let dd = 0;
  for (let j = CHEBYSHEV.length - 1; j > 0; j--) {
    const kept = d;
    d = ty * d - dd + CHEBYSHEV[j]!;
    dd = kept;
  }
  const value = t * Math.exp(-z * z + 0.5 * (CHEBYSHEV[0]! + ty * d) - dd);
  return x >= 0 ? value : 2 - value;
}

/** Press, Teukolsky, Vetterling, Flannery: Numerical Recipes, 3rd edition (2007), section 6.2.2. */
const CHEBYSHEV = [
  -1.3026537197817094, 0.64196979235649, 1.9476473204185836e-2, -9.561514786808631e-3, -9.46595344482036e-4,
  3.66839497852761e-4, 4.2523324806907e-5, -2.0278578112534e-5, -1.624290004647e-6, 1.30365583558e-6,
  1.5626441722e-8, -8.5238095915e-8, 6.529054439e-9, 5.059343495e-9, -9.91364156e-10, -2.27365122e-10,
  9.6467911e-11, 2.394038e-12, -6.886027e-12, 8.94487e-13, 3.13092e-13, -1.12708e-13, 3.81e-16, 7.106e-15,
];

/** Share of lognormal durations of this mean and coefficient of variation that are longer than `days`. */
export function lognormalSurvival(days: number, meanDays: number, cv: number): number {
  const variance = Math.log(1 + cv * cv);
  const mu = Math.log(meanDays) - variance / 2;
  return days <= 0 ? 1 : 0.5 * complementaryError((Math.log(days) - mu) / Math.sqrt(2 * variance));
}
