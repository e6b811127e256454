import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import type { ReadableMeasure } from "../measures/measure.ts";
import { corridorLines } from "./corridorLines.ts";
import { type LedgerLine, ledgerMeasure } from "./ledgerLine.ts";
import { systemLines } from "./systemLines.ts";

/** Every line of a scenario's ledger, those that lack an input too: systems, then corridors. */
export function ledgerLines(scenario: CompiledScenario): LedgerLine[] {
  const { systems, corridors } = scenario.parameters;
  return [
    ...systems.flatMap((_, system) => systemLines(scenario, system)),
    ...corridors.flatMap((_, corridor) => corridorLines(scenario, corridor)),
  ];
}

/** Measures of the ledger: the lines that lack nothing. */
export function ledgerMeasures(scenario: CompiledScenario): ReadableMeasure[] {
  return ledgerLines(scenario)
    .filter(({ missing }) => missing.length === 0)
    .map(ledgerMeasure);
}
