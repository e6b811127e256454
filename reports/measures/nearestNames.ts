import { editDistance } from "../../scenarios/nearest.ts";

/**
 * Names nearest to a word that is none of them, by edit distance; the earlier one on a tie.
 *
 * @example
 * nearestNames("us.system.ocupancy", ["us.system.stock", "us.system.occupancy"], 1); // => ["us.system.occupancy"]
 */
export function nearestNames(name: string, names: readonly string[], count: number): string[] {
  return names
    .map((candidate) => ({ candidate, distance: editDistance(name.slice(0, 80), candidate) }))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
