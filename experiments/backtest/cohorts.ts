import type { FlowYear } from "./history.ts";
import { type Stay, shareInside } from "./lognormalStay.ts";
import { peopleOut, type RetroactiveCut } from "./policies.ts";

/** Years of admissions before the first known one that still matter. */
const YEARS_BEFORE = 50;
/** Years of releases and stock from which the stay is fitted. */
const WINDOW = 6;

/** Admissions by year, and how long they stay. */
export interface Cohorts {
  readonly origin: number;
  /** Persons admitted in a year; before the first known year they grew as the stock did then. */
  readonly admissions: ReadonlyMap<number, number>;
  readonly stay: Stay;
}

/**
 * Admissions of the known years, extended back at a yearly growth.
 *
 * @param growth ratio: 0.1 = a tenth more each year
 */
export function admissionsByYear(known: readonly FlowYear[], growth: number): Map<number, number> {
  const admissions = new Map(known.map((row) => [row.year, row.admissions]));
  const first = known[0]!;
  for (let back = 1; back <= YEARS_BEFORE; back++) {
    admissions.set(first.year - back, first.admissions / (1 + growth) ** back);
  }
  return admissions;
}

/** Expected people inside `years` after the end of a year, of those admitted until then. */
export function stillInside({ admissions, stay }: Omit<Cohorts, "origin">, year: number, years = 0): number {
  return weighted(admissions, year, (age) => shareInside(stay, age + years));
}

/** Admissions until the end of a year, each year's by a weight of the years since its end. */
function weighted(
  admissions: ReadonlyMap<number, number>,
  year: number,
  weight: (yearsSince: number) => number,
): number {
  let sum = 0;
  for (const [admitted, persons] of admissions) {
    if (admitted <= year) sum += persons * weight(year - admitted);
  }
  return sum;
}

/**
 * The stay with which the cohorts come closest to the releases and the stocks of the last years: least sum of
 * squares of the relative differences, mean and coefficient of variation on a grid.
 *
 * @param known flows up to the origin
 * @param cuts whose early releases are no sign of a shorter stay
 */
export function fitCohorts(
  known: readonly FlowYear[],
  growth: number,
  cuts: readonly RetroactiveCut[],
): Cohorts {
  const admissions = admissionsByYear(known, growth);
  const window = known.slice(-WINDOW).filter(({ year }) => admissions.has(year - 1));
  const misfit = (stay: Stay): number => {
    const shares = Array.from({ length: admissions.size }, (_, age) => shareInside(stay, age));
    const stock = (year: number): number =>
      weighted(admissions, year, (age) => shares[age]!) -
      cuts.reduce((sum, cut) => sum + peopleOut(cut, year), 0);
    return window.reduce((sum, row) => {
      const leaving = stock(row.year - 1) + row.admissions - stock(row.year);
      const ofReleases = (leaving - row.releases - row.deaths) / row.releases;
      return sum + ofReleases ** 2 + ((stock(row.year) - row.sentencedStock) / row.sentencedStock) ** 2;
    }, 0);
  };
  const best = stays().reduce(
    (least, stay) => {
      const value = misfit(stay);
      return value < least.value ? { stay, value } : least;
    },
    { stay: { meanYears: Number.NaN, cv: Number.NaN }, value: Infinity },
  );
  return { origin: known.at(-1)!.year, admissions, stay: best.stay };
}

/** Means from 2 to 5 years by a twentieth, coefficients of variation from 0.8 to 1.5 by a tenth. */
function stays(): Stay[] {
  const cvs = Array.from({ length: 8 }, (_, i) => 0.8 + i / 10);
  return Array.from({ length: 61 }, (_, i) => 2 + i / 20).flatMap((meanYears) =>
    cvs.map((cv) => ({ meanYears, cv })),
  );
}
