const DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);

/**
 * Distribution function of the standard normal: the series x + x^3/3 + x^5/(3 5) + … times the density.
 *
 * Absolute error below 1e-14; 0 or 1 beyond 8.5 standard deviations.
 *
 * @see Marsaglia (2004), "Evaluating the normal distribution", Journal of Statistical Software 11(4)
 * @example
 * Number(normalDistribution(1.96).toFixed(4)); // => 0.975
 */
export function normalDistribution(x: number): number {
  if (x > 8.5) return 1;
  if (x < -8.5) return 0;
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > Number.EPSILON * 1e-3; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + sum * Math.exp(-0.5 * x * x) * DENSITY_AT_0;
}
