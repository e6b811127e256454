import { type LoadContext, report } from "./context.ts";
import { IssueList } from "./issue.ts";
import type { Change, Entry, Layer } from "./layer.ts";
import { itemAt } from "./raw.ts";
import { configurationAt } from "./timeline.ts";

/** Reports every scaling and adding whose path selects items none of which has the value on that day. */
export function checkSelections(context: LoadContext, layers: readonly Layer[]): void {
  for (const [index, layer] of layers.entries()) {
    for (const changes of operationsByEntry(layer).values()) {
      const [first] = changes;
      if (first === undefined) continue;
      const quiet = { ...context, issues: new IssueList() };
      const { value } = configurationAt(quiet, layers.slice(0, index + 1), first.day);
      if (changes.some(({ keys }) => (itemAt(value, keys) ?? null) !== null)) continue;
      const { root, path } = first.entry;
      report(context, root, path, {
        expected: "a value in at least one of the items selected",
        received: `none in ${changes.length}`,
        atKey: true,
      });
    }
  }
}

function operationsByEntry({ changes }: Layer): ReadonlyMap<Entry, readonly Change[]> {
  const entries = new Map<Entry, Change[]>();
  for (const change of changes) {
    if (change.selection === null || change.kind === "value") continue;
    entries.set(change.entry, [...(entries.get(change.entry) ?? []), change]);
  }
  return entries;
}
