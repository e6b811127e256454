/** One mistake in a scenario or a table, where it stands, and what would be right. */
export interface Issue {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** Dotted path of the value inside the scenario; empty for the whole file. */
  readonly path: string;
  readonly expected: string;
  readonly received: string;
  readonly hint: string | null;
}

/** Everything that is wrong with a scenario, found in one pass. */
export class ScenarioError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(issues.map(formatIssue).join("\n"));
    this.name = "ScenarioError";
    this.issues = issues;
  }
}

/**
 * One issue as text: `file:line:column path: expected …, received …`, and the hint on a second line.
 *
 * @example
 * formatIssue({ file: "a.yaml", line: 3, column: 9, path: "horizon", expected: "a duration",
 *   received: "10", hint: 'add a unit: "10 d"' });
 * // => 'a.yaml:3:9 horizon: expected a duration, received 10\n  hint: add a unit: "10 d"'
 */
export function formatIssue(issue: Issue): string {
  const place = `${issue.file}:${issue.line}:${issue.column}`;
  const subject = issue.path === "" ? place : `${place} ${issue.path}`;
  const text = `${subject}: expected ${issue.expected}, received ${issue.received}`;
  return issue.hint === null ? text : `${text}\n  hint: ${issue.hint}`;
}

const MOST_ALIKE = 10;

/** Keeps the first issues of each kind and key in a file; the last one kept says how many more there are. */
function withoutRepetition(issues: readonly Issue[]): Issue[] {
  const alike = new Map<string, number>();
  const kindOf = ({ file, expected, path }: Issue): string =>
    [file, expected, path.slice(path.lastIndexOf(".") + 1)].join("\n");
  for (const issue of issues) alike.set(kindOf(issue), (alike.get(kindOf(issue)) ?? 0) + 1);
  const kept = new Map<string, number>();
  return issues.flatMap((issue) => {
    const kind = kindOf(issue);
    const count = (kept.get(kind) ?? 0) + 1;
    kept.set(kind, count);
    const more = (alike.get(kind) ?? 0) - MOST_ALIKE;
    if (count > MOST_ALIKE) return [];
    if (count < MOST_ALIKE || more <= 0) return [issue];
    return [{ ...issue, received: `${issue.received} (and ${more} more like it)` }];
  });
}

/** Collects issues; the same mistake reached by two ways is kept once. */
export class IssueList {
  readonly #issues = new Map<string, Issue>();

  get size(): number {
    return this.#issues.size;
  }

  get list(): readonly Issue[] {
    return [...this.#issues.values()];
  }

  add(issue: Issue): void {
    const key = [issue.file, issue.line, issue.column, issue.expected, issue.received].join("\n");
    if (!this.#issues.has(key)) this.#issues.set(key, issue);
  }

  /** @throws {ScenarioError} if anything was collected; of many alike, as in a table, only the first ones */
  throwIfAny(): void {
    if (this.size > 0) throw new ScenarioError(withoutRepetition(this.list));
  }
}
