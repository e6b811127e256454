import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import { compare, type ScenarioRun } from "./compare.ts";
import { RowIndex } from "./rowIndex.ts";
import type { DifferenceRow, SummaryRow } from "./rows.ts";
import type { Selection } from "./selection.ts";
import { DEFAULT_LEVEL, summarise } from "./summarise.ts";

/** Runs with everything that is computed from them: what documents, tables and pages are made of. */
export interface Analysis {
  /** The base first. */
  readonly runs: readonly [ScenarioRun, ...ScenarioRun[]];
  readonly level: number;
  readonly summaries: readonly SummaryRow[];
  /** Empty for a single run. */
  readonly differences: readonly DifferenceRow[];
  readonly index: RowIndex;
}

/**
 * Summaries of all runs, and paired differences of the later ones from the first.
 *
 * @param runs the base first; the others must have its sampling days
 * @param selection see {@link Selection}; a page needs the default
 * @throws {RangeError} as {@link summarise} and {@link compare} do, or if two scenarios have one id
 * @example
 * analyse([{ scenario, results }]).summaries.length; // => 15837
 */
export function analyse(runs: readonly [ScenarioRun, ...ScenarioRun[]], selection: Selection = {}): Analysis {
  const [base, ...others] = runs;
  const ids = runs.map(({ scenario }) => scenario.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) {
    throw new RangeError(`analyse requires distinct scenario ids, got "${twice}" twice`);
  }
  const summaries = runs.flatMap(({ scenario, results }) => summarise(scenario, results, selection));
  const differences = others.flatMap((other) => compare(base, other, selection, others.length));
  const index = new RowIndex(summaries, differences);
  return { runs, level: selection.level ?? DEFAULT_LEVEL, summaries, differences, index };
}

/** The two ends of the first corridor; without one, the first system alone. */
export interface Sides {
  readonly corridor: string | null;
  readonly sending: string;
  readonly receiving: string | null;
}

/** Which system sends and which receives. */
export function sidesOf(scenario: CompiledScenario): Sides {
  const corridor = scenario.corridors[0];
  return {
    corridor: corridor?.id ?? null,
    sending: corridor?.from ?? scenario.systems[0]?.id ?? "",
    receiving: corridor?.to ?? null,
  };
}

/** Title of a system, level, region, institution or corridor, as the scenario writes it. */
export function titleOf(
  list: readonly { readonly id: string; readonly title?: string; readonly name?: string }[],
  id: string,
): string {
  const entry = list.find((candidate) => candidate.id === id);
  return entry?.title ?? entry?.name ?? id;
}
