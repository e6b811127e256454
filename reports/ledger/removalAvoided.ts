import type { CorridorCosts } from "../../scenarios/compiledScenario.ts";

/**
 * What the sending State spares for each person handed over, because a treaty transfer ends in the country to
 * which the person would have been removed after the sentence:
 *
 * - `full`: all that a removal costs, the arrest too, although these people are in custody already;
 * - `detentionAndTransport`: detention until the removal, and the way there;
 * - `none`: nothing, for people who would not have been removed, or to leave it out.
 *
 * @returns per person, or null where the setting asks for an amount that is not known
 * @see 18 USC 4113 (a transfer as a removal); OIG report 15-07
 * @example
 * removalAvoided({ setting: "none", full: 17121, detentionAndTransport: null }); // => 0
 */
export function removalAvoided(removal: CorridorCosts["removalAvoided"]): number | null {
  return removal.setting === "none" ? 0 : removal[removal.setting];
}
