import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import type { Moved } from "./against/moved.ts";
import type { GateRow } from "./gates/gateRows.ts";
import type { StoppingReport } from "./precision/stoppingReport.ts";
import type { DifferenceRow, SummaryRow } from "./rows.ts";
import { SCHEMA_VERSION } from "./schemaVersion.ts";
import type { Uncertainty } from "./uncertainty/varianceRow.ts";

/** A scenario as results name it. */
export interface ScenarioReference {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** Hash of the scenario as resolved. */
  readonly hash: string;
}

/** What `--json` prints and `summary.json` holds. */
export interface ResultDocument {
  readonly schemaVersion: typeof SCHEMA_VERSION;
  /** The scenario that was run, or the base of a comparison. */
  readonly scenario: ScenarioReference;
  /** The scenarios compared with it; left out for a single run. */
  readonly comparedWith?: readonly ScenarioReference[];
  readonly seed: string;
  readonly replications: number;
  readonly horizon: { readonly from: string; readonly to: string; readonly days: number };
  readonly measures: readonly SummaryRow[];
  readonly differences?: readonly DifferenceRow[];
  /** Left out where there is none. */
  readonly gates?: readonly GateRow[];
  /** Why the run stopped when it did; left out where the number of replications was given. */
  readonly stopping?: StoppingReport;
  /** What is missing, one line each; left out when the results are whole. */
  readonly partial?: readonly string[];
  /** Left out where no uncertain parameter was drawn. */
  readonly uncertainty?: Uncertainty;
  /** What moved since an earlier run; left out where none was named. */
  readonly against?: Moved;
}

/** A scenario and its hash. */
export interface HashedScenario {
  readonly scenario: CompiledScenario;
  readonly hash: string;
}

/** What a result document is made from; the first scenario is the base. */
export interface DocumentInput {
  readonly scenarios: readonly [HashedScenario, ...HashedScenario[]];
  readonly seed: string;
  readonly replications: number;
  readonly measures: readonly SummaryRow[];
  readonly differences?: readonly DifferenceRow[];
  readonly gates?: readonly GateRow[];
  readonly stopping?: StoppingReport;
  readonly partial?: readonly string[];
  readonly uncertainty?: Uncertainty;
  readonly against?: Moved;
}

/**
 * The result document of a run or a comparison.
 *
 * @example
 * resultDocument({ scenarios: [{ scenario, hash }], seed: "7", replications: 100, measures }).schemaVersion; // => "1.0"
 */
export function resultDocument(input: DocumentInput): ResultDocument {
  const [base, ...others] = input.scenarios;
  const { startDate, endDate, parameters } = base.scenario;
  return {
    schemaVersion: SCHEMA_VERSION,
    scenario: reference(base),
    ...(others.length > 0 ? { comparedWith: others.map(reference) } : {}),
    seed: input.seed,
    replications: input.replications,
    horizon: { from: startDate, to: endDate, days: parameters.horizonDays },
    measures: input.measures,
    ...(input.differences === undefined ? {} : { differences: input.differences }),
    ...(input.gates === undefined ? {} : { gates: input.gates }),
    ...(input.stopping === undefined ? {} : { stopping: input.stopping }),
    ...(input.partial === undefined ? {} : { partial: input.partial }),
    ...(input.uncertainty === undefined ? {} : { uncertainty: input.uncertainty }),
    ...(input.against === undefined ? {} : { against: input.against }),
  };
}

function reference({ scenario, hash }: HashedScenario): ScenarioReference {
  const { id, title, question } = scenario;
  return { id, title, question, hash };
}
