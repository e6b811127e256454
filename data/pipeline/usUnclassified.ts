import { rootOf } from "./rootOf.ts";
import { sum } from "./table.ts";
import { usParameter } from "./usParameters.ts";
import { profileKeys } from "./usProfiles.ts";
import type { SteadyState } from "./usSteadyState.ts";
import { type Term, termsOf } from "./usTerms.ts";

/** People who have come in and have no level yet, in a stationary stock. */
export interface Unclassified {
  /** Hazard of being classified (per year). */
  readonly perYear: number;
  /** Stock by profile. */
  readonly persons: readonly number[];
}

/** Share of the people admitted who come in without a level. */
export const entryUnclassifiedShare = usParameter("entryUnclassifiedShare");

/** Mean years without a level of people with a term, at a hazard of being classified. */
function yearsWithout(term: Term, perYear: number): number {
  return (1 - Math.exp(-perYear * term.years)) / perYear;
}

/**
 * The hazard at which the stationary number of people without a level is the published one, and their profiles.
 *
 * @param admissionsPerExit people who come in for each who leaves, by profile
 */
export function solveUnclassified(
  state: SteadyState,
  admissionsPerExit: readonly number[],
  publishedPersons: number,
): Unclassified {
  const terms = profileKeys.map((_, index) => termsOf(state, index));
  const persons = (perYear: number) =>
    terms.map(
      (list, profile) =>
        (admissionsPerExit[profile] ?? 1) *
        entryUnclassifiedShare *
        sum(list.map((term) => term.perYear * yearsWithout(term, perYear))),
    );
  const perYear = rootOf(0.1, 100, (hazard) => sum(persons(hazard)) - publishedPersons);
  return { perYear, persons: persons(perYear) };
}
