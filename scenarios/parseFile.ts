import { visit } from "yaml";
import { type FileText, LARGEST_TEXT } from "./files.ts";
import type { IssueList } from "./issue.ts";
import { checkKeys, DEEPEST_NESTING, tooDeepAt } from "./nesting.ts";
import type { Located } from "./origins.ts";
import { isList, isMapping, type Raw } from "./raw.ts";
import { lazySource, type ParsedText, parsedSource, parseText, positionOf } from "./source.ts";

/** Most expansions of aliases, counted as the `yaml` package does (uses times anchors inside). */
const MOST_ALIASES = 100;

interface Fault {
  readonly offset: number;
  readonly expected: string;
  readonly received: string;
  readonly hint: string | null;
}

/**
 * Parses a scenario or a user's table (YAML or JSON) into plain values that are safe to walk: bounded in size
 * and nesting, without reserved keys.
 *
 * @param file path and text, as read
 * @param issues receives what is wrong
 * @returns the value with its origin, or null if it cannot be used
 */
export function parseFile({ path, text }: FileText, issues: IssueList): Located | null {
  if (!checkSize({ path, text }, issues)) return null;
  const deep = tooDeepAt(text);
  if (deep !== null) {
    const expected = `nesting of at most ${DEEPEST_NESTING} levels`;
    const position = offsetPosition(text, deep);
    issues.add({ file: path, ...position, path: "", expected, received: "deeper nesting", hint: null });
    return null;
  }
  const parsed = parseText(text);
  const faults = syntaxFaults(parsed, text);
  const value = faults.length === 0 ? plainValue(parsed, faults) : null;
  for (const { offset, ...fault } of faults) {
    issues.add({ file: path, ...positionOf(parsed.lines, offset), path: "", ...fault });
  }
  const source = parsedSource(path, parsed);
  if (faults.length > 0 || !checkKeys(value, source, issues)) return null;
  return { value, origin: { source, path: [], note: null } };
}

/**
 * Parses a shipped table with the fast JSON parser; positions are found only if a message needs one. Any text
 * that is not plain JSON goes the way of {@link parseFile}.
 */
export function parseShippedTable(file: FileText, issues: IssueList): Located | null {
  if (!checkSize(file, issues)) return null;
  try {
    const value = JSON.parse(file.text) as Raw;
    const source = lazySource(file.path, file.text);
    return checkKeys(value, source, issues) ? { value, origin: { source, path: [], note: null } } : null;
  } catch {
    return parseFile(file, issues);
  }
}

function checkSize({ path, text }: FileText, issues: IssueList): boolean {
  if (text.length <= LARGEST_TEXT) return true;
  const expected = `a file of at most ${LARGEST_TEXT} characters`;
  issues.add({
    file: path,
    line: 1,
    column: 1,
    path: "",
    expected,
    received: `${text.length} characters`,
    hint: null,
  });
  return false;
}

function offsetPosition(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** Every key that stands twice, and the first error of syntax: those after it mostly follow from it. */
function syntaxFaults({ document }: ParsedText, text: string): Fault[] {
  const errors = [...document.errors, ...document.warnings];
  const first = errors.find(({ code }) => code !== "DUPLICATE_KEY");
  const told = errors.filter((error) => error === first || error.code === "DUPLICATE_KEY");
  return told.map((error) => {
    const offset = error.pos[0];
    if (error.code === "DUPLICATE_KEY") {
      const key = /^[^\s:]+/.exec(text.slice(offset))?.[0] ?? "";
      return { offset, expected: "each key once", received: `"${key}" a second time`, hint: null };
    }
    const hint = error.code === "TAB_AS_INDENT" ? "indent with spaces" : null;
    return { offset, expected: "valid YAML", received: error.message, hint };
  });
}

/** Plain value of the document; adds a fault for aliases that do not resolve or expand without bound. */
function plainValue({ document }: ParsedText, faults: Fault[]): Raw {
  try {
    const value = document.toJS({ maxAliasCount: MOST_ALIASES }) as Raw;
    if (!hasCycle(value, new Set())) return value;
    faults.push(aliasFault(document, "an alias inside its own anchor"));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const excessive = message.startsWith("Excessive alias count");
    faults.push(aliasFault(document, excessive ? "more" : message));
  }
  return null;
}

function aliasFault(document: ParsedText["document"], received: string): Fault {
  let offset = 0;
  visit(document, {
    Alias(_key, node) {
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return { offset, expected: `at most ${MOST_ALIASES} expanded aliases`, received, hint: null };
}

function hasCycle(value: Raw, above: Set<object>): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (above.has(value)) return true;
  above.add(value);
  const items = isList(value) ? value : isMapping(value) ? Object.values(value) : [];
  const found = items.some((item) => hasCycle(item, above));
  above.delete(value);
  return found;
}
