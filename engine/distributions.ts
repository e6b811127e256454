import { normalQuantileInPlace } from "./normalQuantile.ts";
import type { Distribution } from "./parameters.ts";

enum Kind {
  fixed,
  exponential,
  uniform,
  lognormal,
  bands,
}

/**
 * Durations as rows of numbers, so that the event loop samples them without touching an object.
 * A row is [kind, a, b, ...]: fixed [days], exponential [mean], uniform [from, to], lognormal [mu, sigma],
 * bands [count, then for each band: cumulative share, from, to].
 */
export class DistributionTable {
  private readonly numbers: number[] = [];

  /** Adds a distribution and returns its offset. */
  add(distribution: Distribution): number {
    return this.addRow(encode(distribution));
  }

  /** Adds a row that is no distribution and returns its offset. */
  addRow(row: readonly number[]): number {
    const offset = this.numbers.length;
    this.numbers.push(...row);
    return offset;
  }

  /** The table as a typed array, for {@link sampleInPlace}. */
  toArray(): Float64Array {
    return Float64Array.from(this.numbers);
  }
}

function encode(d: Distribution): number[] {
  switch (d.kind) {
    case "fixed":
      return [Kind.fixed, d.days];
    case "exponential":
      return [Kind.exponential, d.meanDays];
    case "uniform":
      return [Kind.uniform, d.fromDays, d.toDays];
    case "lognormal": {
      const { mu, sigma } = lognormalParameters(d.meanDays, d.cv);
      return [Kind.lognormal, mu, sigma];
    }
    case "bands": {
      let cumulative = 0;
      const rows = d.bands.flatMap((band) => {
        cumulative += band.share;
        return [cumulative, band.fromDays, band.toDays];
      });
      return [Kind.bands, d.bands.length, ...rows];
    }
  }
}

/**
 * Mean and standard deviation of the logarithm of a lognormal duration.
 *
 * @param meanDays mean (days), above 0
 * @param cv coefficient of variation (ratio), 0 or above
 * @example
 * lognormalParameters(1200, 1).sigma; // => 0.8325546111576977
 */
export function lognormalParameters(meanDays: number, cv: number): { mu: number; sigma: number } {
  const variance = Math.log1p(cv * cv);
  return { mu: Math.log(meanDays) - variance / 2, sigma: Math.sqrt(variance) };
}

/**
 * Samples a duration by inverse transform: the same uniform always gives the same duration, and a larger
 * uniform never a shorter one.
 *
 * @param table from {@link DistributionTable}
 * @param offset where the distribution stands
 * @param cell holds the uniform in [0, 1) and receives the duration in days
 */
export function sampleInPlace(table: Float64Array, offset: number, cell: Float64Array): void {
  const u = cell[0]!;
  const kind = table[offset]!;
  if (kind === Kind.exponential) {
    cell[0] = -table[offset + 1]! * Math.log(1 - u);
  } else if (kind === Kind.lognormal) {
    normalQuantileInPlace(cell);
    cell[0] = Math.exp(table[offset + 1]! + table[offset + 2]! * cell[0]!);
  } else if (kind === Kind.fixed) {
    cell[0] = table[offset + 1]!;
  } else if (kind === Kind.uniform) {
    cell[0] = table[offset + 1]! + u * (table[offset + 2]! - table[offset + 1]!);
  } else {
    sampleBands(table, offset, cell);
  }
}

function sampleBands(table: Float64Array, offset: number, cell: Float64Array): void {
  const u = cell[0]!;
  const last = offset + 2 + 3 * (table[offset + 1]! - 1);
  let at = offset + 2;
  let below = 0;
  while (at < last && u >= table[at]!) {
    below = table[at]!;
    at += 3;
  }
  const share = table[at]! - below;
  const within = share > 0 ? Math.min((u - below) / share, 1) : 0;
  cell[0] = table[at + 1]! + within * (table[at + 2]! - table[at + 1]!);
}

/**
 * Mean of a duration.
 *
 * @returns days
 * @example
 * meanDays({ kind: "uniform", fromDays: 0, toDays: 10 }); // => 5
 */
export function meanDays(distribution: Distribution): number {
  switch (distribution.kind) {
    case "fixed":
      return distribution.days;
    case "exponential":
    case "lognormal":
      return distribution.meanDays;
    case "uniform":
      return (distribution.fromDays + distribution.toDays) / 2;
    case "bands":
      return distribution.bands.reduce((sum, b) => sum + (b.share * (b.fromDays + b.toDays)) / 2, 0);
  }
}

/**
 * One duration from one uniform; the slow, general form of {@link sampleInPlace} for set-up and tests.
 *
 * @param distribution of a duration in days
 * @param uniform in [0, 1)
 * @returns days
 * @example
 * sampleDistribution({ kind: "uniform", fromDays: 10, toDays: 20 }, 0.5); // => 15
 */
export function sampleDistribution(distribution: Distribution, uniform: number): number {
  const table = new DistributionTable();
  table.add(distribution);
  const cell = Float64Array.of(uniform);
  sampleInPlace(table.toArray(), 0, cell);
  return cell[0]!;
}
