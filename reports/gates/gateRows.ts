import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import type { ScenarioRun } from "../compare.ts";
import { inReplicationOrder, type Pair, pairsOf } from "../results.ts";
import type { When } from "../rows.ts";
import { type BoundGate, bindGate } from "./bindGate.ts";
import { type Comparison, GateError } from "./gate.ts";
import { type Judgement, judgeGate } from "./judgeGate.ts";
import { parseGate } from "./parseGate.ts";

/** A gate that is to be judged on the results of one scenario. */
export interface PlannedGate {
  /** Index of the scenario; the base of a comparison is 0. */
  readonly scenario: number;
  readonly bound: BoundGate;
}

/** A judged gate, as documents and tables hold it. */
export type GateRow = When &
  Judgement & {
    readonly scenario: string;
    readonly gate: string;
    readonly measure: string;
    /** Unit of limit, estimate and interval. */
    readonly unit: string;
    /** How the limit has to be met. */
    readonly comparison: Comparison;
    readonly limit: number;
    /** How an event was looked for, where that is not exact; else empty. */
    readonly note: string;
  };

/**
 * The gates of a run: each scenario's own, and further ones for every scenario but the base of a comparison. A
 * difference is judged of the scenarios that are compared with a base.
 *
 * @param scenarios the base first
 * @param further texts of gates, from the command line
 * @returns all gates that can be judged, and what is wrong with the others
 */
export function planGates(
  scenarios: readonly CompiledScenario[],
  further: readonly string[] = [],
): { readonly planned: readonly PlannedGate[]; readonly errors: readonly GateError[] } {
  const planned: PlannedGate[] = [];
  const errors: GateError[] = [];
  for (const [scenario, compiled] of scenarios.entries()) {
    const isBase = scenario === 0 && scenarios.length > 1;
    const texts = new Set([...compiled.gates, ...(isBase ? [] : further)].map((text) => text.trim()));
    for (const text of texts) {
      try {
        const bound = bindGate(parseGate(text), compiled);
        if (bound.gate.kind !== "difference" || scenario > 0) planned.push({ scenario, bound });
        else if (!isBase) errors.push(withoutBase(text));
      } catch (error) {
        if (!(error instanceof GateError)) throw error;
        errors.push(error);
      }
    }
  }
  return { planned, errors };
}

function withoutBase(text: string): GateError {
  const hint = "bedspace compare <base> <scenario> judges differences";
  return new GateError(text, 1, "a difference needs a base to differ from", hint);
}

/**
 * Judges gates on results.
 *
 * @param runs in the order of the scenarios that the gates were planned for
 * @param level confidence level
 */
export function judgeGates(
  planned: readonly PlannedGate[],
  runs: readonly ScenarioRun[],
  level: number,
): GateRow[] {
  return planned.map(({ scenario, bound }) => {
    const { gate, measure, unit, limit, when, note } = bound;
    const values =
      gate.kind === "difference" ? differences(bound, runs, scenario) : valuesOf(bound, runs[scenario]!);
    return {
      scenario: runs[scenario]!.scenario.id,
      gate: gate.text,
      measure: measure.name,
      ...when,
      unit,
      comparison: gate.comparison,
      limit,
      ...judgeGate(bound, values, level),
      note,
    };
  });
}

function valuesOf({ read }: BoundGate, { results }: ScenarioRun): number[] {
  return Array.from(inReplicationOrder(results), read);
}

/** Scenario − base of the replications that both have. */
function differences(bound: BoundGate, runs: readonly ScenarioRun[], scenario: number): number[] {
  const [base, other] = [runs[0]!, runs[scenario]!];
  const between = bound.between?.(other.scenario);
  const read = ([left, right]: Pair): number =>
    between === undefined ? bound.read(right) - bound.read(left) : between(left, right);
  return Array.from(pairsOf(base.results, other.results), read);
}
