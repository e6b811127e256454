import type { z } from "zod";
import { indicesNamed } from "./merge.ts";
import { nearest } from "./nearest.ts";
import { childOf, idsOf, isList, isMapping, itemAt, type Path, type Raw } from "./raw.ts";
import { mayBeNull, partOf, schemaBelow } from "./schema/walk.ts";
import { EVERY, selectedItems, selectorOf } from "./selectors.ts";

type AnySchema = z.core.$ZodType;

/** A place in the configuration that a dotted path means. */
export interface Target {
  readonly keys: Path;
  readonly schema: AnySchema;
  /** The names on the way, with ids for indices. */
  readonly names: readonly string[];
  /** True if the path names it by `*` or by conditions. */
  readonly isSelected: boolean;
}

interface PathFailure {
  /** The likeliest path that does exist, or null. */
  readonly hint: string | null;
}

/**
 * Finds what a dotted path means. An id may itself contain dots, so longer names are tried where shorter ones
 * lead nowhere; a path may lead to a value that is not written, if the schema knows it. `*` stands for every item,
 * and `streams[citizenship=MX]` for the items that meet conditions; of those, the ones that do not have what the
 * path names below them are passed over.
 *
 * @returns the places (several for a facility with a count and for a selector), or why there is none
 */
export function resolvePath(root: Raw, schema: AnySchema, path: string): readonly Target[] | PathFailure {
  const failure = { depth: -1, hint: null as string | null };
  const start: Target = { keys: [], schema, names: [], isSelected: false };
  const targets = descend(root, start, path.split("."), failure);
  return targets.length > 0 ? targets : { hint: failure.hint };
}

interface Failure {
  depth: number;
  hint: string | null;
}

function descend(value: Raw | undefined, at: Target, rest: readonly string[], failure: Failure): Target[] {
  if (rest.length === 0) return [at];
  if (at.isSelected && (value ?? null) === null && mayBeNull(at.schema)) {
    note(failure, at, `none of the items selected has "${at.names.at(-1)}"`);
    return [];
  }
  for (let taken = 1; taken <= rest.length; taken += 1) {
    const name = rest.slice(0, taken).join(".");
    const found = stepsNamed(value, at, name, failure).flatMap((next) =>
      descend(itemAt(value, next.keys.slice(at.keys.length)), next, rest.slice(taken), failure),
    );
    if (found.length > 0) return found;
  }
  noteFailure(value, at, rest, failure);
  return [];
}

/** Targets one name further; two steps further for a list with a selector. */
function stepsNamed(value: Raw | undefined, at: Target, name: string, failure: Failure): Target[] {
  const selector = selectorOf(name);
  if (selector !== null) return selectedSteps(value, at, selector, failure);
  const isSelected = at.isSelected || (name === EVERY && keysNamed(value, at.schema, name).length > 0);
  return keysNamed(value, at.schema, name).flatMap((key) => step(value, { ...at, isSelected }, key));
}

function selectedSteps(
  value: Raw | undefined,
  at: Target,
  { list, conditions }: { list: string; conditions: string },
  failure: Failure,
): Target[] {
  return keysNamed(value, at.schema, list).flatMap((key) => {
    const items = childOf(value, key);
    return step(value, { ...at, isSelected: true }, key).flatMap((next) => {
      const selection = selectedItems(items, next.schema, conditions);
      if ("indices" in selection) return selection.indices.flatMap((index) => step(items, next, index));
      note(failure, next, selection.hint);
      return [];
    });
  });
}

function step(value: Raw | undefined, at: Target, key: string | number): Target[] {
  const schema = schemaBelow(at.schema, key);
  if (schema === null) return [];
  return [{ ...at, keys: [...at.keys, key], schema, names: [...at.names, nameOf(value, key)] }];
}

function nameOf(value: Raw | undefined, key: string | number): string {
  const item = childOf(value, key);
  return isMapping(item) && typeof key === "number" && typeof item.id === "string" ? item.id : String(key);
}

/** Keys of the value, or of the schema alone, that a name stands for. */
function keysNamed(value: Raw | undefined, schema: AnySchema, name: string): (string | number)[] {
  const part = partOf(schema);
  if (part.kind === "object") return Object.hasOwn(part.shape, name) ? [name] : [];
  if (part.kind === "list") {
    if (!isList(value)) return [];
    return name === EVERY ? [...value.keys()] : indicesNamed(value, name);
  }
  if (part.kind !== "record") return [];
  const isShare = partOf(part.item).kind === "leaf";
  if (name === EVERY && !isShare) return isMapping(value) ? Object.keys(value) : [];
  return isShare || childOf(value, name) !== undefined ? [name] : [];
}

function namesKnown(value: Raw | undefined, schema: AnySchema): readonly string[] {
  const part = partOf(schema);
  if (part.kind === "object") return Object.keys(part.shape);
  if (part.kind === "list") return idsOf(value);
  return part.kind === "record" && isMapping(value) ? Object.keys(value) : [];
}

/** Keeps the hint of the attempt that came furthest. */
function noteFailure(value: Raw | undefined, at: Target, rest: readonly string[], failure: Failure): void {
  const known = namesKnown(value, at.schema);
  const [first = "", ...others] = rest;
  const selector = /\[.*$/.exec(first)?.[0] ?? "";
  const near =
    nearest(first.slice(0, first.length - selector.length), known) ?? nearest(rest.join("."), known);
  const before = at.names.length === 0 ? "" : `${at.names.join(".")}.`;
  if (near !== null) note(failure, at, `did you mean "${[before + near + selector, ...others].join(".")}"?`);
  else if (known.length > 0)
    note(failure, at, `known after "${at.names.join(".")}": ${known.slice(0, 12).join(", ")}`);
  else note(failure, at, null);
}

function note(failure: Failure, at: Target, hint: string | null): void {
  if (at.keys.length <= failure.depth) return;
  failure.depth = at.keys.length;
  failure.hint = hint;
}
