import type { z } from "zod";
import { indicesNamed } from "./merge.ts";
import { nearest } from "./nearest.ts";
import { childOf, idsOf, isList, isMapping, type Path, type Raw } from "./raw.ts";
import { partOf, schemaBelow } from "./schema/walk.ts";

type AnySchema = z.core.$ZodType;

/** A place in the configuration that a dotted path means. */
export interface Target {
  readonly keys: Path;
  readonly schema: AnySchema;
  /** The names on the way, with ids for indices. */
  readonly names: readonly string[];
}

interface PathFailure {
  /** The likeliest path that does exist, or null. */
  readonly hint: string | null;
}

/**
 * Finds what a dotted path means. An id may itself contain dots, so longer names are tried where shorter ones
 * lead nowhere; a path may lead to a value that is not written, if the schema knows it.
 *
 * @returns the places (several for a facility with a count), or why there is none
 */
export function resolvePath(root: Raw, schema: AnySchema, path: string): readonly Target[] | PathFailure {
  const failure = { depth: -1, hint: null as string | null };
  const start: Target = { keys: [], schema, names: [] };
  const targets = descend(root, start, path.split("."), failure);
  return targets.length > 0 ? targets : { hint: failure.hint };
}

interface Failure {
  depth: number;
  hint: string | null;
}

function descend(value: Raw | undefined, at: Target, rest: readonly string[], failure: Failure): Target[] {
  if (rest.length === 0) return [at];
  for (let taken = 1; taken <= rest.length; taken += 1) {
    const name = rest.slice(0, taken).join(".");
    const found = keysNamed(value, at.schema, name).flatMap((key) => {
      const below = schemaBelow(at.schema, key);
      if (below === null) return [];
      const next = { keys: [...at.keys, key], schema: below, names: [...at.names, nameOf(value, key)] };
      return descend(childOf(value, key), next, rest.slice(taken), failure);
    });
    if (found.length > 0) return found;
  }
  noteFailure(value, at, rest, failure);
  return [];
}

function nameOf(value: Raw | undefined, key: string | number): string {
  const item = childOf(value, key);
  return isMapping(item) && typeof key === "number" && typeof item.id === "string" ? item.id : String(key);
}

/** Keys of the value, or of the schema alone, that a name stands for. */
function keysNamed(value: Raw | undefined, schema: AnySchema, name: string): (string | number)[] {
  const part = partOf(schema);
  if (part.kind === "object") return Object.hasOwn(part.shape, name) ? [name] : [];
  if (part.kind === "list") return isList(value) ? indicesNamed(value, name) : [];
  if (part.kind !== "record") return [];
  const isShare = partOf(part.item).kind === "leaf";
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
  if (at.keys.length <= failure.depth) return;
  failure.depth = at.keys.length;
  const known = namesKnown(value, at.schema);
  const near = nearest(rest[0] ?? "", known) ?? nearest(rest.join("."), known);
  const before = at.names.length === 0 ? "" : `${at.names.join(".")}.`;
  if (near !== null) failure.hint = `did you mean "${[before + near, ...rest.slice(1)].join(".")}"?`;
  else if (known.length > 0)
    failure.hint = `known after "${at.names.join(".")}": ${known.slice(0, 12).join(", ")}`;
  else failure.hint = null;
}
