import type { LoadedFile } from "../chain.ts";
import { type LoadContext, report } from "../context.ts";
import { nearestHint } from "../nearest.ts";
import { distributionOf, type KnownDistribution } from "./distributionOf.ts";

/** One line of an `uncertain` block that is in force. */
export interface UncertainEntry extends KnownDistribution {
  readonly file: LoadedFile;
  /** Path as written. */
  readonly words: string;
  readonly isScale: boolean;
}

/**
 * The lines in force of all `uncertain` blocks of a chain, those of bases first: a derived scenario's line takes the
 * place of its base's of the same path, and null takes it away.
 *
 * @param chain the scenario first
 */
export function uncertainEntries(context: LoadContext, chain: readonly LoadedFile[]): UncertainEntry[] {
  const inForce = new Map<string, UncertainEntry>();
  for (const file of chain.toReversed()) {
    for (const [words, written] of Object.entries(file.header?.uncertain ?? {})) {
      const path = ["uncertain", words];
      if (written === null) {
        if (!inForce.delete(words)) reportNothingToRemove(context, file, words, [...inForce.keys()]);
        continue;
      }
      const { scale, ...value } = written;
      const isScale = scale !== undefined;
      const known = distributionOf(context, file.root, isScale ? [...path, "scale"] : path, scale ?? value);
      inForce.delete(words);
      if (known === null) continue;
      if (isScale && known.kind !== "number") {
        report(context, file.root, [...path, "scale"], {
          expected: "a distribution of factors, which have no unit",
          received: `numbers in ${known.unit}`,
        });
        continue;
      }
      inForce.set(words, { file, words, isScale, ...known });
    }
  }
  return [...inForce.values()];
}

function reportNothingToRemove(
  context: LoadContext,
  file: LoadedFile,
  words: string,
  known: readonly string[],
): void {
  report(context, file.root, ["uncertain", words], {
    expected: "a distribution, or null for a path that a base calls uncertain",
    received: "null",
    hint: nearestHint(words, known),
  });
}
