import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { Path } from "./raw.ts";

/** A place in a file, 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text that values come from, and which can say where each of them stands. */
export interface Source {
  readonly file: string;
  /** Position of the value at a path or of its key; of the nearest thing above it if there is none. */
  locate(path: Path, target: "key" | "value"): Position;
}

/** A parsed YAML or JSON text with positions. */
export interface ParsedText {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

export function parseText(text: string): ParsedText {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    stringKeys: true,
    logLevel: "error",
  });
  return { document, lines };
}

/** 1-based position of a character offset. */
export function positionOf(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

interface Found {
  readonly node: Node | null;
  readonly keyOffset: number | null;
}

function step(found: Found, key: string | number, document: Document.Parsed): Found | null {
  const node = isAlias(found.node) ? (found.node.resolve(document) ?? null) : found.node;
  if (isSeq(node) && typeof key === "number") {
    const item = node.items[key] as Node | undefined;
    return item === undefined ? null : { node: item, keyOffset: item.range?.[0] ?? null };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
  if (pair === undefined) return null;
  const keyNode = pair.key as Node;
  return { node: pair.value as Node | null, keyOffset: keyNode.range?.[0] ?? null };
}

function locateIn({ document, lines }: ParsedText, path: Path, target: "key" | "value"): Position {
  let found: Found = { node: document.contents, keyOffset: null };
  for (const key of path) {
    const next = step(found, key, document);
    if (next === null) break;
    found = next;
  }
  const valueOffset = found.node?.range?.[0] ?? null;
  const offset = target === "key" ? (found.keyOffset ?? valueOffset) : (valueOffset ?? found.keyOffset);
  return positionOf(lines, offset ?? 0);
}

/** A source that is already parsed. */
export function parsedSource(file: string, parsed: ParsedText): Source {
  return { file, locate: (path, target) => locateIn(parsed, path, target) };
}

/** A source whose positions are looked up only if a problem asks for one: large shipped tables. */
export function lazySource(file: string, text: string): Source {
  let parsed: ParsedText | null = null;
  return {
    file,
    locate(path, target) {
      parsed ??= parseText(text);
      return locateIn(parsed, path, target);
    },
  };
}
