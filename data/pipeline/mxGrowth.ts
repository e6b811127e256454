import { bisect } from "./bisect.ts";
import type { MxFigures } from "./mxFigures.ts";
import type { MxStream } from "./mxStays.ts";
import { numberOf, numberOrNull, onlyRow, readSource, type SourceRow, textOf } from "./readSource.ts";
import { steadyStock } from "./stayBands.ts";
import { roundTo, sum } from "./table.ts";

/** Admissions to state centres, times a factor from a day on. */
export interface AdmissionsStep {
  readonly from: string;
  readonly factor: number;
}

/** The ways in which admissions may go on after 2024; those of federal centres stay as they were. */
export interface MxGrowth {
  /** What could be known at the end of 2024: the stock goes on rising in 2025 as it did in 2023 and 2024. */
  readonly knownAtEndOf2024: readonly AdmissionsStep[];
  /** The admissions published for 2025, then an assumption. No count of people of 2025 enters. */
  readonly published: readonly AdmissionsStep[];
}

/** Date of the steady start, and of the first step: between December 2024 and February 2025 (assumption). */
const start = "2024-12-31";
const firstStep = "2025-01-01";
/** From here nothing is published: admissions at which the last stock counted would stay as it is (assumption). */
const lastStep = "2026-02-01";
const lastCount = "2026-01-31";

/** Derives the steps of admissions from the published flows and stocks. */
export function mxGrowth(streams: readonly MxStream[], figures: MxFigures): MxGrowth {
  const months = readSource("mx-notebook-by-month.csv");
  const month = (asOf: string) => onlyRow(months, (row) => row.as_of === asOf, `the notebook of ${asOf}`);
  const yearly = figures.admissionsPerYear.federal + figures.admissionsPerYear.state;
  const october = numberOf(month("2025-10-31"), "admissions_persons_per_month");
  const people = sum(streams.map(({ persons }) => persons));
  const inState = sum(streams.filter(({ operator }) => operator === "state").map(({ persons }) => persons));
  const last = numberOf(month(lastCount), "population_persons");
  return {
    knownAtEndOf2024: [{ from: firstStep, factor: roundTo(stepForYearlyRise(streams, figures), 4) }],
    published: [
      { from: firstStep, factor: roundTo((12 * october) / yearly, 4) },
      { from: lastStep, factor: roundTo(1 + (last - people) / inState, 4) },
    ],
  };
}

/** Step of admissions that makes the stock rise within a year by its mean yearly rise of 2023 and 2024. */
function stepForYearlyRise(streams: readonly MxStream[], figures: MxFigures): number {
  const national = readSource("mx-national-by-year.csv");
  const yearEnd = (year: string) => {
    const isYearEnd = (row: SourceRow) => row.as_of === `${year}-12-31` && row.series === "INEGI all";
    return numberOf(onlyRow(national, isYearEnd, `the end of ${year}`), "population_persons");
  };
  const rise = (yearEnd("2024") - yearEnd("2022")) / 2;
  const risen = (factor: number) =>
    stockAt(streams, figures.deathsPerYear, [{ from: start, factor }], "2025-12-31") - yearEnd("2024");
  const factor = bisect(1, 2, (x) => rise - risen(x));
  if (factor === null) throw new RangeError("stepForYearlyRise found no step of admissions");
  return factor;
}

/**
 * People expected inside on a date, from the steady state of 2024-12-31 on. A step adds its admissions, each inside
 * as long as the bands say.
 *
 * @param whom everybody, or the people before trial
 */
export function stockAt(
  streams: readonly MxStream[],
  deathsPerYear: number,
  steps: readonly AdmissionsStep[],
  date: string,
  whom: "persons" | "pretrialPersons" = "persons",
): number {
  const before = [1, ...steps.map(({ factor }) => factor)];
  return sum(
    streams.map((stream) => {
      if (stream.operator === "federal") return stream[whom];
      const hazard = deathsPerYear + (whom === "persons" ? 0 : stream.sentencingPerYear);
      const added = steps.map(({ from, factor }, index) => {
        const years = yearsBetween(from, date);
        return years <= 0 ? 0 : (factor - (before[index] ?? 1)) * steadyStock(stream.bands, hazard, years);
      });
      return stream[whom] + sum(added);
    }),
  );
}

function yearsBetween(from: string, to: string): number {
  const day = (date: string) =>
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)));
  return (day(to) - day(from)) / 86_400_000 / 365.25;
}

/** The dates after 2024 on which the notebook counts people. */
export function notebookCounts(): {
  readonly date: string;
  readonly persons: number;
  readonly source: string;
}[] {
  return readSource("mx-notebook-by-month.csv").flatMap((row) => {
    const [date, persons] = [textOf(row, "as_of"), numberOrNull(row, "population_persons")];
    return persons === null || date <= start ? [] : [{ date, persons, source: textOf(row, "source_id") }];
  });
}
