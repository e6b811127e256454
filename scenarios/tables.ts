import type { Citation } from "./compiledScenario.ts";
import type { LoadContext } from "./context.ts";
import type { Located } from "./origins.ts";
import { expandSetOverlays, overlayItems } from "./overlays.ts";
import { isList, isMapping } from "./raw.ts";
import { MOST_COPIES } from "./schema/facility.ts";
import { isTableForm, rowsOfTable } from "./tableRows.ts";

const LISTS = ["facilities", "institutions", "streams", "initialStock"];

/**
 * Puts the rows of tables in the place of `{ table: … }` and `{ overlay: … }`, and one facility for each of a
 * `count`.
 *
 * @param file a scenario file; tables are looked up from its folder
 * @returns the file with its lists in full, and one citation for each table with a header
 */
export function expandLists(context: LoadContext, file: Located): { root: Located; citations: Citation[] } {
  const citations: Citation[] = [];
  const root = expandSystems(context, file, citations);
  return { root: expandSetOverlays(context, root, citations), citations };
}

function expandSystems(context: LoadContext, file: Located, citations: Citation[]): Located {
  const systems = context.origins.child(file, "systems");
  if (systems === undefined || !isMapping(systems.value)) return file;
  const changed = new Map<string, Located>();
  for (const id of Object.keys(systems.value)) {
    const system = context.origins.child(systems, id);
    if (system === undefined || !isMapping(system.value)) continue;
    const lists = new Map<string, Located>();
    for (const key of LISTS) {
      const list = expandedList(context, file, id, key, citations);
      if (list !== undefined) lists.set(key, list);
    }
    changed.set(id, context.origins.replace(system, lists));
  }
  const expanded = context.origins.replace(systems, changed);
  return context.origins.replace(file, new Map([["systems", expanded]]));
}

function expandedList(
  context: LoadContext,
  file: Located,
  system: string,
  key: string,
  citations: Citation[],
): Located | undefined {
  const path = ["systems", system, key];
  const { at: list, depth } = context.origins.deepest(file, path);
  if (depth < path.length) return undefined;
  const words = path.join(".");
  if (isTableForm(list, "overlay")) return overlayItems(context, file, path, words, citations);
  const rows = isTableForm(list, "table")
    ? rowsOfTable(context, file, path, words, "table", citations)
    : list;
  return key === "facilities" ? expandCounts(context, rows) : rows;
}

/** A facility with `count: n` stands for n alike, named `id-1` to `id-n`; `count` stays as their mark. */
function expandCounts(context: LoadContext, list: Located): Located {
  if (!isList(list.value)) return list;
  if (!list.value.some((item) => isMapping(item) && item.count !== undefined)) return list;
  const items: Located[] = [];
  for (const index of list.value.keys()) {
    const item = context.origins.child(list, index);
    if (item !== undefined) items.push(...copies(context, item));
  }
  return context.origins.list(items, list.origin);
}

function copies(context: LoadContext, item: Located): Located[] {
  const { id, count } = isMapping(item.value) ? item.value : {};
  if (typeof id !== "string" || typeof count !== "number") return [item];
  if (!Number.isInteger(count) || count < 1 || count > MOST_COPIES) return [item];
  const idOrigin = context.origins.child(item, "id")?.origin ?? item.origin;
  return Array.from({ length: count }, (_, index) => {
    const name = { value: `${id}-${index + 1}`, origin: idOrigin };
    return context.origins.replace(item, new Map([["id", name]]));
  });
}
