import { normalQuantile } from "../normalQuantile.ts";
import { betaQuantile } from "./betaQuantile.ts";
import type { ParameterDistribution } from "./parameterDistribution.ts";

/** Value that a parameter stays at or below with the given probability, in [0, 1]. */
export type QuantileFunction = (probability: number) => number;

/**
 * Quantile function (inverse distribution function) of a parameter: turns the coordinates of a design into values.
 *
 * Never falls as the probability rises, so that a stratum of probability is a stratum of values. The ends of
 * unbounded distributions are cut at a probability of 2^-54, so that 0 and 1 give finite values.
 *
 * @throws {RangeError} if the distribution does not exist
 * @see Johnson, Kotz & Balakrishnan (1994, 1995), Continuous Univariate Distributions; Malcolm, Roseboom, Clark &
 *   Fazar (1959), Operations Research 7(5), 646-669 (PERT)
 * @example
 * quantileFunction({ kind: "triangular", low: 0, mode: 1, high: 2 })(0.125); // => 0.5
 */
export function quantileFunction(distribution: ParameterDistribution): QuantileFunction {
  const quantile = unchecked(distribution);
  return (probability) => {
    if (!(probability >= 0 && probability <= 1)) {
      throw new RangeError(`quantileFunction requires a probability in [0, 1], got ${probability}`);
    }
    return quantile(probability);
  };
}

function unchecked(d: ParameterDistribution): QuantileFunction {
  switch (d.kind) {
    case "uniform":
      demand(d.low < d.high, `low below high, got ${d.low} and ${d.high}`);
      return (p) => d.low + p * (d.high - d.low);
    case "triangular":
      return triangular(d.low, d.mode, d.high);
    case "pert":
      return pert(d.low, d.mode, d.high);
    case "beta":
      return beta(d.mean, d.sd);
    case "normal":
      demand(Number.isFinite(d.mean) && d.sd > 0, `a finite mean and sd above 0, got ${d.mean} and ${d.sd}`);
      return (p) => d.mean + d.sd * normalQuantile(p);
    case "lognormal":
      return lognormal(d.mean, d.sd);
    case "discrete":
      return discrete(d.values, d.weights);
    case "empirical":
      return discrete(d.values, new Array<number>(d.values.length).fill(1));
  }
}

function triangular(low: number, mode: number, high: number): QuantileFunction {
  demandMode(low, mode, high);
  const width = high - low;
  const atMode = (mode - low) / width;
  return (p) =>
    p < atMode
      ? low + Math.sqrt(p * width * (mode - low))
      : high - Math.sqrt((1 - p) * width * (high - mode));
}

function pert(low: number, mode: number, high: number): QuantileFunction {
  demandMode(low, mode, high);
  const width = high - low;
  const a = 1 + (4 * (mode - low)) / width;
  const b = 1 + (4 * (high - mode)) / width;
  return (p) => low + width * betaQuantile(p, a, b);
}

function beta(mean: number, sd: number): QuantileFunction {
  demand(
    mean > 0 && mean < 1 && sd > 0 && sd ** 2 < mean * (1 - mean),
    `a mean in (0, 1) and an sd in (0, sqrt(mean (1 - mean))), got ${mean} and ${sd}`,
  );
  const total = (mean * (1 - mean)) / sd ** 2 - 1;
  return (p) => betaQuantile(p, mean * total, (1 - mean) * total);
}

function lognormal(mean: number, sd: number): QuantileFunction {
  demand(mean > 0 && sd > 0 && sd < Infinity, `mean and sd above 0, got ${mean} and ${sd}`);
  const variance = Math.log1p((sd / mean) ** 2);
  const centre = Math.log(mean) - variance / 2;
  return (p) => Math.exp(centre + Math.sqrt(variance) * normalQuantile(p));
}

/** The least value whose cumulated share exceeds the probability; the greatest one at probability 1. */
function discrete(values: readonly number[], weights: readonly number[]): QuantileFunction {
  demand(values.length > 0, "at least one value");
  demand(values.every(Number.isFinite), `finite values, got ${values.join(", ")}`);
  demand(
    weights.length === values.length && weights.every((weight) => weight >= 0 && weight < Infinity),
    `one weight from 0 up for each value, got ${weights.join(", ")}`,
  );
  const sorted = values
    .map((value, i) => ({ value, weight: weights[i]! }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => a.value - b.value);
  demand(sorted.length > 0, "a weight above 0");
  let sum = 0;
  const cumulated = sorted.map(({ weight }) => {
    sum += weight;
    return sum;
  });
  return (p) => {
    const at = cumulated.findIndex((upTo) => upTo > p * sum);
    return sorted.at(at)!.value;
  };
}

function demandMode(low: number, mode: number, high: number): void {
  demand(
    low < high && low <= mode && mode <= high,
    `low <= mode <= high and low below high, got ${low}, ${mode} and ${high}`,
  );
}

function demand(holds: boolean, rule: string): asserts holds {
  if (!holds) {
    throw new RangeError(`quantileFunction requires ${rule}`);
  }
}
