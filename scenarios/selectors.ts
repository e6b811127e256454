import * as z from "zod";
import { nearest } from "./nearest.ts";
import { isList, isMapping, type Raw } from "./raw.ts";
import { partOf } from "./schema/walk.ts";

type AnySchema = z.core.$ZodType;

/** Every item of a list, or of a mapping of systems or corridors. */
export const EVERY = "*";

/** A list of which a selector names some items: `streams[citizenship!=US,sex=male]`. */
const SELECTION = /^([^[\]]+)\[([^[\]]*)\]$/;
const CONDITION = /^\s*([^=!\s]+)\s*(!?=)\s*(.*?)\s*$/;

/** What items may be selected by, where they have it. */
const SELECTABLE = [
  "id",
  "offence",
  "citizenship",
  "sex",
  "jurisdiction",
  "level",
  "region",
  "state",
  "institution",
];

interface Condition {
  readonly key: string;
  readonly isEqual: boolean;
  readonly value: string;
}

/** Indices of the items that a selector means, or why there are none. */
export type Selection = { readonly indices: readonly number[] } | { readonly hint: string | null };

/** A name with a selector, taken apart; null for a name without one. */
export function selectorOf(name: string): { readonly list: string; readonly conditions: string } | null {
  const match = SELECTION.exec(name);
  return match === null ? null : { list: match[1] ?? "", conditions: match[2] ?? "" };
}

/**
 * Items of a list that meet every condition of a selector; a value that is not written counts as its default.
 *
 * @param conditions such as `citizenship=MX` or `citizenship!=US,sex=male`
 */
export function selectedItems(list: Raw | undefined, schema: AnySchema, conditions: string): Selection {
  const part = partOf(schema);
  const item = part.kind === "list" ? partOf(part.item) : null;
  if (item?.kind !== "object" || !isList(list)) return { hint: "only the items of a list can be selected" };
  const keys = SELECTABLE.filter((key) => Object.hasOwn(item.shape, key));
  let indices = [...list.keys()];
  for (const text of conditions.split(",")) {
    const condition = conditionOf(text);
    if (condition === null)
      return { hint: 'write conditions as "key=value" or "key!=value", with "," between' };
    if (!keys.includes(condition.key)) return { hint: hintOf("key", condition.key, keys) };
    const valueAt = (index: number) => writtenOrDefault(list[index], condition.key, item.shape);
    const values = [...new Set(list.map((_, index) => valueAt(index)))].filter((value) => value !== null);
    if (!values.includes(condition.value)) return { hint: hintOf(condition.key, condition.value, values) };
    indices = indices.filter((index) => (valueAt(index) === condition.value) === condition.isEqual);
  }
  return indices.length > 0 ? { indices } : { hint: "nothing meets all the conditions together" };
}

function conditionOf(text: string): Condition | null {
  const [, key, sign, value] = CONDITION.exec(text) ?? [];
  return key === undefined || !value ? null : { key, isEqual: sign === "=", value };
}

function writtenOrDefault(
  item: Raw | undefined,
  key: string,
  shape: Readonly<Record<string, AnySchema>>,
): string | null {
  const written = isMapping(item) ? item[key] : undefined;
  if (written !== undefined) return typeof written === "string" ? written : null;
  const schema = shape[key];
  const result = schema === undefined ? undefined : z.safeParse(schema, undefined);
  return typeof result?.data === "string" ? result.data : null;
}

function hintOf(what: string, word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === null
    ? `known for ${what}: ${known.slice(0, 12).join(", ")}${known.length > 12 ? ", …" : ""}`
    : `did you mean "${near}"?`;
}
