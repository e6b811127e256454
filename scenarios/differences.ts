import type { z } from "zod";
import type { CapacityBefore } from "./compile/capacitySchedule.ts";
import type { DatedChange } from "./compiledScenario.ts";
import type { LoadContext } from "./context.ts";
import type { Layer } from "./layer.ts";
import { indicesNamed } from "./merge.ts";
import { operationInWords } from "./operations.ts";
import type { Located } from "./origins.ts";
import { inWords, isList, isMapping, itemAt, type Raw } from "./raw.ts";
import { configurationSchema } from "./schema/file.ts";
import { mergesByKey, schemaBelow } from "./schema/walk.ts";
import { patternOf, summarised, type ValueChange } from "./summarisedChanges.ts";
import { configurationAt } from "./timeline.ts";

interface Placed extends DatedChange {
  readonly day: number;
  readonly layer: number;
}

/**
 * Every change that the layers make to those beneath them: what a derived scenario writes otherwise from the
 * start, and the dated changes of all, of capacities too. In order of date, bases first. Many alike are one row.
 */
export function datedChanges(
  context: LoadContext,
  layers: readonly Layer[],
  capacityChanges: readonly CapacityBefore[],
  startDate: string,
): DatedChange[] {
  const placed: Placed[] = [];
  for (const [index, layer] of layers.entries()) {
    placed.push(...writtenOver(context, layers.slice(0, index), layer, startDate));
    placed.push(...changesOfLayer(context, layers.slice(0, index + 1), index));
    placed.push(...capacityRows(capacityChanges, layer.scenario, index));
  }
  placed.sort((left, right) => left.day - right.day || left.layer - right.layer);
  return placed.map(({ day: _, layer: __, ...change }) => change);
}

function changesOfLayer(context: LoadContext, layers: readonly Layer[], index: number): Placed[] {
  const placed: Placed[] = [];
  const own = layers[index]!;
  for (const day of new Set(own.changes.map((change) => change.day))) {
    const rows: ValueChange[] = [];
    configurationAt(context, layers, day, (change, before, after) => {
      if (change.day !== day || !own.changes.includes(change)) return;
      const { kind, operand, keys, words: path, selection } = change;
      const operation = kind === "value" ? null : operationInWords(kind, operand.value);
      const pattern = selection ?? patternOf(keys);
      rows.push({ path, pattern, isSelected: selection !== null, before, after, operation });
    });
    const date = own.changes.find((change) => change.day === day)?.date ?? "";
    const { scenario } = own;
    placed.push(...summarised(rows).map((row) => ({ scenario, date, ...row, day, layer: index })));
  }
  return placed;
}

/** Values that a derived scenario writes from the start. */
function writtenOver(
  context: LoadContext,
  beneath: readonly Layer[],
  { written, scenario }: Layer,
  startDate: string,
): Placed[] {
  if (beneath.length === 0) return [];
  const configuration = configurationAt(context, beneath, 0);
  const rows = writtenLeaves(written).flatMap(({ path, value }): ValueChange[] => {
    const before = valueNamed(configuration.value, path);
    if (inWords(before) === inWords(value)) return [];
    const words = { path: path.join("."), pattern: patternOf(path), isSelected: false };
    return [{ ...words, before, after: value, operation: null }];
  });
  const place = { scenario, date: startDate, day: 0, layer: beneath.length };
  return summarised(rows).map((row) => ({ ...place, ...row }));
}

function capacityRows(changes: readonly CapacityBefore[], own: string, layer: number): Placed[] {
  return changes.flatMap(({ change, before }): Placed[] => {
    const { scenario, day, date, system, facility, capacity, slipInWords } = change;
    if (scenario !== own) return [];
    const after = slipInWords === null ? `${capacity}` : `${capacity}, late by ${slipInWords}`;
    const path = `systems.${system}.facilities.${facility}.capacity`;
    return [{ scenario, date, path, before: inWords(before), after, day, layer }];
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
