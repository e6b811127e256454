import { CST, Lexer } from "yaml";
import type { IssueList } from "./issue.ts";
import { isList, isMapping, type Path, pathInWords, type Raw } from "./raw.ts";
import type { Source } from "./source.ts";

/** Deepest nesting of mappings and lists; a scenario needs about ten. */
export const DEEPEST_NESTING = 32;
const WIDEST_INDENTATION = 200;
const UNSAFE_KEYS = new Set(["__proto__", "constructor", "prototype"]);
const OPENING = new Set(["flow-seq-start", "flow-map-start"]);
const CLOSING = new Set(["flow-seq-end", "flow-map-end"]);
const NESTING_ON_A_LINE = new Set(["seq-item-ind", "explicit-key-ind"]);

/**
 * Offset at which a text is nested too deeply, or null. Works on tokens alone, before any parser that
 * recurses: a parser may run out of stack, or of memory for its patterns, on a text made for that.
 */
export function tooDeepAt(text: string): number | null {
  let offset = 0;
  let flowDepth = 0;
  let lineDepth = 0;
  let lineStart = true;
  for (const token of new Lexer().lex(text)) {
    const kind = CST.tokenType(token);
    if (kind !== null && OPENING.has(kind)) flowDepth += 1;
    else if (kind !== null && CLOSING.has(kind)) flowDepth -= 1;
    else if (kind !== null && NESTING_ON_A_LINE.has(kind)) lineDepth += 1;
    else if (kind === "newline") lineDepth = 0;
    const indentation = lineStart && kind === "space" ? token.length : 0;
    if (flowDepth > DEEPEST_NESTING || lineDepth > DEEPEST_NESTING) return offset;
    if (indentation > WIDEST_INDENTATION) return offset;
    lineStart = kind === "newline";
    // Control tokens (start of a document, of a scalar) stand for no characters of the text.
    if (kind !== "doc-mode" && kind !== "flow-error-end" && kind !== "scalar") offset += token.length;
  }
  return null;
}

/** Reports reserved keys and nesting that is too deep; true when the value is safe to walk. */
export function checkKeys(value: Raw, source: Source, issues: IssueList): boolean {
  return checkBelow(value, source, issues, []);
}

/** @param path of the value; one list for all of them, which is as before when this returns true */
function checkBelow(value: Raw, source: Source, issues: IssueList, path: (string | number)[]): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (path.length > DEEPEST_NESTING) {
    reportKey(source, path, `nesting of at most ${DEEPEST_NESTING} levels`, "deeper nesting", issues);
    return false;
  }
  const keys = isList(value) ? value.keys() : Object.keys(value);
  for (const key of keys) {
    path.push(key);
    if (typeof key === "string" && UNSAFE_KEYS.has(key)) {
      reportKey(source, path, "a key that is not reserved", JSON.stringify(key), issues);
      return false;
    }
    const item = isList(value) ? value[Number(key)] : isMapping(value) ? value[String(key)] : null;
    if (!checkBelow(item ?? null, source, issues, path)) return false;
    path.pop();
  }
  return true;
}

function reportKey(source: Source, path: Path, expected: string, received: string, issues: IssueList): void {
  const position = source.locate(path, "key");
  const words = pathInWords(undefined, path.slice(0, 12));
  issues.add({ file: source.file, ...position, path: words, expected, received, hint: null });
}
