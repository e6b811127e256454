import { epochDay } from "./calendar.ts";
import type { Citation, Mark } from "./compiledScenario.ts";
import { type LoadContext, report } from "./context.ts";
import { nearest } from "./nearest.ts";
import type { Located } from "./origins.ts";
import {
  childOf,
  inWords,
  isList,
  isMapping,
  type Path,
  pathInWords,
  type Raw,
  type RawMapping,
} from "./raw.ts";

const KEYS = ["value", "source", "mark", "date", "note"];
const MARKS = ["observed", "derived", "assumption"];

interface Cited {
  readonly path: Path;
  readonly wrapper: Located;
  readonly value: Located;
}

/**
 * Replaces every `{ value, source, mark, date, note }` of a file by its value, and collects what was cited.
 *
 * @returns the file without wrappers, and the citations in file order
 */
export function unwrapCitedValues(
  context: LoadContext,
  file: Located,
): { root: Located; citations: Citation[] } {
  const found: Cited[] = [];
  const root = unwrap(context, file, file, [], found);
  const citations = found.map(({ path, wrapper, value }) =>
    citationOf(citedPath(root, path), wrapper.value as RawMapping, value.value),
  );
  return { root, citations };
}

function unwrap(context: LoadContext, file: Located, at: Located, path: Path, found: Cited[]): Located {
  if (typeof at.value !== "object" || at.value === null) return at;
  if (isMapping(at.value) && Object.hasOwn(at.value, "value") && !isWeighted(path)) {
    checkWrapper(context, file, at.value, path);
    const value = context.origins.child(at, "value") ?? at;
    found.push({ path, wrapper: at, value });
    return value;
  }
  const changes = new Map<string | number, Located>();
  for (const key of isList(at.value) ? at.value.keys() : Object.keys(at.value)) {
    const item = childOf(at.value, key);
    if (typeof item !== "object" || item === null) continue;
    const before = context.origins.child(at, key);
    if (before === undefined) continue;
    const after = unwrap(context, file, before, [...path, key], found);
    if (after !== before) changes.set(key, after);
  }
  return context.origins.replace(at, changes);
}

/** In a discrete distribution `{ value, weight }` is a part of what is said, not a citation. */
function isWeighted(path: Path): boolean {
  return path[0] === "uncertain" && path.at(-2) === "discrete" && typeof path.at(-1) === "number";
}

function checkWrapper(context: LoadContext, file: Located, wrapper: RawMapping, path: Path): void {
  for (const key of Object.keys(wrapper)) {
    if (KEYS.includes(key)) continue;
    const near = nearest(key, KEYS);
    report(context, file, [...path, key], {
      expected: `one of the keys ${KEYS.join(", ")} beside "value"`,
      received: `an unknown key "${key}"`,
      hint: near === null ? null : `did you mean "${near}"?`,
      atKey: true,
    });
  }
  if (wrapper.mark !== undefined && !MARKS.includes(String(wrapper.mark))) {
    report(context, file, [...path, "mark"], { expected: `one of ${MARKS.join(", ")}` });
  }
  const { date } = wrapper;
  if (date !== undefined && date !== null && (typeof date !== "string" || epochDay(date) === null)) {
    report(context, file, [...path, "date"], { expected: "a date such as 2026-01-31" });
  }
}

/** Inside an intervention the path is the one that the intervention sets. */
function citedPath(root: Located, path: Path): string {
  const words = pathInWords(root.value, path);
  return path[0] === "interventions" && path[2] === "set" ? path.slice(3).join(".") : words;
}

/** A citation from a wrapper, a table's header, or a row. */
export function citationOf(path: string, header: RawMapping, value: Raw): Citation {
  const asText = (item: Raw | undefined): string | null =>
    typeof item === "string" && item !== "" ? item : null;
  const mark = MARKS.includes(String(header.mark)) ? (header.mark as Mark) : "assumption";
  return {
    path,
    value: inWords(value),
    mark,
    sources: sourcesOf(header.source ?? header.sources),
    date: asText(header.date ?? header.asOf),
    note: asText(header.note),
  };
}

function sourcesOf(value: Raw | undefined): string[] {
  if (isList(value)) return value.map(String);
  if (typeof value !== "string") return [];
  return value.split(";").flatMap((item) => (item.trim() === "" ? [] : [item.trim()]));
}
