import { rootOf } from "./rootOf.ts";
import { pointsWithin, subBands } from "./sentenceBands.ts";
import type { Survival } from "./survival.ts";
import { roundTo, sum } from "./table.ts";
import { daysPerYear, reductionClasses, servedTerm, type TimeServedRule } from "./timeToServe.ts";
import { usParameter } from "./usParameters.ts";
import type { Profile } from "./usProfiles.ts";
import type { SteadyState } from "./usSteadyState.ts";
import type { Citizenship } from "./usStreamStock.ts";

/** Who is placed in the community for the last days before release, and who is kept from it by a detainer. */
export interface PlacementShares {
  readonly share: number;
  readonly detainerShare: number;
}

/** Shares of a citizenship (assumptions; the detainers of non-citizens are derived). */
export function placementShares(citizenship: Citizenship): PlacementShares {
  const name = { US: "US", MX: "MX", treaty: "Treaty", other: "Other" }[citizenship];
  return {
    share: usParameter(`finalPlacementShare${name}`),
    detainerShare: usParameter(`detainerShare${citizenship === "US" ? "US" : "NonCitizen"}`),
  };
}

/** Days before release from which a person may be placed, without credits that lengthen them. */
export const placementDays = usParameter("finalPlacementDays");

/**
 * Mean days in the final placement of the people admitted in a sub-band who are chosen for it, with deaths as a
 * competing exit. A person may be placed from `placementDays` (and more with credits beyond their maximum) before
 * release on, and then waits for a place; whose term is no longer than that is not placed.
 */
function meanPlacedDays(
  rule: TimeServedRule,
  band: (typeof subBands)[number],
  survival: Survival,
  waitDays: number,
): number {
  const points = pointsWithin(band);
  let days = 0;
  for (const people of reductionClasses(rule)) {
    for (const sentence of points) {
      const term = servedTerm(rule, sentence, people);
      const placeable = term.days - placementDays - term.extraPlacementDays;
      const from = placeable + waitDays;
      if (placeable <= 0 || from >= term.days) continue;
      days += (people.share * (survival.meanDays(term.days) - survival.meanDays(from))) / points.length;
    }
  }
  return days;
}

/** Stationary number of people in the final placement, by profile. */
export function placedPersons(state: SteadyState, waitDays: number): number[] {
  return state.profiles.map((profile: Profile, index) => {
    const { share } = placementShares(profile.citizenship);
    if (share === 0) return 0;
    const years = subBands.map(
      (band, cell) =>
        ((state.flow[index]?.[cell] ?? 0) * meanPlacedDays(profile.rule, band, state.survival, waitDays)) /
        daysPerYear,
    );
    return share * sum(years);
  });
}

/** The wait (days, one decimal) that leaves the observed number of people in the final placement. */
export function solveWaitDays(state: SteadyState, observedPersons: number): number {
  const excess = (waitDays: number) => sum(placedPersons(state, waitDays)) - observedPersons;
  return roundTo(rootOf(0, placementDays, excess), 1);
}
