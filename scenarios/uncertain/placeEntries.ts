import type { LoadContext } from "../context.ts";
import type { Layer } from "../layer.ts";
import { configurationAt } from "../timeline.ts";
import { checkRange } from "./checkRange.ts";
import type { UncertainEntry } from "./uncertainEntries.ts";
import { checkDrawnOnce, type PlacedEntry } from "./uncertainParameters.ts";

/**
 * Finds what each line of the `uncertain` blocks means, and checks every draw that it allows.
 *
 * @param layers base first, without draws
 * @returns the lines without a mistake
 */
export function placeEntries(
  context: LoadContext,
  layers: readonly Layer[],
  entries: readonly UncertainEntry[],
  startDate: string,
): PlacedEntry[] {
  const placed: PlacedEntry[] = [];
  for (const file of new Set(entries.map((entry) => entry.file))) {
    const index = layers.findIndex(({ scenario }) => scenario === file.id);
    const own = layers[index];
    if (own === undefined) continue;
    const written = [...layers.slice(0, index), { ...own, changes: [] }];
    const beneath = configurationAt(context, written, 0);
    for (const entry of entries.filter((candidate) => candidate.file === file)) {
      const targets = checkRange(context, entry, written, beneath, startDate);
      if (targets.length > 0) placed.push({ entry, targets, beneath });
    }
  }
  checkDrawnOnce(context, placed);
  return placed;
}
