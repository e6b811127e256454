/**
 * What is known of a parameter: a probability distribution of its value, in the parameter's own unit. Plain data,
 * so that it survives JSON.
 */
export type ParameterDistribution =
  | { readonly kind: "uniform"; readonly low: number; readonly high: number }
  /** `low` and `high` are the ends, not quantiles. */
  | { readonly kind: "triangular"; readonly low: number; readonly mode: number; readonly high: number }
  /** A beta distribution between the ends whose mean is (low + 4 mode + high) / 6. */
  | { readonly kind: "pert"; readonly low: number; readonly mode: number; readonly high: number }
  /** For shares and probabilities: on 0..1, with sd² below mean (1 - mean). */
  | { readonly kind: "beta"; readonly mean: number; readonly sd: number }
  | { readonly kind: "normal"; readonly mean: number; readonly sd: number }
  /** Mean and standard deviation of the value, not of its logarithm. */
  | { readonly kind: "lognormal"; readonly mean: number; readonly sd: number }
  /** Weights need not sum to 1. */
  | { readonly kind: "discrete"; readonly values: readonly number[]; readonly weights: readonly number[] }
  /** Each of the values is equally likely; nothing lies between them. */
  | { readonly kind: "empirical"; readonly values: readonly number[] };
