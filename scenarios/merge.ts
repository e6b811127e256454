import type { z } from "zod";
import { type LoadContext, report } from "./context.ts";
import { nearestHint } from "./nearest.ts";
import type { Located } from "./origins.ts";
import { idsOf, isList, isMapping, itemAt, type RawList } from "./raw.ts";
import { mergesByKey, schemaBelow } from "./schema/walk.ts";

type AnySchema = z.core.$ZodType;

/**
 * Puts a derived scenario's part over its base's. Mappings merge key by key; lists, shares and distributions
 * replace what stands beneath; a mapping over a list of items with ids changes single items.
 *
 * @param path names on the way to the part, for messages
 */
export function mergeParts(
  context: LoadContext,
  base: Located | undefined,
  patch: Located,
  schema: AnySchema | null,
  path: readonly string[] = [],
): Located {
  if (base === undefined || schema === null || !isMapping(patch.value) || !mergesByKey(schema)) return patch;
  if (isList(base.value)) return mergeItems(context, base, base.value, patch, schema, path);
  if (!isMapping(base.value)) return patch;
  const changes = new Map<string, Located>();
  for (const key of Object.keys(patch.value)) {
    const over = context.origins.child(patch, key);
    if (over === undefined) continue;
    const below = context.origins.child(base, key);
    changes.set(key, mergeParts(context, below, over, schemaBelow(schema, key), [...path, key]));
  }
  return context.origins.replace(base, changes);
}

function mergeItems(
  context: LoadContext,
  base: Located,
  list: RawList,
  patch: Located,
  schema: AnySchema,
  path: readonly string[],
): Located {
  const changes = new Map<number, Located>();
  for (const id of Object.keys(isMapping(patch.value) ? patch.value : {})) {
    const over = context.origins.child(patch, id);
    const indices = indicesNamed(list, id);
    if (over === undefined) continue;
    checkPatch(context, patch, [...path, id], list);
    for (const index of indices) {
      const below = context.origins.child(base, index);
      changes.set(index, mergeParts(context, below, over, schemaBelow(schema, index), [...path, id]));
    }
  }
  return context.origins.replace(base, changes);
}

/** Reports a patch of an item that the base does not have, and one that changes how many there are. */
function checkPatch(context: LoadContext, patch: Located, path: readonly string[], list: RawList): void {
  const id = path.at(-1) ?? "";
  if (indicesNamed(list, id).length === 0) {
    const expected = "the id of an item of the base";
    const hint = nearestHint(id, idsOf(list));
    const { file, position } = context.origins.locate(patch, [id], "key");
    const words = path.join(".");
    context.issues.add({ file, ...position, path: words, expected, received: JSON.stringify(id), hint });
  } else if (itemAt(patch.value, [id, "count"]) !== undefined) {
    const expected = "no change of a count: give the whole list anew";
    report(context, patch, [id, "count"], { expected, received: "a count", atKey: true });
  }
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
