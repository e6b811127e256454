import type { z } from "zod";
import { type LoadContext, report } from "../context.ts";
import { IssueList } from "../issue.ts";
import type { Change, Layer } from "../layer.ts";
import type { Located } from "../origins.ts";
import { inWords, itemAt, type Path, type Raw } from "../raw.ts";
import { configurationSchema } from "../schema/file.ts";
import { schemaBelow } from "../schema/walk.ts";
import { configurationAt } from "../timeline.ts";
import { drawAt, drawnChanges } from "./drawnChanges.ts";
import type { UncertainEntry } from "./uncertainEntries.ts";

const HINT =
  "every value that may be drawn must be allowed: choose a distribution that ends within the range";
/** Both ends and the middle of a distribution. */
const PROBABILITIES = [0, 0.5, 1];

/**
 * Checks that a parameter allows every draw: at both ends and in the middle of the distribution, alone and together
 * with what stands beside it (shares that sum to 1, bounds in order).
 *
 * @param layers those beneath the draw, the stating file's own written values last
 * @param beneath what these give on day 0
 * @returns the places that the path means; empty if anything is wrong, which is reported
 */
export function checkRange(
  context: LoadContext,
  entry: UncertainEntry,
  layers: readonly Layer[],
  beneath: Located,
  startDate: string,
): readonly Change[] {
  const before = context.issues.size;
  let targets: readonly Change[] = [];
  for (const probability of PROBABILITIES) {
    const drawn = drawAt(entry, probability);
    if (entry.isScale && drawn < 0) {
      reportDraw(context, entry, "factors of 0 or more", `a factor of ${drawn}`, probability);
      return [];
    }
    targets = drawnChanges(context, entry, drawn, beneath.value, startDate);
    if (context.issues.size > before) return [];
    checkDraw(context, entry, layers, beneath, targets, probability);
    if (context.issues.size > before) return [];
  }
  return targets;
}

/** Reports the first thing that is wrong with one draw. */
function checkDraw(
  context: LoadContext,
  entry: UncertainEntry,
  layers: readonly Layer[],
  beneath: Located,
  changes: readonly Change[],
  probability: number,
): void {
  const quiet = { ...context, issues: new IssueList() };
  const drawn: Layer = { scenario: entry.file.id, written: emptyOver(beneath), changes };
  const { value } = configurationAt(quiet, [...layers, drawn], 0);
  const [first] = quiet.issues.list;
  if (first !== undefined) {
    reportDraw(context, entry, first.expected, first.received, null);
    return;
  }
  for (const { keys, selection } of changes) {
    const after = itemAt(value, keys);
    if (after === undefined && selection !== null) continue;
    const wrong = wrongAt(value, keys) ?? wrongBeside(beneath.value, value, keys);
    if (wrong === null) continue;
    reportDraw(context, entry, wrong, inWords(after), probability);
    return;
  }
}

function emptyOver({ origin }: Located): Located {
  return { value: {}, origin };
}

/** What the schema expects at a path instead of what stands there, or null. */
function wrongAt(root: Raw, keys: Path): string | null {
  const schema = keys.reduce<z.core.$ZodType | null>(
    (at, key) => (at === null ? null : schemaBelow(at, key)),
    configurationSchema,
  );
  if (schema === null) return null;
  const result = (schema as z.ZodType).safeParse(itemAt(root, keys));
  return result.success ? null : (result.error.issues[0]?.message ?? null);
}

/** What the draw makes wrong in the mapping that holds the value, if all was right there before. */
function wrongBeside(before: Raw, after: Raw, keys: Path): string | null {
  const holder = keys.slice(0, -1);
  const wrong = wrongAt(after, holder);
  return wrong === null || wrongAt(before, holder) !== null ? null : wrong;
}

function reportDraw(
  context: LoadContext,
  { file, words, isScale, distribution }: UncertainEntry,
  expected: string,
  received: string,
  probability: number | null,
): void {
  const where =
    probability === null ? "" : ` at the probability ${probability} of the ${distribution.kind} distribution`;
  const path = ["uncertain", words, ...(isScale ? ["scale"] : [])];
  report(context, file.root, path, {
    expected,
    received: received + where,
    hint: probability === null ? null : HINT,
  });
}
