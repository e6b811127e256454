import type { LoadedFile } from "./chain.ts";
import { changesOf, type SetBlock } from "./changes.ts";
import type { LoadContext } from "./context.ts";
import type { Change, Layer } from "./layer.ts";
import type { Located } from "./origins.ts";
import { OVERRIDE_FILE, type Override, parameterOverrides, timingOverrides } from "./overrides.ts";
import { isList, isMapping } from "./raw.ts";
import { configurationAt } from "./timeline.ts";
import { dayWithin, type Period } from "./timing.ts";
import { drawnChanges } from "./uncertain/drawnChanges.ts";
import type { UncertainEntry } from "./uncertain/uncertainEntries.ts";

const TIMING_KEYS = ["start", "horizon", "grid"];
const CONFIGURATION_KEYS = ["systems", "corridors", "ledger"];

/** A mapping with some keys of a file. */
function selection(context: LoadContext, root: Located, keys: readonly string[]): Located {
  const found = new Map<string, Located>();
  for (const key of keys) {
    const item = context.origins.child(root, key);
    if (item !== undefined) found.set(key, item);
  }
  return context.origins.replace({ value: {}, origin: root.origin }, found);
}

/** Start, horizon and grid: of the first file in the chain that says so, or of `--set`. */
export function mergedTiming(
  context: LoadContext,
  chain: readonly LoadedFile[],
  overrides: readonly Override[],
): Located {
  const merged = new Map<string, Located>();
  for (const { root } of chain.toReversed()) {
    for (const key of TIMING_KEYS) {
      const item = context.origins.child(root, key);
      if (item !== undefined) merged.set(key, item);
    }
  }
  for (const [key, value] of timingOverrides(overrides)) merged.set(key, value);
  const origin = chain.at(-1)?.root.origin ?? chain[0]!.root.origin;
  return context.origins.replace({ value: {}, origin }, merged);
}

/** What a file writes from the start, without its interventions. */
export function writtenLayer(context: LoadContext, file: LoadedFile): Layer {
  const written = selection(context, file.root, CONFIGURATION_KEYS);
  return { scenario: file.id, written, changes: [] };
}

/** An uncertain parameter and the value that was drawn for it, in the unit of its distribution. */
export interface Draw {
  readonly entry: UncertainEntry;
  readonly value: number;
}

/**
 * The layers of a scenario, base first, and one more for `--set`. A file's draws come before its interventions.
 *
 * @param chain the scenario first
 */
export function layersOf(
  context: LoadContext,
  chain: readonly LoadedFile[],
  period: Period,
  overrides: readonly Override[],
  draws: readonly Draw[] = [],
): Layer[] {
  const layers: Layer[] = [];
  for (const file of chain.toReversed()) {
    const written = selection(context, file.root, CONFIGURATION_KEYS);
    layers.push({ scenario: file.id, written, changes: [] });
    const beneath = configurationAt(context, layers, 0);
    const drawn = draws
      .filter(({ entry }) => entry.file === file)
      .flatMap(({ entry, value }) => drawnChanges(context, entry, value, beneath.value, period.startDate));
    layers[layers.length - 1] = {
      scenario: file.id,
      written,
      changes: [...drawn, ...changesIn(context, file, period, beneath)],
    };
  }
  const parameters = overrides.length === 0 ? [] : overridesOver(context, layers, overrides, period);
  if (parameters.length > 0) layers.push(overrideLayer(layers, parameters));
  return layers;
}

function overridesOver(
  context: LoadContext,
  layers: readonly Layer[],
  overrides: readonly Override[],
  period: Period,
): Change[] {
  const beneath = configurationAt(context, layers, 0);
  return parameterOverrides(context, overrides, beneath.value, period.startDate);
}

function overrideLayer(layers: readonly Layer[], changes: readonly Change[]): Layer {
  const origin = layers[0]!.written.origin;
  return { scenario: OVERRIDE_FILE, written: { value: {}, origin }, changes };
}

/** Changes of a file's interventions, in order of date, then as written. */
function changesIn(context: LoadContext, file: LoadedFile, period: Period, beneath: Located): Change[] {
  const interventions = isMapping(file.root.value) ? file.root.value.interventions : undefined;
  if (!isList(interventions)) return [];
  const changes = [...interventions.keys()].flatMap((index) => {
    const path = ["interventions", index];
    const day = dayWithin(context, period, file.root, [...path, "from"]);
    if (day === null) return [];
    return changesInBlock(context, file, [...path, "set"], day, beneath);
  });
  return changes.sort((left, right) => left.day - right.day);
}

function changesInBlock(
  context: LoadContext,
  file: LoadedFile,
  path: readonly (string | number)[],
  day: number,
  beneath: Located,
): Change[] {
  const { at, depth } = context.origins.deepest(file.root, path);
  const from = context.origins.deepest(file.root, [...path.slice(0, -1), "from"]).at.value;
  if (depth < path.length || !isMapping(at.value)) return [];
  const block: SetBlock = {
    scenario: file.id,
    day,
    date: String(from),
    root: file.root,
    path,
    dated: true,
  };
  return Object.keys(at.value).flatMap((words) => {
    const operand = context.origins.child(at, words);
    return operand === undefined ? [] : changesOf(context, block, beneath.value, words, operand);
  });
}
