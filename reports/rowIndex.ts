import { type DifferenceRow, endOf, type SummaryRow } from "./rows.ts";

/** Rows by scenario, measure and date. */
export class RowIndex {
  readonly #summaries: ReadonlyMap<string, readonly SummaryRow[]>;
  readonly #differences: ReadonlyMap<string, readonly DifferenceRow[]>;

  constructor(summaries: readonly SummaryRow[], differences: readonly DifferenceRow[]) {
    this.#summaries = grouped(summaries);
    this.#differences = grouped(differences);
  }

  /** Rows of a measure in one scenario, in ascending order of date. */
  series(scenario: string, measure: string): readonly SummaryRow[] {
    return this.#summaries.get(key(scenario, measure)) ?? [];
  }

  /** Differences of a measure between one scenario and the base, in ascending order of date. */
  differences(scenario: string, measure: string): readonly DifferenceRow[] {
    return this.#differences.get(key(scenario, measure)) ?? [];
  }

  /** Last row of a measure: at the end of the run, or over it. */
  last(scenario: string, measure: string): SummaryRow | undefined {
    return this.series(scenario, measure).at(-1);
  }

  /** Last difference of a measure. */
  lastDifference(scenario: string, measure: string): DifferenceRow | undefined {
    return this.differences(scenario, measure).at(-1);
  }
}

function key(scenario: string, measure: string): string {
  return `${scenario}\n${measure}`;
}

function grouped<Row extends SummaryRow | DifferenceRow>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = key(row.scenario, row.measure);
    const group = groups.get(name);
    if (group === undefined) {
      groups.set(name, [row]);
    } else {
      group.push(row);
    }
  }
  for (const group of groups.values()) {
    group.sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1));
  }
  return groups;
}
