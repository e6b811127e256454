import type { z } from "zod";
import { type LoadContext, report } from "./context.ts";
import { nearestHint } from "./nearest.ts";
import type { Located } from "./origins.ts";
import { idsOf, isList, isMapping, type RawList } from "./raw.ts";
import { mergesByKey, schemaBelow } from "./schema/walk.ts";

type AnySchema = z.core.$ZodType;

/**
 * Puts a derived scenario's part over its base's. Mappings merge key by key; lists, shares and distributions
 * replace what stands beneath; a mapping over a list of items with ids changes single items.
 *
 * @param patch root of the derived file, from which problems are reported
 */
export function mergeParts(
  context: LoadContext,
  base: Located | undefined,
  patch: Located,
  schema: AnySchema | null,
): Located {
  if (base === undefined || schema === null || !isMapping(patch.value) || !mergesByKey(schema)) return patch;
  if (isList(base.value)) return mergeItems(context, base, base.value, patch, schema);
  if (!isMapping(base.value)) return patch;
  const changes = new Map<string, Located>();
  for (const key of Object.keys(patch.value)) {
    const over = context.origins.child(patch, key);
    if (over === undefined) continue;
    const below = context.origins.child(base, key);
    changes.set(key, mergeParts(context, below, over, schemaBelow(schema, key)));
  }
  return context.origins.replace(base, changes);
}

function mergeItems(
  context: LoadContext,
  base: Located,
  list: RawList,
  patch: Located,
  schema: AnySchema,
): Located {
  const changes = new Map<number, Located>();
  for (const id of Object.keys(isMapping(patch.value) ? patch.value : {})) {
    const over = context.origins.child(patch, id);
    const indices = indicesNamed(list, id);
    if (over === undefined) continue;
    if (indices.length === 0) reportUnknownItem(context, patch, id, list);
    if (isMapping(over.value) && over.value.count !== undefined) reportCount(context, patch, id);
    for (const index of indices) {
      const below = context.origins.child(base, index);
      changes.set(index, mergeParts(context, below, over, schemaBelow(schema, index)));
    }
  }
  return context.origins.replace(base, changes);
}

function reportUnknownItem(context: LoadContext, patch: Located, id: string, list: RawList): void {
  const hint = nearestHint(id, idsOf(list));
  const received = JSON.stringify(id);
  report(context, patch, [id], { expected: "the id of an item of the base", received, hint, atKey: true });
}

function reportCount(context: LoadContext, patch: Located, id: string): void {
  const expected = "no change of a count: give the whole list anew";
  report(context, patch, [id, "count"], { expected, received: "a count", atKey: true });
}

/** Items with this id, or else all those that a `count` made from the item with this id. */
export function indicesNamed(list: RawList, id: string): number[] {
  const exact = list.findIndex((item) => isMapping(item) && item.id === id);
  if (exact !== -1) return [exact];
  return [...list.keys()].filter((index) => {
    const item = list[index];
    if (!isMapping(item) || item.count === undefined || typeof item.id !== "string") return false;
    return item.id.slice(0, item.id.lastIndexOf("-")) === id;
  });
}
