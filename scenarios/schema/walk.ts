import type { z } from "zod";

type AnySchema = z.core.$ZodType;

interface Definition {
  readonly type: string;
  readonly innerType?: AnySchema;
  readonly in?: AnySchema;
  readonly out?: AnySchema;
  readonly shape?: Readonly<Record<string, AnySchema>>;
  readonly valueType?: AnySchema;
  readonly element?: AnySchema;
}

function definitionOf(schema: AnySchema): Definition {
  return schema._zod.def as unknown as Definition;
}

/** What a part of the configuration is, as far as paths and merging are concerned. */
type Part =
  | { readonly kind: "object"; readonly shape: Readonly<Record<string, AnySchema>> }
  | { readonly kind: "record"; readonly item: AnySchema }
  | { readonly kind: "list"; readonly item: AnySchema }
  | { readonly kind: "leaf" };

/** The part behind wrappers such as "may be null" and "may be left out". */
export function partOf(schema: AnySchema): Part {
  const definition = definitionOf(schema);
  if (definition.innerType !== undefined) return partOf(definition.innerType);
  if (definition.type === "pipe") return pipePart(definition);
  if (definition.shape !== undefined) return { kind: "object", shape: definition.shape };
  if (definition.valueType !== undefined) return { kind: "record", item: definition.valueType };
  if (definition.element !== undefined) return { kind: "list", item: definition.element };
  return { kind: "leaf" };
}

function pipePart(definition: Definition): Part {
  const side = withoutTransform(definition);
  return side === null ? { kind: "leaf" } : partOf(side);
}

/** The side of a pipe that says what may be written; null when both are functions. */
function withoutTransform(definition: Definition): AnySchema | null {
  const sides = [definition.in, definition.out];
  const side = sides.find((schema) => {
    const type = schema === undefined ? "transform" : definitionOf(schema).type;
    return type !== "transform" && type !== "unknown";
  });
  return side ?? null;
}

/** True where null stands for "there is none". */
export function mayBeNull(schema: AnySchema): boolean {
  const { type, innerType } = definitionOf(schema);
  return type === "nullable" || (innerType !== undefined && mayBeNull(innerType));
}

/** A pipe is one value in several written forms, such as a distribution: never merged key by key. */
function isOneValue(schema: AnySchema): boolean {
  const definition = definitionOf(schema);
  if (definition.innerType !== undefined) return isOneValue(definition.innerType);
  return definition.type === "pipe";
}

/**
 * True where a mapping merges key by key into what stands beneath: mappings with fixed keys, items by id.
 * Shares and distributions are single values and are replaced whole.
 */
export function mergesByKey(schema: AnySchema): boolean {
  if (isOneValue(schema)) return false;
  const part = partOf(schema);
  if (part.kind === "record" || part.kind === "list") return partOf(part.item).kind === "object";
  return part.kind === "object";
}

/** Schema of the part behind a key or an index; null where there is none. */
export function schemaBelow(schema: AnySchema, key: string | number): AnySchema | null {
  const part = partOf(schema);
  if (part.kind === "object") return Object.hasOwn(part.shape, key) ? (part.shape[key] ?? null) : null;
  return part.kind === "leaf" ? null : part.item;
}
