import { groupSums, type Margin, proportionalFit } from "./proportionalFit.ts";
import { numberOf, onlyRow, readSource } from "./readSource.ts";
import { sum } from "./table.ts";
import {
  daysPerYear,
  goodConductShare,
  meanPlacementDays,
  meanStayDays,
  sentenceBands,
  type TimeServedRule,
} from "./timeToServe.ts";
import type { StreamStock } from "./usStreamStock.ts";

/** Stock and yearly admissions of one stream by sentence band; the last entry is life. */
export interface StreamFlow {
  readonly stream: StreamStock;
  readonly stockPersons: readonly number[];
  readonly admissionsPerYear: readonly number[];
}

/** Shortest time in custody after a sentence (assumption): keeps the under-one-year band from turning
 * over every month, which the stock of that band would not bear out. */
export const minimumServedDays = 120;

/** Bounds of the pre-trial credit that is solved for. */
export const creditRangeDays = { lowest: 120, highest: 400 };

const lifeIndex = sentenceBands.length;
const bandKeys = [...sentenceBands.map((band) => band.key), "life"];

/** Stock by sentence imposed on 2019-07-27 (with the death sentences in "life"), scaled to a total. */
export function bandPersons(totalPersons: number): number[] {
  const rows = readSource("us-composition.csv").filter(
    (row) => row.dimension === "sentence_imposed" && row.as_of_date === "2019-07-27",
  );
  const count = (category: string) =>
    numberOf(
      onlyRow(rows, (row) => row.category === category, category),
      "count_persons",
    );
  const names = ["under 1 year", "1 to 3 years", "3 to 5 years", "5 to 10 years", "10 to 15 years"];
  const counts = [...names, "15 to 20 years", "over 20 years"].map(count);
  counts.push(count("life") + count("death"));
  return counts.map((persons) => (persons / sum(counts)) * totalPersons);
}

/** Stock of every stream by band: the assumed profile of its offence, fitted to bands and streams. */
export function stockByBand(streams: readonly StreamStock[], bands: readonly number[]) {
  const seeds = readSource("us-seed-offence-band.csv");
  const seed = streams.flatMap((stream) => {
    const row = onlyRow(seeds, (entry) => entry.offence === stream.offence, stream.offence);
    return bandKeys.map((key) => numberOf(row, key) * stream.persons);
  });
  const streamOfCell = streams.flatMap((_, index) => bandKeys.map(() => index));
  const bandOfCell = streams.flatMap(() => bandKeys.map((_, index) => index));
  const bandMargin: Margin = { name: "band", groupOfCell: bandOfCell, targets: bands };
  const streamMargin: Margin = {
    name: "stream",
    groupOfCell: streamOfCell,
    targets: streams.map((stream) => stream.persons),
  };
  const fit = proportionalFit(seed, [bandMargin, streamMargin]);
  return { cells: fit.cells, bandSums: groupSums(fit.cells, bandMargin), worstMissShare: fit.worstMissShare };
}

/** The time-served rule with a given credit. */
export function servedRule(preTrialCreditDays: number): TimeServedRule {
  return { share: goodConductShare, preTrialCreditDays, minimumDays: minimumServedDays };
}

/**
 * Yearly admissions that keep the stock stationary (Little's law): stock of a band / its mean stay.
 *
 * A life sentence ends by death alone, so its admissions are its stock times the death rate.
 */
export function streamFlows(
  streams: readonly StreamStock[],
  cells: readonly number[],
  rule: TimeServedRule,
  deathsPerYear: number,
): StreamFlow[] {
  const stayYears = sentenceBands.map((band) => meanStayDays(band, rule, deathsPerYear) / daysPerYear);
  stayYears.push(1 / deathsPerYear);
  return streams.map((stream, index) => {
    const stockPersons = bandKeys.map((_, band) => cells[index * bandKeys.length + band] ?? 0);
    const admissionsPerYear = stockPersons.map((persons, band) => persons / (stayYears[band] ?? 1));
    return { stream, stockPersons, admissionsPerYear };
  });
}

/** Admissions with a sentence of at least a year, all streams, persons a year. */
export function admissionsOverOneYear(flows: readonly StreamFlow[]): number {
  return sum(flows.map((flow) => sum(flow.admissionsPerYear) - (flow.admissionsPerYear[0] ?? 0)));
}

/** The whole-day credit that brings admissions over one year nearest to the observed number. */
export function solveCreditDays(
  streams: readonly StreamStock[],
  cells: readonly number[],
  deathsPerYear: number,
  observedPerYear: number,
): number {
  let best = creditRangeDays.lowest;
  let bestMiss = Number.POSITIVE_INFINITY;
  for (let days = creditRangeDays.lowest; days <= creditRangeDays.highest; days += 1) {
    const flows = streamFlows(streams, cells, servedRule(days), deathsPerYear);
    const miss = Math.abs(admissionsOverOneYear(flows) - observedPerYear);
    if (miss < bestMiss) [best, bestMiss] = [days, miss];
  }
  return best;
}

/** Share of each citizenship that spends its last days outside (assumption): people with a removal
 * order stay inside to the end. */
export const placementShare = { US: 0.9, MX: 0, other: 0.05 } as const;

/** Stationary number of people in the final placement, by stream. */
export function placedPersons(
  flows: readonly StreamFlow[],
  rule: TimeServedRule,
  deathsPerYear: number,
  placementDays: number,
): number[] {
  const years = sentenceBands.map(
    (band) => meanPlacementDays(band, rule, deathsPerYear, placementDays) / daysPerYear,
  );
  return flows.map((flow) => {
    const rates = flow.admissionsPerYear.slice(0, lifeIndex);
    return (
      placementShare[flow.stream.citizenship] * sum(rates.map((rate, band) => rate * (years[band] ?? 0)))
    );
  });
}

/** The whole number of days outside that brings the placed stock nearest to the published one. */
export function solvePlacementDays(
  flows: readonly StreamFlow[],
  rule: TimeServedRule,
  deathsPerYear: number,
  observedPersons: number,
): number {
  let best = 1;
  let bestMiss = Number.POSITIVE_INFINITY;
  for (let days = 1; days <= 730; days += 1) {
    const miss = Math.abs(sum(placedPersons(flows, rule, deathsPerYear, days)) - observedPersons);
    if (miss < bestMiss) [best, bestMiss] = [days, miss];
  }
  return best;
}
