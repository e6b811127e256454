import { evaluateCase } from "../../experiments/index.ts";
import { CASE_COLUMNS, caseCells, sourceSentence } from "../casesOutput.ts";
import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import type { CommonFlags } from "../flags.ts";
import { caseFiles, readCases } from "../readCases.ts";
import { processTerminal } from "../terminal.ts";
import { textLines, textTable } from "../textTable.ts";

/** `bedspace cases`: published results beside ours. */
export async function cases(flags: CommonFlags): Promise<ExitCode> {
  const files = caseFiles();
  const evaluated = readCases().map((one) => ({ ...one, comparisons: evaluateCase(one, files) }));
  const { data, width } = processTerminal(flags);
  data(
    flags.json
      ? JSON.stringify({ schemaVersion: 1, cases: evaluated }, null, 2)
      : evaluated
          .map(({ comparisons, ...one }) =>
            [
              `${one.id}: ${one.title}`,
              textTable(CASE_COLUMNS, caseCells(comparisons), width),
              textLines(sourceSentence(one), width),
              textLines(one.reason, width),
            ].join("\n"),
          )
          .join("\n\n"),
  );
  return EXIT_CODES.done;
}
