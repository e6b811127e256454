import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";

/** Whether a scenario gives any amount of money. */
export function hasLedger({ ledger }: CompiledScenario): boolean {
  return (
    ledger.announcedFee !== null || [...ledger.systems, ...ledger.corridors].some((costs) => costs !== null)
  );
}
