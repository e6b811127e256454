import type { Distribution } from "../engine/parameters.ts";
import type { LoadedFile } from "./chain.ts";
import { type LoadContext, report } from "./context.ts";
import { nearestHint } from "./nearest.ts";
import type { Located } from "./origins.ts";
import { inWords, isMapping, type Path, type Raw } from "./raw.ts";
import { itemsOf, placesOf, type Subject } from "./references/known.ts";
import { dayWithin, type Period } from "./timing.ts";

/** A change of capacity with its day number and the system of its facility. */
export interface PlannedCapacityChange {
  readonly scenario: string;
  readonly day: number;
  readonly date: string;
  readonly system: string;
  readonly facility: string;
  readonly slip: Distribution | null;
  /** The slip as written; null for none. */
  readonly slipInWords: string | null;
  readonly capacity: number;
  /** The file, and the path of the row in it. */
  readonly root: Located;
  readonly path: Path;
}

/**
 * Changes of capacity of all files, in order of date, bases first; those with a problem are reported and left
 * out.
 *
 * @param configuration merged systems, in which facilities are looked up
 */
export function capacityChangesOf(
  context: LoadContext,
  chain: readonly LoadedFile[],
  period: Period,
  configuration: Subject,
): PlannedCapacityChange[] {
  const planned = chain.toReversed().flatMap((file) => {
    const rows = isMapping(file.root.value) ? file.root.value.capacityChanges : undefined;
    return itemsOf(rows).flatMap(([index, row]) => {
      const path = ["capacityChanges", index];
      const place = placeOf(context, file.root, path, row.facility, configuration);
      const day = dayWithin(context, period, file.root, [...path, "date"]);
      const change = file.header?.capacityChanges[index];
      if (place === null || day === null || change === undefined) return [];
      const { date, slip, capacity } = change;
      const slipInWords = slip === null ? null : inWords(row.slip);
      const { id: scenario, root } = file;
      return [{ scenario, day, date, ...place, slip, slipInWords, capacity, root, path }];
    });
  });
  return planned.sort((left, right) => left.day - right.day);
}

interface Place {
  readonly system: string;
  readonly facility: string;
}

/** The facility of a name; a name that several systems use needs the system before it. */
function placeOf(
  context: LoadContext,
  root: Located,
  path: Path,
  name: Raw | undefined,
  { systems }: Subject,
): Place | null {
  if (typeof name !== "string") return null;
  const known = Object.entries(systems).flatMap(([system, value]) =>
    placesOf(value).ids.map((facility) => ({ system, facility })),
  );
  const found = known.filter(({ system, facility }) => name === facility || name === `${system}/${facility}`);
  if (found.length === 1) return found[0] ?? null;
  const written = found.map(({ system, facility }) => `"${system}/${facility}"`);
  const ids = known.map(({ facility }) => facility);
  report(context, root, [...path, "facility"], {
    expected: "the id of a facility",
    received: found.length === 0 ? JSON.stringify(name) : `"${name}", the id of ${found.length} facilities`,
    hint:
      found.length === 0
        ? nearestHint(name.slice(name.indexOf("/") + 1), ids)
        : `write ${written.join(" or ")}`,
  });
  return null;
}
