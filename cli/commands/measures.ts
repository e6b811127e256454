import { measuresOf } from "../../reports/index.ts";
import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import type { ScenarioFlags } from "../flags.ts";
import { loadScenarios } from "../loadScenarios.ts";
import { processTerminal } from "../terminal.ts";
import { textTable } from "../textTable.ts";

/** `bedspace measures`: what a scenario reports. */
export async function measures(reference: string, flags: ScenarioFlags): Promise<ExitCode> {
  const { scenarios } = loadScenarios([reference], flags.set);
  const rows = scenarios.flatMap(measuresOf);
  const terminal = processTerminal(flags);
  terminal.data(
    flags.json
      ? JSON.stringify({ schemaVersion: 1, scenario: scenarios[0]?.id, measures: rows }, null, 2)
      : textTable(
          ["measure", "unit", "definition"],
          rows.map(({ name, unit, definition }) => [name, unit, definition]),
          terminal.width,
        ),
  );
  return EXIT_CODES.done;
}
