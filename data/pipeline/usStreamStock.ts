import { largestRemainder } from "./largestRemainder.ts";
import { type Fit, type Margin, proportionalFit } from "./proportionalFit.ts";
import { numberOf, onlyRow, readSource, type SourceRow } from "./readSource.ts";
import { sum } from "./table.ts";
import { compositionCount } from "./usComposition.ts";
import type { UsVintage } from "./usVintage.ts";

/** Offence groups of people committed by a court, and people back for a violation of supervised release. */
export const offences = [
  "drug",
  "weapons",
  "immigration",
  "violent",
  "property",
  "publicOrder",
  "supervisionViolation",
] as const;
/** Citizenships; `treaty`: a nation with a transfer treaty other than Mexico; `other`: the rest, unknown included. */
export const citizenships = ["US", "MX", "treaty", "other"] as const;
export const sexes = ["male", "female"] as const;
export type Offence = (typeof offences)[number];
export type Citizenship = (typeof citizenships)[number];
export type Sex = (typeof sexes)[number];

/** What a stream is made of. */
export interface StreamKey {
  readonly offence: Offence;
  readonly citizenship: Citizenship;
  readonly sex: Sex;
}

/** One kind of person with its stock at the start, in and out of BOP institutions. */
export interface StreamStock extends StreamKey {
  readonly id: string;
  readonly persons: number;
}

/** All combinations, in the order of the tables. */
export const streamKeys: readonly StreamKey[] = offences.flatMap((offence) =>
  citizenships.flatMap((citizenship) => sexes.map((sex) => ({ offence, citizenship, sex }))),
);

/** Cells of fewer people than this join another citizenship of the same offence and sex. */
export const smallestStreamPersons = 5;

/** Published totals that the streams must add to. */
export interface StreamMargins {
  readonly offencePersons: readonly number[];
  readonly citizenshipPersons: readonly number[];
  readonly sexPersons: readonly number[];
  /** Share of treaty nations among people who are neither US citizens nor Mexicans. */
  readonly treatyShare: number;
}

/**
 * Share of treaty nations among people who are neither US citizens nor Mexicans: the Inspector General's count of
 * people of treaty nations less the Mexicans of the nearest date. The two counts define nationality differently.
 */
export function treatyShareOfOthers(treatyYear: string, citizenshipDate: string): number {
  const isTreaty = (row: SourceRow) =>
    row.series === "Inmates from treaty nations in BOP" && row.date === treatyYear;
  const treaty = numberOf(
    onlyRow(readSource("transfers-reference-series.csv"), isTreaty, treatyYear),
    "value",
  );
  const mexican = compositionCount("citizenship", "Mexico", citizenshipDate);
  return (
    (treaty - mexican) /
    (compositionCount("citizenship", "all non-US and unknown", citizenshipDate) - mexican)
  );
}

/**
 * Offence, citizenship and sex of the stock, each scaled to the total.
 *
 * @param violatorPersons stock of violators of supervision, taken out of the public-order group (assumption: the
 *   published groups have none of their own, and the other five name an offence)
 */
export function streamMargins(
  vintage: UsVintage,
  totalPersons: number,
  violatorPersons: number,
): StreamMargins {
  const scaled = (persons: readonly number[]) =>
    persons.map((value) => (value / sum(persons)) * totalPersons);
  const byOffence = scaled(vintage.offencePersons);
  const citizens = (category: string) => compositionCount("citizenship", category, vintage.citizenshipDate);
  const mexican = citizens("Mexico");
  const others = citizens("all non-US and unknown") - mexican;
  const treatyShare = treatyShareOfOthers("FY2013", "2012-08-25");
  return {
    offencePersons: [...byOffence.slice(0, -1), (byOffence.at(-1) ?? 0) - violatorPersons, violatorPersons],
    citizenshipPersons: scaled([
      citizens("United States"),
      mexican,
      others * treatyShare,
      others * (1 - treatyShare),
    ]),
    sexPersons: scaled(sexes.map((sex) => compositionCount("sex", sex, vintage.sexDate))),
    treatyShare,
  };
}

/** Stock of every combination: a fit of the assumed association to the published margins. */
export function fitStreams(margins: StreamMargins): Fit {
  const seeds = readSource("us-seed-offence-person.csv");
  const seed = streamKeys.map(({ offence, citizenship, sex }) => {
    const row = onlyRow(seeds, (entry) => entry.offence === offence, `seed of ${offence}`);
    const female = numberOf(row, "female_share");
    const offencePersons = margins.offencePersons[offences.indexOf(offence)] ?? 0;
    const others = numberOf(row, "citizen_other_share");
    const citizen = {
      US: numberOf(row, "citizen_us_share"),
      MX: numberOf(row, "citizen_mx_share"),
      treaty: others * margins.treatyShare,
      other: others * (1 - margins.treatyShare),
    };
    return offencePersons * citizen[citizenship] * (sex === "female" ? female : 1 - female);
  });
  return proportionalFit(seed, [
    margin("offence", margins.offencePersons, (key) => offences.indexOf(key.offence)),
    margin("citizenship", margins.citizenshipPersons, (key) => citizenships.indexOf(key.citizenship)),
    margin("sex", margins.sexPersons, (key) => sexes.indexOf(key.sex)),
  ]);
}

function margin(name: string, targets: readonly number[], groupOf: (key: StreamKey) => number): Margin {
  return { name, groupOfCell: streamKeys.map(groupOf), targets };
}

/** Id of a stream: offence, citizenship and sex. */
export function streamId({ offence, citizenship, sex }: StreamKey): string {
  return `${offence === "supervisionViolation" ? "violator" : offence}-${citizenship}-${sex}`;
}

/** The combinations in whole numbers, small ones joined to their neighbours. */
export function wholeStreams(cells: readonly number[], totalPersons: number): StreamStock[] {
  const persons = largestRemainder(cells, totalPersons);
  return joinSmallStreams(
    streamKeys.map((key, index) => ({ ...key, id: streamId(key), persons: persons[index] ?? 0 })),
  );
}

/** Where the people of a cell that is too small are counted. */
const neighbour = { US: "other", MX: "other", treaty: "other", other: "MX" } as const;

/** Moves streams of fewer than five people to another citizenship of the same offence and sex. */
export function joinSmallStreams(streams: readonly StreamStock[]): StreamStock[] {
  const persons = new Map(streams.map((stream) => [stream.id, stream.persons]));
  for (const stream of streams) {
    const count = persons.get(stream.id) ?? 0;
    if (count >= smallestStreamPersons) continue;
    const target = streamId({ ...stream, citizenship: neighbour[stream.citizenship] });
    persons.set(target, (persons.get(target) ?? 0) + count);
    persons.set(stream.id, 0);
  }
  return streams
    .map((stream) => ({ ...stream, persons: persons.get(stream.id) ?? 0 }))
    .filter((stream) => stream.persons > 0);
}
