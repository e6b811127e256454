import type { ModelParameters } from "./parameters.ts";

/** Rules that every corridor has: the offence, the time left to release, and a term that has no end. */
export const COMMON_REASONS = ["offence", "timeLeft", "lifeTerm"] as const;

/**
 * Reasons for which a request on a corridor may be ineligible: the rules of every corridor, then the bars of all regimes
 * by id, in the order in which they first appear.
 *
 * @param corridor its index
 * @example
 * ineligibilityReasons(parameters, 0); // => ["offence", "timeLeft", "lifeTerm", "domicile", "pendingCharges"]
 */
export function ineligibilityReasons(
  { regimes }: Pick<ModelParameters, "regimes">,
  corridor: number,
): string[] {
  const bars = regimes.flatMap((regime) => regime.corridors[corridor]?.eligibility.bars ?? []);
  return [...COMMON_REASONS, ...new Set(bars.map(({ id }) => id))];
}
