import { type AgeBand, fineAges } from "./ages.ts";
import { cumulativeHazard, type HazardBand, oldestAge } from "./mortality.ts";
import { daysPerYear } from "./timeToServe.ts";

/** Time since entry is followed in months; ages at entry lie on eighths of a year, so both meet in 24ths. */
export const stepsPerYear = 12;
const gridPerYear = 24;

/** Cumulative hazard at every 24th of a year of age. */
function hazardGrid(hazards: readonly HazardBand[]): Float64Array {
  return Float64Array.from({ length: oldestAge * gridPerYear + 1 }, (_, index) =>
    cumulativeHazard(hazards, index / gridPerYear),
  );
}

/**
 * Share of the people who entered that is alive in the middle of every month since entry, for one age at entry.
 *
 * @param grid of the cumulative hazard
 */
function aliveByMonth(grid: Float64Array, ageAtEntry: number, months: number): Float64Array {
  const start = Math.round(ageAtEntry * gridPerYear);
  const atEntry = grid[start] ?? 0;
  const monthGrid = gridPerYear / stepsPerYear;
  return Float64Array.from({ length: months }, (_, month) => {
    const at = grid[start + month * monthGrid + monthGrid / 2];
    return at === undefined ? 0 : Math.exp(atEntry - at);
  });
}

/** Who is alive how long after entry: one distribution of the age at entry, hazards of death by age. */
export class Survival {
  /** Days lived inside by one person up to the end of every month, with no release. */
  private readonly lived: Float64Array;

  constructor(
    readonly entryAges: readonly AgeBand[],
    readonly hazards: readonly HazardBand[],
  ) {
    const grid = hazardGrid(hazards);
    const months = oldestAge * stepsPerYear;
    const alive = new Float64Array(months);
    for (const { age, share } of fineAges(entryAges)) {
      aliveByMonth(grid, age, months).forEach((value, month) => {
        alive[month] = (alive[month] ?? 0) + share * value;
      });
    }
    this.lived = new Float64Array(months + 1);
    for (let month = 0; month < months; month += 1) {
      this.lived[month + 1] = (this.lived[month] ?? 0) + ((alive[month] ?? 0) * daysPerYear) / stepsPerYear;
    }
  }

  /** Mean days until release after `termDays` or death, whichever comes first. */
  meanDays(termDays: number): number {
    const month = (termDays / daysPerYear) * stepsPerYear;
    const whole = Math.floor(month);
    const from = this.lived[whole] ?? this.lifetimeDays;
    const to = this.lived[whole + 1] ?? this.lifetimeDays;
    return from + (month - whole) * (to - from);
  }

  /** Mean days until death of a person who is never released. */
  get lifetimeDays(): number {
    return this.lived.at(-1) ?? 0;
  }
}

/** People in custody by band of age at entry, month since entry and what is asked of them; a stationary stock. */
export interface StockAges {
  /** People now in each age band, by band of the age at entry, for one person of that band entering: [entry][now]. */
  readonly personsByEntryBand: readonly (readonly number[])[];
  /** Deaths a year, all people. */
  readonly deathsPerYear: number;
}

/**
 * Ages of a stationary stock and its deaths.
 *
 * @param stillServing people who entered in one year and still have time to serve, at the middle of every month since
 *   entry, deaths left aside (persons a year)
 * @param ageBands bands of the age now
 */
export function stockAges(
  survival: Survival,
  stillServing: ArrayLike<number>,
  ageBands: readonly AgeBand[],
): StockAges {
  const grid = hazardGrid(survival.hazards);
  const bandSize = survival.entryAges.map((band) => band.share);
  const persons = survival.entryAges.map(() => ageBands.map(() => 0));
  let deaths = 0;
  for (const { age, share, band } of fineAges(survival.entryAges)) {
    const alive = aliveByMonth(grid, age, stillServing.length);
    const row = persons[band] ?? [];
    const weight = share / (bandSize[band] || 1) / stepsPerYear;
    let now = 0;
    for (let month = 0; month < stillServing.length; month += 1) {
      const years = age + (month + 0.5) / stepsPerYear;
      const people = (stillServing[month] ?? 0) * (alive[month] ?? 0);
      while (now < ageBands.length - 1 && years >= (ageBands[now]?.toAge ?? 0)) now += 1;
      row[now] = (row[now] ?? 0) + people * weight;
      const start = Math.round((years - 0.5 / stepsPerYear) * gridPerYear);
      const hazard = ((grid[start + 2] ?? 0) - (grid[start] ?? 0)) * stepsPerYear;
      if (hazard > 0) deaths += ((people * share) / stepsPerYear) * hazard;
    }
  }
  return { personsByEntryBand: persons, deathsPerYear: deaths };
}
