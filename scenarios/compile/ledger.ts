import type { LedgerDescription } from "../compiledScenario.ts";
import type { Configuration } from "../schema/file.ts";

/** Amounts of money of a checked scenario, in the order of the engine's indices. */
export function ledgerOf({ systems, corridors, ledger }: Configuration): LedgerDescription {
  return {
    ...ledger,
    systems: Object.values(systems).map(({ costs }) => costs),
    corridors: Object.values(corridors).map(({ costs }) => costs),
  };
}
