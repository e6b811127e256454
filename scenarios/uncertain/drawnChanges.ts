import { quantileFunction } from "../../engine/statistics/quantileFunction.ts";
import { changesOf, type SetBlock } from "../changes.ts";
import type { LoadContext } from "../context.ts";
import type { Change } from "../layer.ts";
import { isWhole } from "../operations.ts";
import type { Raw } from "../raw.ts";
import type { UncertainEntry } from "./uncertainEntries.ts";

/**
 * What a draw of an uncertain parameter changes, from the start on: it stands in the place of the value that the
 * stating file and its bases write, so that interventions of the same file and of those over it act on it.
 *
 * @param drawn in the unit of the entry
 * @param beneath the configuration that holds the values as written
 * @returns none if the path does not exist; the problem is reported
 */
export function drawnChanges(
  context: LoadContext,
  entry: UncertainEntry,
  drawn: number,
  beneath: Raw,
  startDate: string,
): Change[] {
  const { file, words, isScale } = entry;
  const { at } = context.origins.deepest(file.root, ["uncertain", words]);
  const value = isScale ? { scale: drawn } : drawnValue(entry, drawn);
  const block: SetBlock = {
    scenario: file.id,
    day: 0,
    date: startDate,
    root: file.root,
    path: ["uncertain"],
    dated: false,
  };
  const origin = { ...at.origin, note: "drawn" };
  return changesOf(context, block, beneath, words, { value, origin });
}

/** A draw as a scenario would write it; whole people and places are rounded, half up. */
function drawnValue({ words, unit }: UncertainEntry, drawn: number): Raw {
  const number = isWhole(words.split(".").at(-1) ?? "") ? Math.floor(drawn + 0.5) : drawn;
  return unit === "" ? number : `${number} ${unit}`;
}

/** Value below which a draw lies with a probability; the ends of unbounded distributions are cut at 2^-54. */
export function drawAt({ distribution }: UncertainEntry, probability: number): number {
  return quantileFunction(distribution)(probability);
}
