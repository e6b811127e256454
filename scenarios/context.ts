import type { ScenarioFiles } from "./files.ts";
import type { IssueList } from "./issue.ts";
import type { Located, Origins } from "./origins.ts";
import { describe, type Path, pathInWords } from "./raw.ts";

/** What the steps of loading a scenario share. */
export interface LoadContext {
  readonly files: ScenarioFiles;
  readonly origins: Origins;
  readonly issues: IssueList;
  readonly warnings: Set<string>;
}

export interface Problem {
  readonly expected: string;
  /** The value at the path in words, unless given. */
  readonly received?: string | undefined;
  readonly hint?: string | null;
  /** Point to the key instead of the value. */
  readonly atKey?: boolean;
}

/** Reports a problem with the value at a path of a file or a merged configuration. */
export function report(context: LoadContext, root: Located, path: Path, problem: Problem): void {
  const { at, depth } = context.origins.deepest(root, path);
  const { file, position } = context.origins.locate(root, path, problem.atKey === true ? "key" : "value");
  const isLeaf = typeof at.value !== "object" || at.value === null;
  const shown = path.slice(0, isLeaf ? depth : depth + 1);
  const value = depth === path.length || isLeaf ? at.value : undefined;
  const note = at.origin.note === null || problem.received !== undefined ? "" : ` (${at.origin.note})`;
  const received = problem.received ?? describe(value) + note;
  const hint = problem.hint ?? null;
  const words = pathInWords(root.value, shown);
  context.issues.add({ file, ...position, path: words, expected: problem.expected, received, hint });
}
