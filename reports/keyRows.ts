import type { Analysis } from "./analyse.ts";
import type { ScenarioRun } from "./compare.ts";
import { keyMeasures } from "./keyMeasures.ts";
import type { Measure } from "./measures.ts";
import type { SummaryRow } from "./rows.ts";

/** A key measure at the end of the run or over it. */
export interface KeyRow {
  readonly measure: Measure;
  /** The first run that has the measure: the base, unless only a later scenario has that corridor or system. */
  readonly run: ScenarioRun;
  readonly row: SummaryRow;
  readonly ofBase: boolean;
}

/**
 * The key measures of all runs, each once: those of the base first, then what only other scenarios have.
 *
 * @example
 * keyRows(analysis)[0].measure.name; // => "us.system.stock"
 */
export function keyRows({ runs, index }: Analysis): KeyRow[] {
  const known = new Set<string>();
  return runs.flatMap((run, i) =>
    keyMeasures(run.scenario).flatMap((measure): KeyRow[] => {
      const row = index.last(run.scenario.id, measure.name);
      if (row === undefined || known.has(measure.name)) {
        return [];
      }
      known.add(measure.name);
      return [{ measure, run, row, ofBase: i === 0 }];
    }),
  );
}
