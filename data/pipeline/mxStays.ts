import { bisect } from "./bisect.ts";
import type { Operator } from "./mxFacilities.ts";
import type { BySex, MxFigures } from "./mxFigures.ts";
import { type SentenceShare, surveyedSentences, tilted } from "./mxSentences.ts";
import { jurisdictions, type MxCell, type MxKind, personsOf, sexes } from "./mxStatus.ts";
import { rootOf } from "./rootOf.ts";
import { meanYears, type StayBand, steadyStock } from "./stayBands.ts";
import { roundTo, sum } from "./table.ts";

/** People who are let go within days: up to 15 days (assumption). */
export const briefYears = { fromYears: 0, toYears: roundTo(15 / 365.25, 6) };

/**
 * People who leave before a sentence or with a short one: 15 days to two years, the longest pre-trial detention that
 * the constitution allows (article 20; the even spread is an assumption).
 */
export const detainedYears = { fromYears: briefYears.toYears, toYears: 2 };

/**
 * How a stay goes on: `detained` people leave within two years, most of them before a sentence; `convicted` ones serve
 * a sentence in full, the time before it counted in.
 */
export type Track = "detained" | "convicted";

/** People of one jurisdiction and sex whom one operator holds, with their stays. */
interface Held {
  readonly operator: Operator;
  readonly jurisdiction: MxKind["jurisdiction"];
  readonly sex: MxKind["sex"];
  readonly persons: number;
  readonly pretrialPersons: number;
}

/** The same with the hazard of a sentence while inside (per year) and the stays from admission to exit. */
interface Stays extends Held {
  readonly sentencingPerYear: number;
  readonly detained: readonly StayBand[];
  readonly convicted: readonly StayBand[];
}

/** One admission stream of the Mexican side: jurisdiction x sex x who runs the centre x track. */
export interface MxStream {
  readonly id: string;
  readonly operator: Operator;
  readonly jurisdiction: MxKind["jurisdiction"];
  readonly sex: MxKind["sex"];
  readonly track: Track;
  /** People inside in the steady state, and those of them before trial. */
  readonly persons: number;
  readonly pretrialPersons: number;
  readonly sentencingPerYear: number;
  readonly bands: readonly StayBand[];
}

/** The fitted streams, and the tilt of the sentences in federal centres. */
export interface MxStays {
  readonly streams: readonly MxStream[];
  readonly federalTilt: number;
}

/** Fits the stays of all streams; see `data/README.md` for the figures and assumptions. */
export function mxStays(cells: readonly MxCell[], figures: MxFigures): MxStays {
  const sentences = surveyedSentences();
  const federal = federalStays(cells, figures, sentences);
  const state = sexes.flatMap((sex) => {
    const inFederal = federal.stays.filter((one) => one.sex === sex);
    return stateStays(cells, figures, sentences, sex, inFederal);
  });
  const streams = [...state, ...federal.stays].flatMap((stays) => streamsOf(stays, figures.deathsPerYear));
  return { streams, federalTilt: federal.tilt };
}

/** One stream for each track on which somebody is. */
function streamsOf({ detained, convicted, ...held }: Stays, deathsPerYear: number): MxStream[] {
  const { operator, jurisdiction, sex, sentencingPerYear } = held;
  const tracks = [
    { track: "detained" as const, bands: detained },
    { track: "convicted" as const, bands: convicted },
  ];
  return tracks.flatMap(({ track, bands }) => {
    if (bands.length === 0) return [];
    return [
      {
        id: `${jurisdiction}-${sex}-${operator}-${track}`,
        ...{ operator, jurisdiction, sex, track, sentencingPerYear, bands },
        persons: steadyStock(bands, deathsPerYear),
        pretrialPersons: steadyStock(bands, deathsPerYear + sentencingPerYear),
      },
    ];
  });
}

function held(
  cells: readonly MxCell[],
  operator: Operator,
  jurisdiction: MxKind["jurisdiction"],
  sex: MxKind["sex"],
): Held {
  const isHeld = (cell: MxCell) =>
    cell.facility.operator === operator && cell.jurisdiction === jurisdiction && cell.sex === sex;
  return {
    operator,
    jurisdiction,
    sex,
    persons: personsOf(cells, isHeld),
    pretrialPersons: personsOf(cells, (cell) => isHeld(cell) && cell.level === "pretrial"),
  };
}

/** Stationary stocks of one person a year admitted to each band: before trial, and all. */
function stocks(deathsPerYear: number, sentencingPerYear: number) {
  return (band: Pick<StayBand, "fromYears" | "toYears">) => {
    const pretrial = meanYears(band, deathsPerYear + sentencingPerYear);
    return { pretrial, sentenced: meanYears(band, deathsPerYear) - pretrial };
  };
}

/** Admissions a year by sentence that keep so many sentenced people inside with the shares of the survey. */
function sentencedBands(
  sentences: readonly SentenceShare[],
  sentencedPersons: number,
  stockOf: ReturnType<typeof stocks>,
): StayBand[] {
  return sentences.map(({ fromYears, toYears, share }) => ({
    fromYears,
    toYears,
    perYear: (share * sentencedPersons) / stockOf({ fromYears, toYears }).sentenced,
  }));
}

/**
 * Federal centres hold nobody for days, so the stays are sentences only. The hazard of each sex gives its people
 * before trial; the sentences are tilted until the admissions are those published.
 */
