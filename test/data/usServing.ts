import { quantity, type UsStreamRow } from "./readTable.ts";

/** People admitted a year who have the same days to serve, and what their last days are. */
export interface Served {
  readonly years: number;
  /** Years of it in the final placement, for those who are chosen for it. */
  readonly placedYears: number;
  readonly perYear: number;
  readonly sentenceYears: number;
}

const YEAR = 365.25;

/** Sets of reductions with their probabilities. */
function earnedSets({ reductions }: UsStreamRow["timeServed"]): { ids: readonly string[]; share: number }[] {
  return reductions.reduce<{ ids: readonly string[]; share: number }[]>(
    (sets, { id, share }) =>
      sets.flatMap((set) => [
        { ids: set.ids, share: set.share * (1 - share) },
        { ids: [...set.ids, id], share: set.share * share },
      ]),
    [{ ids: [], share: 1 }],
  );
}

/** Days to serve and days that lengthen the final placement, from the columns of the table. */
function servedDays(row: UsStreamRow, sentenceDays: number, ids: readonly string[]): [number, number] {
  const { share, preTrialCredit, minimum, reductions } = row.timeServed;
  let days = share * sentenceDays - quantity(preTrialCredit);
  let extra = 0;
  for (const { id, earned, fixed } of reductions) {
    if (!ids.includes(id)) continue;
    if (fixed !== undefined && sentenceDays >= quantity(fixed.minimumSentence)) days -= quantity(fixed.days);
    if (earned !== undefined && days > 0) {
      const credits = days - days / (1 + earned.perDay);
      const most = quantity(earned.maximum);
      days -= Math.min(credits, most);
      if (earned.beyond === "finalPlacement") extra = Math.max(0, credits - most);
    }
  }
  return [Math.max(quantity(minimum), days), extra];
}

/**
 * The admissions of a stream with an end, as many people with the same days to serve: the middles of equal parts of
 * each sentence band. Written from the contract of the scenario file, not from the pipeline.
 */
export function servedOf(row: UsStreamRow, parts: number): Served[] {
  const placement = row.finalPlacement;
  const yearly = quantity(row.admissions) * (1 - row.sentence.life.admissionShare);
  return row.sentence.bands.flatMap(({ from, to, share }) =>
    Array.from({ length: parts }, (_, part) => {
      const sentenceYears = quantity(from) + ((quantity(to) - quantity(from)) * (part + 0.5)) / parts;
      return earnedSets(row.timeServed).map((set) => {
        const [days, extra] = servedDays(row, sentenceYears * YEAR, set.ids);
        const open = placement === undefined ? 0 : quantity(placement.days) + extra;
        const wait = quantity(placement?.waitAtStart ?? "0");
        return {
          years: days / YEAR,
          placedYears: days > open ? Math.max(0, open - wait) / YEAR : 0,
          perYear: (yearly * share * set.share) / parts,
          sentenceYears,
        };
      });
    }).flat(),
  );
}

/** Months of an age or a stay that survival is followed in. */
const MONTHS_OF_LIFE = 92 * 12;

/** Share of the people who entered that is alive after so many months, for one stream. */
export class Alive {
  readonly byMonth: Float64Array;
  private readonly lived: Float64Array;

  constructor(row: UsStreamRow) {
    this.byMonth = new Float64Array(MONTHS_OF_LIFE + 1);
    for (const { from, to, share } of row.ageAtEntry.bands) {
      for (let age = quantity(from); age < quantity(to); age += 0.5) {
        const weight = (share * 0.5) / (quantity(to) - quantity(from));
        let alive = 1;
        for (let month = 0; month <= MONTHS_OF_LIFE; month += 1) {
          this.byMonth[month] = (this.byMonth[month] ?? 0) + weight * alive;
          alive *= Math.exp(-this.hazard(row, age + 0.25 + (month + 0.5) / 12) / 12);
        }
      }
    }
    this.lived = new Float64Array(MONTHS_OF_LIFE + 1);
    for (let month = 0; month < MONTHS_OF_LIFE; month += 1) {
      const mean = ((this.byMonth[month] ?? 0) + (this.byMonth[month + 1] ?? 0)) / 2;
      this.lived[month + 1] = (this.lived[month] ?? 0) + mean / 12;
    }
  }

  private hazard(row: UsStreamRow, age: number): number {
    return quantity(row.deaths.findLast((band) => quantity(band.fromAge) <= age)?.rate ?? "0");
  }

  /** Mean years from entry to the end of a term or death. */
  meanYears(termYears: number): number {
    const month = termYears * 12;
    const whole = Math.floor(month);
    const from = this.lived[whole] ?? this.lifetimeYears;
    return from + (month - whole) * ((this.lived[whole + 1] ?? this.lifetimeYears) - from);
  }

  get lifetimeYears(): number {
    return this.lived.at(-1) ?? 0;
  }
}
