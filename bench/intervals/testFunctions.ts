/**
 * Ishigami's function with a = 7 and b = 0.1, of three coordinates in 0..1 that stand for -π..π.
 *
 * @see Ishigami & Homma (1990), Proceedings of the First International Symposium on Uncertainty Modeling and Analysis
 */
export function ishigami(point: ArrayLike<number>): number {
  const [x, y, z] = Array.from(point, (u) => Math.PI * (2 * u - 1));
  return Math.sin(x!) + 7 * Math.sin(y!) ** 2 + 0.1 * z! ** 4 * Math.sin(x!);
}

/** Exact indices from the integrals: V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2, V1 = (1 + bπ⁴/5)²/2, V2 = a²/8, V13 = 8b²π⁸/225. */
export function ishigamiIndices(): { first: readonly number[]; total: readonly number[]; variance: number } {
  const first1 = (1 + (0.1 * Math.PI ** 4) / 5) ** 2 / 2;
  const first2 = 49 / 8;
  const both = (8 * 0.01 * Math.PI ** 8) / 225;
  const variance = first1 + first2 + both;
  return {
    first: [first1 / variance, first2 / variance, 0],
    total: [(first1 + both) / variance, first2 / variance, both / variance],
    variance,
  };
}

/** Coefficients of the g-function in Saltelli et al. (2010): two parameters matter, two a little, four hardly. */
export const G_COEFFICIENTS = [0, 1, 4.5, 9, 99, 99, 99, 99];

/** Sobol's g-function of eight coordinates in 0..1. */
export function gFunction(point: ArrayLike<number>): number {
  return G_COEFFICIENTS.reduce((product, a, i) => (product * (Math.abs(4 * point[i]! - 2) + a)) / (1 + a), 1);
}

/** Exact: V_i = 1 / (3 (1 + a_i)²), V = Π (1 + V_i) - 1; total V_i Π_{j ≠ i} (1 + V_j). */
export function gIndices(): { first: readonly number[]; total: readonly number[]; variance: number } {
  const parts = G_COEFFICIENTS.map((a) => 1 / (3 * (1 + a) ** 2));
  const all = parts.reduce((product, part) => product * (1 + part), 1);
  const variance = all - 1;
  return {
    first: parts.map((part) => part / variance),
    total: parts.map((part) => (part * all) / (1 + part) / variance),
    variance,
  };
}
