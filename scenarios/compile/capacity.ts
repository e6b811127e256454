import type { FacilityConfiguration, SystemConfiguration } from "../schema/file.ts";

/**
 * Capacity of a facility by the definition of its system: `rated`; `available`, the rated one less the beds off
 * line; or `own`, the scenario's figure, and the rated one where there is none. A rated capacity of 0 closes a
 * facility whatever the definition.
 *
 * @returns persons; null = none is defined
 */
export function capacityOf(
  definition: SystemConfiguration["capacity"],
  { ratedCapacity, bedsOffLine, ownCapacity }: FacilityConfiguration,
): number | null {
  if (ratedCapacity === 0) return 0;
  if (definition === "own") return ownCapacity ?? ratedCapacity;
  if (definition === "rated" || ratedCapacity === null) return ratedCapacity;
  return Math.max(0, ratedCapacity - bedsOffLine);
}

/** Capacities of all facilities of a configuration, in the order of the catalogue. */
export function capacitiesOf(systems: Readonly<Record<string, SystemConfiguration>>): (number | null)[] {
  return Object.values(systems).flatMap(({ capacity, facilities }) =>
    facilities.map((facility) => capacityOf(capacity, facility)),
  );
}
