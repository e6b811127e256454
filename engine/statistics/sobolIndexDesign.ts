/** Points at which a model is run for Sobol indices. */
export interface SobolIndexDesign {
  /** Number of parameters, k. */
  readonly parameters: number;
  /** Rows of each matrix, n. */
  readonly rows: number;
  /**
   * n (k + 2) points: the rows of A, of B, then for each parameter i those of AB_i, which is A with column i from B.
   */
  readonly points: readonly Float64Array[];
}

/**
 * Saltelli's radial design for first and total Sobol indices.
 *
 * Costs n (k + 2) runs of the model. Every run must use the same random numbers (the same replications), or chance
 * is taken for an effect of every parameter.
 *
 * @param base n points of 2 k dimensions: columns 0 … k - 1 become A, the others B. Scrambled Sobol points of a power
 *   of two give the smallest error, independent uniforms the most exact bootstrap intervals
 * @throws {RangeError} if there are fewer than two points, or their dimensions are not even
 * @see Saltelli, Annoni, Azzini, Campolongo, Ratto & Tarantola (2010), Variance based sensitivity analysis of model
 *   output, Computer Physics Communications 181(2), 259-270
 * @example
 * sobolIndexDesign([[0.1, 0.2], [0.3, 0.4]]).points; // => [[0.1], [0.3], [0.2], [0.4], [0.2], [0.4]]
 */
export function sobolIndexDesign(base: readonly ArrayLike<number>[]): SobolIndexDesign {
  const rows = base.length;
  if (rows < 2) {
    throw new RangeError(`sobolIndexDesign requires at least two points, got ${rows}`);
  }
  const width = base[0]?.length ?? 0;
  if (width < 2 || width % 2 !== 0 || base.some((point) => point.length !== width)) {
    throw new RangeError(`sobolIndexDesign requires points of an even number of dimensions, got ${width}`);
  }
  const parameters = width / 2;
  const a = base.map((point) => Float64Array.from(point).slice(0, parameters));
  const b = base.map((point) => Float64Array.from(point).slice(parameters));
  const mixed = Array.from({ length: parameters }, (_, i) =>
    a.map((row, r) => row.with(i, b[r]![i]!)),
  ).flat();
  return { parameters, rows, points: [...a, ...b, ...mixed] };
}
