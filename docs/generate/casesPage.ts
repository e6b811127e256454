import { CASE_COLUMNS, caseCells, sourceSentence } from "../../cli/casesOutput.ts";
import { caseFiles, readCases } from "../../cli/readCases.ts";
import { evaluateCase } from "../../experiments/index.ts";
import { markdownTable } from "../../reports/index.ts";

/** `docs/cases.md`: published results, computed again. */
export async function casesPage(): Promise<string> {
  const files = caseFiles();
  const sections = readCases().map((one) =>
    [
      `## ${one.title}`,
      sourceSentence(one),
      markdownTable({ columns: [...CASE_COLUMNS], rows: caseCells(evaluateCase(one, files)) }),
      one.reason.trim(),
      `\`data/cases/${one.id}.yaml\``,
    ].join("\n\n"),
  );
  return `${["# Published results, computed again", INTRODUCTION, ...sections].join("\n\n")}\n`;
}

const INTRODUCTION = `Made by \`npm run docs\`; \`bedspace cases\` prints the same. Every case of the list is here, whatever it shows. *difference*: ours
less the nearest value that the publication's words allow; none inside. *made by*: a formula, a simulation of a small
scenario, or a table that the data build has recorded. A file more in \`data/cases\` is a case more; its kinds of
computation are in \`experiments/cases/publishedCase.ts\`.`;