function federalStays(cells: readonly MxCell[], figures: MxFigures, sentences: readonly SentenceShare[]) {
  const { deathsPerYear, admissionsPerYear, persons, pretrial } = figures;
  const staysAt = (tilt: number) =>
    sexes.map((sex) => {
      const people = { persons: persons.federal[sex], pretrial: pretrial.federal[sex] };
      const shares = tilted(sentences, tilt);
      const bandsAt = (hazard: number) =>
        sentencedBands(shares, people.persons - people.pretrial, stocks(deathsPerYear, hazard));
      const excess = (x: number) => steadyStock(bandsAt(x), deathsPerYear + x) - people.pretrial;
      const hazard = roundTo(rootOf(0.001, 20, excess), 4);
      return { sex, hazard, bands: bandsAt(hazard) };
    });
  const tilt = rootOf(
    -0.2,
    0.2,
    (x) => perYear(staysAt(x).flatMap(({ bands }) => bands)) - admissionsPerYear.federal,
  );
  const stays = staysAt(tilt).flatMap(({ sex, hazard, bands }) =>
    jurisdictions.map((jurisdiction): Stays => {
      const people = held(cells, "federal", jurisdiction, sex);
      const share = people.persons / persons.federal[sex];
      const convicted = bands.map((band) => ({ ...band, perYear: band.perYear * share }));
      return { ...people, sentencingPerYear: hazard, detained: [], convicted };
    }),
  );
  return { stays, tilt };
}

/** Admissions a year to all of these bands. */
export function perYear(bands: readonly StayBand[]): number {
  return sum(bands.map((band) => band.perYear));
}

/**
 * State centres, one sex: the hazard gives the published share of people before trial who have waited two years,
 * federal centres counted in; admissions of people who are let go within days make up the rest of the admissions.
 */
function stateStays(
  cells: readonly MxCell[],
  figures: MxFigures,
  sentences: readonly SentenceShare[],
  sex: keyof BySex,
  federal: readonly Stays[],
): Stays[] {
  const { deathsPerYear, longWaitShare, womenShareOfAdmissions } = figures;
  const share = sex === "female" ? womenShareOfAdmissions : 1 - womenShareOfAdmissions;
  const admissions = figures.admissionsPerYear.state * share;
  const people = jurisdictions.map((jurisdiction) => held(cells, "state", jurisdiction, sex));
  const staysAt = (hazard: number) => {
    const stockOf = stocks(deathsPerYear, hazard);
    const staysOf = (ratio: number) =>
      people.map((one) => ({
        ...one,
        sentencingPerYear: hazard,
        ...stateBands(one, ratio, sentences, stockOf),
      }));
    const missing = (ratio: number) =>
      admissions - perYear(staysOf(ratio).flatMap(({ detained, convicted }) => [...detained, ...convicted]));
    const ratio = bisect(0, 20, missing);
    if (ratio === null) return null;
    const stays = staysOf(ratio);
    return stays.every(({ detained }) => perYear(detained) >= 0) ? stays : null;
  };
  // A hazard so low that nobody could be detained without a sentence leaves too many waiting.
  const hazard = rootOf(0.1, 0.8, (x) => {
    const stays = staysAt(x);
    return stays === null ? 1 : longWaitShareOf([...stays, ...federal], deathsPerYear) - longWaitShare[sex];
  });
  const stays = staysAt(roundTo(hazard, 4));
  if (stays === null) throw new RangeError(`stateStays found no hazard of sentencing for ${sex}`);
  return stays;
}

/**
 * Bands of a stream of state centres: sentences and detention that keep its people before and after the sentence
 * inside; `ratio` people let go within days for each of the others.
 */
function stateBands(
  { persons, pretrialPersons }: Held,
  ratio: number,
  sentences: readonly SentenceShare[],
  stockOf: ReturnType<typeof stocks>,
): Pick<Stays, Track> {
  const unit = sentencedBands(sentences, 1, stockOf);
  const unitPerYear = perYear(unit);
  const unitPretrial = sum(unit.map((band) => band.perYear * stockOf(band).pretrial));
  const [brief, detained] = [stockOf(briefYears), stockOf(detainedYears)];
  // Two linear equations in x (sentenced people in the sentence bands) and y (admissions to detention).
  const a = 1 + ratio * unitPerYear * brief.sentenced;
  const b = detained.sentenced + ratio * brief.sentenced;
  const c = unitPretrial + ratio * unitPerYear * brief.pretrial;
  const d = detained.pretrial + ratio * brief.pretrial;
  const sentencedPersons = persons - pretrialPersons;
  const x = (sentencedPersons * d - pretrialPersons * b) / (a * d - b * c);
  const y = (a * pretrialPersons - c * sentencedPersons) / (a * d - b * c);
  return {
    detained: [
      { ...briefYears, perYear: ratio * (x * unitPerYear + y) },
      { ...detainedYears, perYear: y },
    ],
    convicted: unit.map((band) => ({ ...band, perYear: band.perYear * x })),
  };
}

/** Share of the people before trial who came in two years ago or more. */
function longWaitShareOf(stays: readonly Stays[], deathsPerYear: number): number {
  const streams = stays.map(({ detained, convicted, sentencingPerYear }) => ({
    bands: [...detained, ...convicted],
    sentencingPerYear,
  }));
  return 1 - waitShareWithin(streams, deathsPerYear, 2);
}

/** Share of the people before trial who came in so many years ago or less. */
export function waitShareWithin(
  streams: readonly Pick<MxStream, "bands" | "sentencingPerYear">[],
  deathsPerYear: number,
  withinYears: number,
): number {
  const pretrial = (within?: number) =>
    sum(
      streams.map(({ bands, sentencingPerYear }) =>
        steadyStock(bands, deathsPerYear + sentencingPerYear, within),
      ),
    );
  return pretrial(withinYears) / pretrial();
}
