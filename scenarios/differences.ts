import type { z } from "zod";
import type { DatedChange } from "./compiledScenario.ts";
import type { LoadContext } from "./context.ts";
import type { Layer } from "./layer.ts";
import { indicesNamed } from "./merge.ts";
import type { Located } from "./origins.ts";
import { inWords, isList, isMapping, itemAt, type Raw } from "./raw.ts";
import { configurationSchema } from "./schema/file.ts";
import { mergesByKey, schemaBelow } from "./schema/walk.ts";
import { configurationAt } from "./timeline.ts";

const LONGEST_WORDS = 160;

/** A value in a few words; a long list only by its length. */
function shortly(value: Raw | undefined): string {
  const words = inWords(value);
  if (words.length <= LONGEST_WORDS) return words;
  return isList(value) ? `${value.length} items` : `${words.slice(0, LONGEST_WORDS - 2)} …`;
}

interface Placed extends DatedChange {
  readonly day: number;
  readonly layer: number;
}

/**
 * Every change that the layers make to those beneath them: what a derived scenario writes otherwise from the
 * start, and the dated changes of all. In order of date, bases first.
 */
export function datedChanges(
  context: LoadContext,
  layers: readonly Layer[],
  startDate: string,
): DatedChange[] {
  const placed: Placed[] = [];
  for (const [index, layer] of layers.entries()) {
    placed.push(...writtenOver(context, layers.slice(0, index), layer, startDate));
    placed.push(...changesOfLayer(context, layers.slice(0, index + 1), index));
  }
  placed.sort((left, right) => left.day - right.day || left.layer - right.layer);
  return placed.map(({ day: _, layer: __, ...change }) => change);
}

function changesOfLayer(context: LoadContext, layers: readonly Layer[], index: number): Placed[] {
  const placed: Placed[] = [];
  const days = new Set(layers[index]?.changes.map(({ day }) => day));
  for (const day of days) {
    configurationAt(context, layers, day, (change, before, after) => {
      if (change.day !== day || !layers[index]?.changes.includes(change)) return;
      const { scenario, date, words } = change;
      const texts = { before: shortly(before), after: shortly(after) };
      placed.push({ scenario, date, path: words, ...texts, day, layer: index });
    });
  }
  return placed;
}

/** Values that a derived scenario writes from the start. */
function writtenOver(
  context: LoadContext,
  beneath: readonly Layer[],
  layer: Layer,
  startDate: string,
): Placed[] {
  if (beneath.length === 0) return [];
  const configuration = configurationAt(context, beneath, 0);
  return writtenLeaves(layer.written).flatMap(({ path, value }) => {
    const before = valueNamed(configuration.value, path);
    if (inWords(before) === inWords(value)) return [];
    const texts = { before: shortly(before), after: shortly(value) };
    const words = path.join(".");
    return [
      { scenario: layer.scenario, date: startDate, path: words, ...texts, day: 0, layer: beneath.length },
    ];
  });
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: Raw;
}

/** Single values that a file writes, by the names on the way to them. */
export function writtenLeaves(written: Located): Leaf[] {
  return leavesBelow(written.value, configurationSchema, []);
}

function leavesBelow(value: Raw, schema: z.core.$ZodType | null, path: readonly string[]): Leaf[] {
  if (schema === null || !isMapping(value) || !mergesByKey(schema)) return [{ path, value }];
  return Object.entries(value).flatMap(([key, item]) => {
    const below = schemaBelow(schema, key);
    return leavesBelow(item, below, [...path, key]);
  });
}

/** The value behind names, where an item of a list is named by its id. */
function valueNamed(root: Raw, path: readonly string[]): Raw | undefined {
  const keys: (string | number)[] = [];
  for (const name of path) {
    const holder = itemAt(root, keys);
    keys.push(isList(holder) ? (indicesNamed(holder, name)[0] ?? name) : name);
  }
  return itemAt(root, keys);
}

/** True if one of two dotted paths is the other or leads to it. */
function overlaps(left: string, right: string): boolean {
  return left === right || left.startsWith(`${right}.`) || right.startsWith(`${left}.`);
}

/** Warns where a value hides a later change of a base. */
export function warnOfHiddenChanges(context: LoadContext, layers: readonly Layer[], startDate: string): void {
  for (const [index, layer] of layers.entries()) {
    const values = layer.changes.filter(({ kind }) => kind === "value");
    const written = index === 0 ? [] : writtenLeaves(layer.written);
    const hiding = [
      ...written.map(({ path }) => ({ words: path.join("."), day: 0, date: startDate })),
      ...values.map(({ words, day, date }) => ({ words, day, date })),
    ];
    for (const { words, day, date } of hiding) {
      for (const base of layers.slice(0, index).flatMap(({ changes }) => changes)) {
        if (base.day <= day || !overlaps(words, base.words)) continue;
        const hidden = `the change of ${base.scenario} from ${base.date}`;
        context.warnings.add(`${layer.scenario} sets ${words} from ${date}, which hides ${hidden}`);
      }
    }
  }
}
