import type { Citation, UncertainParameter } from "../compiledScenario.ts";
import { type LoadContext, report } from "../context.ts";
import type { Change, Layer } from "../layer.ts";
import type { Located } from "../origins.ts";
import { inWords, itemAt, type Raw } from "../raw.ts";
import { amountOf } from "../schema/uncertain.ts";
import { drawAt } from "./drawnChanges.ts";
import type { UncertainEntry } from "./uncertainEntries.ts";

/** A checked line of an `uncertain` block and the places that it means. */
export interface PlacedEntry {
  readonly entry: UncertainEntry;
  readonly targets: readonly Change[];
  /** Configuration that holds the values as written. */
  readonly beneath: Located;
}

/** Reports two lines that draw the value of one place: the later one would hide the earlier one. */
export function checkDrawnOnce(context: LoadContext, placed: readonly PlacedEntry[]): void {
  const drawn = new Map<string, string>();
  for (const { entry, targets } of placed) {
    const words = targets.map((target) => target.words);
    const twice = entry.isScale ? undefined : words.find((path) => drawn.has(path));
    if (twice !== undefined) {
      report(context, entry.file.root, ["uncertain", entry.words], {
        expected: "each value drawn once",
        received: `${twice} a second time, after ${JSON.stringify(drawn.get(twice))}`,
        hint: "scale one of them, or take one back with null",
        atKey: true,
      });
    }
    for (const path of words) drawn.set(path, entry.words);
  }
}

/**
 * The uncertain parameters of a scenario, without those whose value a file further up, an intervention on the first
 * day or `--set` fixes; these and written values far out in their distribution earn a warning.
 */
export function uncertainParameters(
  context: LoadContext,
  placed: readonly PlacedEntry[],
  layers: readonly Layer[],
  fixedBy: (layer: Layer, isOwn: boolean) => readonly string[],
): UncertainParameter[] {
  return placed.flatMap(({ entry, targets, beneath }) => {
    const { file, words, isScale, distribution, unit } = entry;
    const own = layers.findIndex(({ scenario }) => scenario === file.id);
    const over = layers.slice(own).flatMap((layer, index) => {
      return fixedBy(layer, index === 0).map((path) => ({ scenario: layer.scenario, path }));
    });
    const hiding = targets.map((target) =>
      over.find(({ path }) => `${target.words}.`.startsWith(`${path}.`)),
    );
    if (hiding.every((found) => found !== undefined)) {
      context.warnings.add(
        `${hiding[0]?.scenario} fixes ${words} from the start: the distribution of ${file.id} is not used`,
      );
      return [];
    }
    const values = targets.map(({ keys }) => itemAt(beneath.value, keys));
    if (!isScale) warnOfFarValues(context, entry, values);
    const texts = new Set(values.map(inWords));
    const kind: UncertainParameter["kind"] = isScale ? "scale" : "value";
    const written = texts.size === 1 ? [...texts][0]! : null;
    return [
      { path: words, scenario: file.id, kind, distribution, unit, written, citation: citationOf(entry) },
    ];
  });
}

/** A central run takes the written value: it should be one that the distribution thinks likely. */
function warnOfFarValues(
  context: LoadContext,
  entry: UncertainEntry,
  values: readonly (Raw | undefined)[],
): void {
  const { words, kind } = entry;
  const [low, high] = [drawAt(entry, 0.01), drawAt(entry, 0.99)];
  for (const value of values) {
    const amount = amountOf(value);
    if (amount === null || amount.kind !== kind) continue;
    const inUnit = (amount.number * amount.perUnit) / unitOf(entry);
    if (inUnit >= low && inUnit <= high) continue;
    context.warnings.add(
      `${words}: the written value ${inWords(value)} lies outside the middle 98 % of its distribution`,
    );
    return;
  }
}

function unitOf({ unit }: UncertainEntry): number {
  return amountOf(unit === "" ? 1 : `1 ${unit}`)?.perUnit ?? 1;
}

/** As cited in the block; a distribution without a citation is an assumption. */
function citationOf({ file, words }: UncertainEntry): Citation {
  const path = `uncertain.${words}`;
  const cited = file.citations.find((citation) => citation.path === path);
  const value = inWords(itemAt(file.root.value, ["uncertain", words]));
  return cited ?? { path, value, mark: "assumption", sources: [], date: null, note: null };
}
