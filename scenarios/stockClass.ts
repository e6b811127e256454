import { type CustodyClass, parseClass } from "./custodyClass.ts";

/** Where people of day 0 are, as written. */
interface StockPlace {
  readonly facility: string | null;
  readonly level: string | null;
}

/** Facilities in which people of some stream spend the last days before release. */
export function finalFacilitiesOf(
  streams: readonly { readonly finalPlacement: { readonly facility: string } | null }[],
): ReadonlySet<string> {
  return new Set(
    streams.flatMap(({ finalPlacement }) => (finalPlacement === null ? [] : [finalPlacement.facility])),
  );
}

/**
 * Class of people inside on day 0. A level beside a facility is their own level, in facilities of that one's
 * level; beside a final placement it is the class that they came from.
 *
 * @param levels level of each facility
 * @param finals facilities that are a final placement
 * @returns null if the place is wrong
 */
export function stockClass(
  { facility, level }: StockPlace,
  levels: ReadonlyMap<string, string>,
  finals: ReadonlySet<string>,
): CustodyClass | null {
  const written = level === null ? null : parseClass(level);
  if (facility === null || (written !== null && finals.has(facility))) return written;
  const unit = levels.get(facility);
  if (unit === undefined) return null;
  if (level === null) return { own: unit, unit };
  if (written === null || (level.includes("/") && written.unit !== unit)) return null;
  return { own: written.own, unit };
}
