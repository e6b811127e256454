import { unwrapCitedValues } from "./citedValues.ts";
import type { Citation } from "./compiledScenario.ts";
import { type LoadContext, report } from "./context.ts";
import { FileProblem, type FileText, isPlainPath } from "./files.ts";
import { nearestHint } from "./nearest.ts";
import type { Located } from "./origins.ts";
import { parseFile } from "./parseFile.ts";
import { isMapping } from "./raw.ts";
import { fileSchema, type ScenarioFile } from "./schema/file.ts";
import { ID_PATTERN, ID_TEXT } from "./schema/leaves.ts";
import { expandLists } from "./tables.ts";
import { checkSchema } from "./validate.ts";

/** One scenario file, with tables in full and citations taken out. */
export interface LoadedFile {
  readonly id: string;
  readonly root: Located;
  /** Null when something in the file's own keys is wrong. */
  readonly header: ScenarioFile | null;
  readonly citations: readonly Citation[];
}

/**
 * Reads a scenario and its bases.
 *
 * @returns the scenario first and its last base at the end; shorter where a base cannot be read
 */
export function readChain(context: LoadContext, reference: string): LoadedFile[] {
  const chain: LoadedFile[] = [];
  const paths: string[] = [];
  let next: string | null = reference;
  while (next !== null) {
    const from = chain.at(-1) ?? null;
    const text = readScenario(context, next, from);
    if (text === null || (from !== null && closesCycle(context, from, text, chain, paths))) break;
    const file = loadFile(context, text);
    if (file === null) break;
    checkOwnId(context, file, chain);
    chain.push(file);
    paths.push(text.path);
    next = baseOf(context, file);
  }
  return chain;
}

function readScenario(context: LoadContext, reference: string, from: LoadedFile | null): FileText | null {
  try {
    return context.files.readScenario(reference, from?.root.origin.source.file ?? null);
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    const received = `${JSON.stringify(reference)} (${error.message})`;
    const expected = from === null ? "a scenario that can be read" : "a base that can be read";
    const hint = nearestHint(reference, error.known);
    if (from !== null) report(context, from.root, ["extends"], { expected, received, hint });
    else context.issues.add({ file: reference, line: 1, column: 1, path: "", expected, received, hint });
    return null;
  }
}

function closesCycle(
  context: LoadContext,
  from: LoadedFile,
  text: FileText,
  chain: readonly LoadedFile[],
  paths: readonly string[],
): boolean {
  const start = paths.indexOf(text.path);
  if (start === -1) return false;
  const ids = chain.slice(start).map(({ id }) => id);
  const received = `a cycle: ${[...ids, ids[0]].join(" → ")}`;
  report(context, from.root, ["extends"], { expected: "bases that come to an end", received });
  return true;
}

function loadFile(context: LoadContext, text: FileText): LoadedFile | null {
  const parsed = parseFile(text, context.issues);
  if (parsed === null) return null;
  if (!isMapping(parsed.value)) {
    report(context, parsed, [], { expected: "a scenario: a mapping with id, title and more" });
    return null;
  }
  const cited = unwrapCitedValues(context, parsed);
  const { root, citations } = expandLists(context, cited.root);
  const header = checkSchema(context, root, fileSchema);
  const id = isMapping(root.value) && typeof root.value.id === "string" ? root.value.id : text.path;
  return { id, root, header, citations: [...cited.citations, ...citations] };
}

function checkOwnId(context: LoadContext, file: LoadedFile, chain: readonly LoadedFile[]): void {
  if (!chain.some(({ id }) => id === file.id)) return;
  const received = `${JSON.stringify(file.id)}, which is also a scenario that extends this one`;
  report(context, file.root, ["id"], { expected: "an id of its own", received });
}

function baseOf(context: LoadContext, file: LoadedFile): string | null {
  const base = isMapping(file.root.value) ? file.root.value.extends : undefined;
  if (typeof base !== "string") return null;
  if (ID_PATTERN.test(base) || isPlainPath(base)) return base;
  report(context, file.root, ["extends"], {
    expected: `${ID_TEXT}; or a relative path to a .yaml, .yml or .json file`,
  });
  return null;
}
