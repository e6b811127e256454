import { largestRemainder } from "./largestRemainder.ts";
import { type Fit, type Margin, proportionalFit } from "./proportionalFit.ts";
import { numberOf, onlyRow, readSource, textOf } from "./readSource.ts";
import { sum } from "./table.ts";

export const offences = ["drug", "weapons", "immigration", "violent", "property", "publicOrder"] as const;
export const citizenships = ["US", "MX", "other"] as const;
export const sexes = ["male", "female"] as const;
export type Offence = (typeof offences)[number];
export type Citizenship = (typeof citizenships)[number];
export type Sex = (typeof sexes)[number];

/** One kind of person with its stock at the start, in and out of BOP institutions. */
export interface StreamStock {
  readonly id: string;
  readonly offence: Offence;
  readonly citizenship: Citizenship;
  readonly sex: Sex;
  readonly persons: number;
}

/** Cells of fewer people than this join the next citizenship of the same offence and sex. */
export const smallestStreamPersons = 5;

/** Published totals that the streams must add to. */
export interface StreamMargins {
  readonly offencePersons: readonly number[];
  readonly citizenshipPersons: readonly number[];
  readonly sexPersons: readonly number[];
}

/** Offence, citizenship and sex of the stock, each scaled to the total of 2024-10-31. */
export function streamMargins(totalPersons: number): StreamMargins {
  const rows = readSource("us-composition.csv");
  const count = (dimension: string, category: string, date: string) =>
    numberOf(
      onlyRow(
        rows,
        (row) =>
          row.dimension === dimension && row.category === category && textOf(row, "as_of_date") === date,
        `${dimension} ${category} ${date}`,
      ),
      "count_persons",
    );
  const offence = (category: string) => count("offence_bjs", category, "2022-09-30");
  const citizens = (category: string) => count("citizenship", category, "2024-07-27");
  const scaled = (persons: readonly number[]) =>
    persons.map((value) => (value / sum(persons)) * totalPersons);
  const mexican = citizens("Mexico");
  return {
    offencePersons: scaled(
      ["drug", "weapons", "immigration", "violent", "property", "other_public_order"].map(offence),
    ),
    citizenshipPersons: scaled([
      citizens("United States"),
      mexican,
      citizens("all non-US and unknown") - mexican,
    ]),
    sexPersons: scaled([count("sex", "male", "2022-12-31"), count("sex", "female", "2022-12-31")]),
  };
}

/** Stock of every stream: a fit of the assumed association to the three published margins. */
export function streamStock(
  margins: StreamMargins,
  totalPersons: number,
): { streams: StreamStock[]; fit: Fit } {
  const seeds = readSource("us-seed-offence-person.csv");
  const keys = offences.flatMap((offence) =>
    citizenships.flatMap((citizenship) => sexes.map((sex) => ({ offence, citizenship, sex }))),
  );
  const citizenColumn = { US: "citizen_us_share", MX: "citizen_mx_share", other: "citizen_other_share" };
  const seed = keys.map(({ offence, citizenship, sex }) => {
    const row = onlyRow(seeds, (entry) => entry.offence === offence, `seed of ${offence}`);
    const female = numberOf(row, "female_share");
    const offencePersons = margins.offencePersons[offences.indexOf(offence)] ?? 0;
    return (
      offencePersons * numberOf(row, citizenColumn[citizenship]) * (sex === "female" ? female : 1 - female)
    );
  });
  const fit = proportionalFit(seed, cellMargins(keys, margins));
  const persons = largestRemainder(fit.cells, totalPersons);
  const streams = keys.map((key, index) => ({
    ...key,
    id: `${key.offence}-${key.citizenship}-${key.sex}`,
    persons: persons[index] ?? 0,
  }));
  return { streams: joinSmallStreams(streams), fit };
}

function cellMargins(
  keys: readonly { offence: Offence; citizenship: Citizenship; sex: Sex }[],
  margins: StreamMargins,
): Margin[] {
  return [
    {
      name: "offence",
      groupOfCell: keys.map((key) => offences.indexOf(key.offence)),
      targets: margins.offencePersons,
    },
    {
      name: "citizenship",
      groupOfCell: keys.map((key) => citizenships.indexOf(key.citizenship)),
      targets: margins.citizenshipPersons,
    },
    { name: "sex", groupOfCell: keys.map((key) => sexes.indexOf(key.sex)), targets: margins.sexPersons },
  ];
}

/** Moves streams of fewer than five people to the next citizenship of the same offence and sex. */
export function joinSmallStreams(streams: readonly StreamStock[]): StreamStock[] {
  const persons = new Map(streams.map((stream) => [stream.id, stream.persons]));
  for (const stream of streams) {
    const count = persons.get(stream.id) ?? 0;
    if (count >= smallestStreamPersons) continue;
    const next = stream.citizenship === "other" ? "MX" : "other";
    const target = `${stream.offence}-${next}-${stream.sex}`;
    persons.set(target, (persons.get(target) ?? 0) + count);
    persons.set(stream.id, 0);
  }
  return streams
    .map((stream) => ({ ...stream, persons: persons.get(stream.id) ?? 0 }))
    .filter((stream) => stream.persons > 0);
}
