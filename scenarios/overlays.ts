import type { Citation } from "./compiledScenario.ts";
import { type LoadContext, report } from "./context.ts";
import type { Located } from "./origins.ts";
import { isList, isMapping, type Path } from "./raw.ts";
import { READER_COLUMNS } from "./schema/facility.ts";
import { isTableForm, rowsOfTable } from "./tableRows.ts";

/**
 * Puts the rows of tables in the place of `{ overlay: … }` under the paths of interventions, as changes of single
 * items: each row is laid over the item with its id.
 */
export function expandSetOverlays(context: LoadContext, file: Located, citations: Citation[]): Located {
  const interventions = context.origins.child(file, "interventions");
  if (interventions === undefined || !isList(interventions.value)) return file;
  const changed = new Map<number, Located>();
  for (const index of interventions.value.keys()) {
    const item = context.origins.child(interventions, index);
    const set = item === undefined ? undefined : context.origins.child(item, "set");
    if (item === undefined || set === undefined || !isMapping(set.value)) continue;
    const entries = new Map<string, Located>();
    for (const words of Object.keys(set.value)) {
      const operand = context.origins.child(set, words);
      if (operand === undefined || !isTableForm(operand, "overlay")) continue;
      const path = ["interventions", index, "set", words];
      entries.set(words, overlayItems(context, file, path, words, citations));
    }
    const replaced = context.origins.replace(set, entries);
    if (replaced !== set) changed.set(index, context.origins.replace(item, new Map([["set", replaced]])));
  }
  const list = context.origins.replace(interventions, changed);
  return list === interventions ? file : context.origins.replace(file, new Map([["interventions", list]]));
}

/** The rows of an overlay as a mapping of items by id, without the columns that are for readers. */
export function overlayItems(
  context: LoadContext,
  file: Located,
  path: Path,
  words: string,
  citations: Citation[],
): Located {
  const rows = rowsOfTable(context, file, path, words, "overlay", citations);
  const items = new Map<string, Located>();
  for (const index of isList(rows.value) ? rows.value.keys() : []) {
    const row = context.origins.child(rows, index);
    const id = row === undefined || !isMapping(row.value) ? undefined : row.value.id;
    if (row === undefined || typeof id !== "string") {
      report(context, rows, [index, "id"], { expected: "the id of an item" });
    } else if (items.has(id)) {
      const received = `${JSON.stringify(id)} a second time`;
      report(context, rows, [index, "id"], { expected: "each id once", received });
    } else {
      items.set(id, valuesOf(context, row));
    }
  }
  return context.origins.replace({ value: {}, origin: rows.origin }, items);
}

function valuesOf(context: LoadContext, row: Located): Located {
  const values = new Map<string, Located>();
  for (const key of Object.keys(isMapping(row.value) ? row.value : {})) {
    const value = context.origins.child(row, key);
    if (value !== undefined && key !== "id" && !READER_COLUMNS.has(key)) values.set(key, value);
  }
  return context.origins.replace({ value: {}, origin: row.origin }, values);
}
