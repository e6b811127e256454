/** Standard normal distribution function, by the series near 0 and a continued fraction far from it. */
export function normalCdf(z: number): number {
  const x = Math.abs(z);
  const density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  let upper: number;
  if (x < 4) {
    let term = x;
    let series = x;
    for (let n = 1; n < 200; n += 1) {
      term *= (x * x) / (2 * n + 1);
      series += term;
    }
    upper = 0.5 - density * series;
  } else {
    let fraction = x;
    for (let n = 60; n >= 1; n -= 1) fraction = x + n / fraction;
    upper = density / fraction;
  }
  return z > 0 ? 1 - upper : upper;
}

/**
 * Share of a stationary stock that came in at most `ageYears` ago, for lognormal stays.
 *
 * The time since admission has the equilibrium distribution of the stay: E[min(L, a)] / E[L].
 *
 * @param logSd standard deviation of the logarithm of the stay
 */
export function stockShareYoungerThan(ageYears: number, meanYears: number, logSd: number): number {
  const logMean = Math.log(meanYears) - (logSd * logSd) / 2;
  const z = (Math.log(ageYears) - logMean) / logSd;
  return normalCdf(z - logSd) + (ageYears / meanYears) * (1 - normalCdf(z));
}

/**
 * Coefficient of variation of a lognormal stay for which a given share of the stock came in at most
 * `ageYears` ago, or null if no lognormal with that mean has it.
 *
 * The share falls as the spread grows once it has started to fall; the root is found by bisection.
 */
export function solveStayVariation(ageYears: number, meanYears: number, share: number): number | null {
  let low = 0.05;
  let high = 6;
  if (stockShareYoungerThan(ageYears, meanYears, low) < share) return null;
  if (stockShareYoungerThan(ageYears, meanYears, high) > share) return null;
  for (let step = 0; step < 200; step += 1) {
    const middle = (low + high) / 2;
    if (stockShareYoungerThan(ageYears, meanYears, middle) > share) low = middle;
    else high = middle;
  }
  return Math.sqrt(Math.exp(low * low) - 1);
}
