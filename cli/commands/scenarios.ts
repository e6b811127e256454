import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import type { CommonFlags } from "../flags.ts";
import { loadScenarios } from "../loadScenarios.ts";
import { libraryIds } from "../scenarioFiles.ts";
import { processTerminal } from "../terminal.ts";
import { textTable } from "../textTable.ts";

/** `bedspace scenarios`: the shipped library. */
export async function scenarios(flags: CommonFlags): Promise<ExitCode> {
  const library = loadScenarios(libraryIds(), []).scenarios.map(({ id, title, question, chain }) => {
    return { id, title, question, base: chain[1] ?? null };
  });
  processTerminal(flags).data(
    flags.json
      ? JSON.stringify({ schemaVersion: 1, scenarios: library }, null, 2)
      : textTable(
          ["id", "title", "question", "base"],
          library.map(({ id, title, question, base }) => [id, title, question, base ?? ""]),
        ),
  );
  return EXIT_CODES.done;
}
