import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import type { CommonFlags } from "../flags.ts";
import { libraryEntries } from "../libraryEntries.ts";
import { processTerminal } from "../terminal.ts";
import { textTable } from "../textTable.ts";

/** `bedspace scenarios`: the shipped library. */
export async function scenarios(flags: CommonFlags): Promise<ExitCode> {
  const library = libraryEntries();
  const terminal = processTerminal(flags);
  terminal.data(
    flags.json
      ? JSON.stringify({ schemaVersion: 1, scenarios: library }, null, 2)
      : textTable(
          ["id", "title", "question", "base"],
          library.map(({ id, title, question, base }) => [id, title, question, base ?? ""]),
          terminal.width,
        ),
  );
  return EXIT_CODES.done;
}
