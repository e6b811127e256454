import type { InitialStock } from "../../engine/parameters.ts";
import type { Configuration } from "../schema/file.ts";
import { finalFacilitiesOf, stockClass } from "../stockClass.ts";
import { type Catalogue, facilityIndex } from "./catalogue.ts";
import type { PlacementGroups } from "./placementGroups.ts";

/** People inside on day 0; their group is that of their class, whether or not the facility is known. */
export function stockOf(
  { systems }: Configuration,
  catalogue: Catalogue,
  groups: PlacementGroups,
): InitialStock[] {
  const streams = new Map(catalogue.streams.map(({ configuration: stream }, index) => [stream.id, index]));
  return Object.entries(systems).flatMap(([system, { facilities, streams: list, initialStock }]) => {
    const levels = new Map(facilities.map(({ id, level }) => [id, level]));
    const finals = finalFacilitiesOf(list);
    return initialStock.map((row) => {
      const { stream, persons, facility, level, residual } = row;
      const index = streams.get(stream) ?? -1;
      const { sex = "mixed", entryLevel = null } = catalogue.streams[index]?.configuration ?? {};
      const custodyClass = stockClass(row, levels, finals);
      if (custodyClass === null) throw new RangeError(`stockOf requires a place for "${stream}", got none`);
      const isStraight = entryLevel !== null && facility !== null && !finals.has(facility);
      return {
        stream: index,
        persons,
        facility: facility === null ? -1 : facilityIndex(catalogue, system, facility),
        group: isStraight
          ? groups.ofFacility(system, facility, level ?? entryLevel)
          : groups.ofClass(system, custodyClass, sex),
        residual,
      };
    });
  });
}
