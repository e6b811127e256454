import { citationOf, unwrapCitedValues } from "./citedValues.ts";
import type { Citation } from "./compiledScenario.ts";
import { type LoadContext, report } from "./context.ts";
import { FileProblem, isBareName, staysInFolder } from "./files.ts";
import { nearestHint } from "./nearest.ts";
import type { Located } from "./origins.ts";
import { parseFile, parseShippedTable } from "./parseFile.ts";
import { isList, isMapping, type Path } from "./raw.ts";
import { MOST_COPIES } from "./schema/system.ts";

const LISTS = ["facilities", "institutions", "streams", "initialStock"];

/**
 * Puts the rows of tables in the place of `{ table: … }`, and one facility for each of a `count`.
 *
 * @param file a scenario file; tables are looked up from its folder
 * @returns the file with its lists in full, and one citation for each table with a header
 */
export function expandLists(context: LoadContext, file: Located): { root: Located; citations: Citation[] } {
  const citations: Citation[] = [];
  const systems = context.origins.child(file, "systems");
  if (systems === undefined || !isMapping(systems.value)) return { root: file, citations };
  const changed = new Map<string, Located>();
  for (const id of Object.keys(systems.value)) {
    const system = context.origins.child(systems, id);
    if (system === undefined || !isMapping(system.value)) continue;
    const lists = new Map<string, Located>();
    for (const key of LISTS) {
      const list = context.origins.child(system, key);
      if (list === undefined) continue;
      const rows = tableRows(context, file, ["systems", id, key], list, citations);
      if (rows !== undefined) lists.set(key, key === "facilities" ? expandCounts(context, rows) : rows);
    }
    changed.set(id, context.origins.replace(system, lists));
  }
  const expanded = context.origins.replace(systems, changed);
  return { root: context.origins.replace(file, new Map([["systems", expanded]])), citations };
}

function tableRows(
  context: LoadContext,
  file: Located,
  path: Path,
  list: Located,
  citations: Citation[],
): Located | undefined {
  if (!isMapping(list.value) || !Object.hasOwn(list.value, "table")) return list;
  const { table: reference, ...others } = list.value;
  for (const key of Object.keys(others)) {
    const expected = 'the key "table" alone';
    report(context, file, [...path, key], { expected, received: `also "${key}"`, atKey: true });
  }
  const at = [...path, "table"];
  const empty = { value: [], origin: list.origin };
  if (typeof reference !== "string" || !(isBareName(reference) || staysInFolder(reference))) {
    report(context, file, at, {
      expected: "a table's name, or a path to a .yaml, .yml or .json file in the scenario's own folder",
      hint: "copy the table next to the scenario",
    });
    return empty;
  }
  const written = readTable(context, file, at, reference);
  if (written === null) return empty;
  const { root: table, citations: cited } = unwrapCitedValues(context, written);
  for (const citation of cited) citations.push({ ...citation, path: `${path.join(".")}.${citation.path}` });
  const header = isMapping(table.value) ? table.value : null;
  const rows = header === null ? table : context.origins.child(table, "rows");
  if (rows === undefined || !isList(rows.value)) {
    report(context, table, ["rows"], { expected: 'a list of rows, or a mapping with "rows"' });
    return empty;
  }
  if (header !== null) {
    citations.push(citationOf(path.join("."), header, `table ${reference}, ${rows.value.length} rows`));
  }
  return rows;
}

function readTable(context: LoadContext, file: Located, path: Path, reference: string): Located | null {
  try {
    const text = context.files.readTable(reference, file.origin.source.file);
    return isBareName(reference) ? parseShippedTable(text, context.issues) : parseFile(text, context.issues);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    const hint = nearestHint(reference, error.known);
    const received = `${JSON.stringify(reference)} (${error.message})`;
    report(context, file, path, { expected: "a table that can be read", received, hint });
    return null;
  }
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
