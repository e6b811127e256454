import { daysPerYear } from "./timeToServe.ts";

/** One band of the sentence imposed, as published. */
export interface SentenceBand {
  readonly key: string;
  readonly fromYears: number;
  readonly toYears: number;
}

/** Bands of BOP's table of sentences imposed; "over 20 years" is taken as 20 to 40 (assumption). */
export const sentenceBands: readonly SentenceBand[] = [
  { key: "under_1y", fromYears: 0, toYears: 1 },
  { key: "1_to_3y", fromYears: 1, toYears: 3 },
  { key: "3_to_5y", fromYears: 3, toYears: 5 },
  { key: "5_to_10y", fromYears: 5, toYears: 10 },
  { key: "10_to_15y", fromYears: 10, toYears: 15 },
  { key: "15_to_20y", fromYears: 15, toYears: 20 },
  { key: "over_20y", fromYears: 20, toYears: 40 },
];

/** Keys of the bands and of the terms without end. */
export const bandKeys: readonly string[] = [...sentenceBands.map((band) => band.key), "life"];

/** Sentences are spread evenly within one of these; the fit decides how many fall into each. */
export interface SubBand {
  readonly fromYears: number;
  readonly toYears: number;
  /** Index into {@link sentenceBands}. */
  readonly band: number;
}

const edges = [0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10, 12, 15, 17.5, 20, 25, 30, 40];

/** Finer bands than the published ones, short where a few months matter. */
export const subBands: readonly SubBand[] = edges.slice(1).map((toYears, index) => {
  const fromYears = edges[index] ?? 0;
  const band = sentenceBands.findIndex((entry) => fromYears >= entry.fromYears && toYears <= entry.toYears);
  return { fromYears, toYears, band };
});

/** Sentence in the middle of every sub-band (years). */
export const subBandMiddles: readonly number[] = subBands.map((band) => (band.fromYears + band.toYears) / 2);

/** What the Sentencing Commission counts a life term as in its means: 470 months (general knowledge). */
export const lifeAsMonths = 470;

const POINTS = 24;

/** Sentences (days) that stand for a sub-band: the middles of equal parts of it. */
export function pointsWithin(band: { readonly fromYears: number; readonly toYears: number }): number[] {
  const width = (band.toYears - band.fromYears) / POINTS;
  return Array.from({ length: POINTS }, (_, point) => (band.fromYears + width * (point + 0.5)) * daysPerYear);
}
