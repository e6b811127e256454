import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import type { GateRow } from "./gateRows.ts";

/** A judged gate, and what it means for a build. */
export interface GateOutcome {
  readonly row: GateRow;
  /** Whether the build is to break: the gate fails, or is undecided where that counts as a failure. */
  readonly breaks: boolean;
}

/**
 * What judged gates mean for a build.
 *
 * @param scenarios whose word on undecided gates counts
 * @param undecided a word that counts for all of them instead
 */
export function gateOutcomes(
  rows: readonly GateRow[],
  scenarios: readonly Pick<CompiledScenario, "id" | "undecidedGates">[],
  undecided?: "fail" | "warn",
): GateOutcome[] {
  const policies = new Map(scenarios.map(({ id, undecidedGates }) => [id, undecidedGates ?? "fail"]));
  return rows.map((row) => {
    const isOpen = row.verdict === "undecided" && (undecided ?? policies.get(row.scenario)) === "fail";
    return { row, breaks: row.verdict === "fail" || isOpen };
  });
}
