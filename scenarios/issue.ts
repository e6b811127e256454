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

/** Collects issues; the same mistake reached by two ways is kept once. */
export class IssueList {
  readonly #issues = new Map<string, Issue>();

  get size(): number {
    return this.#issues.size;
  }

  add(issue: Issue): void {
    const key = [issue.file, issue.line, issue.column, issue.expected, issue.received].join("\n");
    if (!this.#issues.has(key)) this.#issues.set(key, issue);
  }

  /** @throws {ScenarioError} if anything was collected, in order of file, line and column of discovery */
  throwIfAny(): void {
    if (this.size > 0) throw new ScenarioError([...this.#issues.values()]);
  }
}
