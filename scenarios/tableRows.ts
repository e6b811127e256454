import { citationOf, unwrapCitedValues } from "./citedValues.ts";
import type { Citation } from "./compiledScenario.ts";
import { type LoadContext, report } from "./context.ts";
import { FileProblem, isBareName, staysInFolder } from "./files.ts";
import { nearestHint } from "./nearest.ts";
import type { Located } from "./origins.ts";
import { parseFile, parseShippedTable } from "./parseFile.ts";
import { isList, isMapping, type Path } from "./raw.ts";

/** `{ table: name }` in the place of a list, or `{ overlay: name }` in the place of changes of its items. */
export type TableKey = "table" | "overlay";

/** True for a mapping that stands for the rows of a table. */
export function isTableForm({ value }: Located, key: TableKey): boolean {
  return isMapping(value) && Object.hasOwn(value, key);
}

/**
 * Rows of the table that a mapping names; an empty list where it cannot be had.
 *
 * @param path of the mapping in the file
 * @param words path under which the table and the values cited in it are cited
 * @param citations receives those, and one of the table itself if it has a header
 */
export function rowsOfTable(
  context: LoadContext,
  file: Located,
  path: Path,
  words: string,
  key: TableKey,
  citations: Citation[],
): Located {
  const at = [...path, key];
  const { at: form } = context.origins.deepest(file, path);
  const { [key]: reference, ...others } = isMapping(form.value) ? form.value : {};
  for (const other of Object.keys(others)) {
    const expected = `the key "${key}" alone`;
    report(context, file, [...path, other], { expected, received: `also "${other}"`, atKey: true });
  }
  const empty = { value: [], origin: form.origin };
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
  for (const citation of cited) citations.push({ ...citation, path: `${words}.${citation.path}` });
  const header = isMapping(table.value) ? table.value : null;
  const rows = header === null ? table : context.origins.child(table, "rows");
  if (rows === undefined || !isList(rows.value)) {
    report(context, table, ["rows"], { expected: 'a list of rows, or a mapping with "rows"' });
    return empty;
  }
  if (header !== null) {
    citations.push(citationOf(words, header, `${key} ${reference}, ${rows.value.length} rows`));
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
