import { type Distribution, meanDays } from "../../engine/index.ts";
import { measureValues, type ScenarioRun } from "../../reports/index.ts";
import type { Comparison } from "./comparison.ts";
import { SYSTEM, VIOLATION } from "./people.ts";
import { type Published, publishedFigures } from "./published.ts";

const DAYS_PER_YEAR = 365.25;
const DAYS_PER_MONTH = DAYS_PER_YEAR / 12;

/** A stream of the system at the rates of day 0. */
interface Entry {
  readonly offence: string;
  readonly citizenship: string;
  /** Admissions a year. */
  readonly perYear: number;
  /** Share of them sentenced to more than a year, life included. */
  readonly overOneYear: number;
  /** Mean of the sentences that end (months). */
  readonly meanMonths: number;
}

/** Admissions, releases and deaths a year and the mean time served: by the parameters, and over the run. */
export function flowRows(run: ScenarioRun): Comparison[] {
  const entries = entriesOf(run);
  const overOneYear = sum(entries, ({ perYear, overOneYear }) => perYear * overOneYear);
  const all = sum(entries, ({ perYear }) => perYear);
  const violators = entries.filter(({ offence }) => offence === VIOLATION);
  const longShare = overOneYear / all;
  const flow = (name: string, share = 1) =>
    perYear(run, `${SYSTEM}.system.${name}`).map((value) => share * value);
  const yearly = { unit: "persons a year" } as const;
  return [
    ...newest("admissionsOverOneYear", (from) => ({
      ...yearly,
      what: "admissions, sentences over one year",
      published: from.value,
      from,
      start: overOneYear,
      end: flow("admissions", longShare),
    })),
    ...newest("violatorsOverOneYear", (from) => ({
      ...yearly,
      what: "of these, returned from supervision",
      published: from.value,
      from,
      start: sum(violators, (entry) => entry.perYear * entry.overOneYear),
      end: [],
    })),
    ...newest("releasesOverOneYear", (from) => ({
      ...yearly,
      what: "releases, sentences over one year",
      published: from.value,
      from,
      start: null,
      end: flow("releases", longShare),
    })),
    ...newest("deaths", (from) => ({
      ...yearly,
      what: "deaths",
      published: from.value,
      from,
      start: null,
      end: flow("deaths"),
    })),
    ...newest("meanTimeServed", (from) => ({
      what: "mean time served by the people released",
      unit: "months",
      published: from.value,
      from,
      start: null,
      end: lastOf(run, `${SYSTEM}.system.meanDaysServed`).map((days) => days / DAYS_PER_MONTH),
    })),
  ];
}

/** Sentences and origins of the people sentenced in a year, by the parameters; violators are not sentenced anew. */
export function sentencingRows(run: ScenarioRun): Comparison[] {
  const entries = entriesOf(run).filter(({ offence }) => offence !== VIOLATION);
  const isForeign = ({ citizenship }: Entry) => citizenship !== "US";
  const within = (part: (entry: Entry) => boolean, whole: (entry: Entry) => boolean) =>
    (100 *
      sum(
        entries.filter((entry) => whole(entry) && part(entry)),
        ({ perYear }) => perYear,
      )) /
    sum(entries.filter(whole), ({ perYear }) => perYear);
  const meanOf = (passes: (entry: Entry) => boolean) => {
    const chosen = entries.filter(passes);
    return (
      sum(chosen, ({ perYear, meanMonths }) => perYear * meanMonths) / sum(chosen, ({ perYear }) => perYear)
    );
  };
  const isKind = (kind: string) => (entry: Entry) =>
    kind === "nonUS" ? isForeign(entry) : entry.offence === kind || entry.citizenship === kind;
  const rows = (
    measure: string,
    unit: Comparison["unit"],
    what: (category: string) => string,
    value: (category: string) => number,
  ) =>
    publishedFigures(measure).map((from): Comparison => {
      return {
        what: what(from.category),
        unit,
        published: from.value,
        from,
        start: value(from.category),
        end: [],
      };
    });
  return [
    ...rows(
      "meanSentence",
      "months",
      (kind) => `mean sentence, ${kind}`,
      (kind) => meanOf(isKind(kind)),
    ),
    ...rows(
      "shareOfNonCitizens",
      "%",
      (kind) => `of non-citizens sentenced: ${kind}`,
      (kind) => within(isKind(kind), isForeign),
    ),
    ...rows(
      "shareOfDrug",
      "%",
      (kind) => `of people sentenced for drugs: ${kind}`,
      (kind) => within(isKind(kind), isKind("drug")),
    ),
  ];
}

/** The newest figure of a kind as a row. */
function newest(measure: string, row: (from: Published) => Comparison): Comparison[] {
  const from = publishedFigures(measure).toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1))[0];
  return from === undefined ? [] : [row(from)];
}

function entriesOf({ scenario }: ScenarioRun): Entry[] {
  const { streams, parameters } = scenario;
  return (parameters.regimes[0]?.streams ?? []).flatMap(({ admissionsPerDay, timeToServe }, i) => {
    const { system, offence, citizenship } = streams[i]!;
    const { sentence, lifeAdmissionShare } = timeToServe;
    const entry: Entry = {
      offence,
      citizenship,
      perYear: admissionsPerDay * DAYS_PER_YEAR,
      overOneYear: lifeAdmissionShare + (1 - lifeAdmissionShare) * shareOver(sentence, DAYS_PER_YEAR),
      meanMonths: meanDays(sentence) / DAYS_PER_MONTH,
    };
    return system === SYSTEM && admissionsPerDay > 0 ? [entry] : [];
  });
}

/**
 * Share of a distribution of sentences above a number of days; the shipped ones are bands.
 *
 * @throws {RangeError} for another kind
 */
function shareOver(distribution: Distribution, days: number): number {
  if (distribution.kind !== "bands") {
    throw new RangeError(`shareOver requires bands, got "${distribution.kind}"`);
  }
  return sum(distribution.bands, ({ fromDays, toDays, share }) => {
    const above = (toDays - Math.max(days, fromDays)) / (toDays - fromDays);
    return share * Math.min(1, Math.max(0, above));
  });
}

/** Mean a year over the run of a count since the start, by replication. */
function perYear(run: ScenarioRun, measure: string): number[] {
  const years = run.scenario.parameters.horizonDays / DAYS_PER_YEAR;
  return lastOf(run, measure).map((count) => count / years);
}

function lastOf({ scenario, results }: ScenarioRun, measure: string): number[] {
  const last = scenario.parameters.gridDays.length - 1;
  return Array.from(measureValues(scenario, results, measure, last));
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((all, item) => all + value(item), 0);
}
