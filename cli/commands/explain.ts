import { REPORT_TEXTS } from "../../reports/index.ts";
import type { CompiledScenario } from "../../scenarios/index.ts";
import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import { type Explanation, explainPerson, explainReplication } from "../explanation.ts";
import type { ExplainFlags } from "../flags.ts";
import { loadScenarios } from "../loadScenarios.ts";
import { processTerminal } from "../terminal.ts";
import { textLines } from "../textTable.ts";

/** `bedspace explain`: one person's path, or the events of a replication, in words. */
export async function explain(reference: string, flags: ExplainFlags): Promise<ExitCode> {
  const terminal = processTerminal(flags);
  const [scenario] = loadScenarios([reference], flags.set).scenarios;
  const text = REPORT_TEXTS[flags.json ? "en" : flags.lang];
  const explanation =
    flags.person === undefined
      ? explainReplication(scenario, flags, text)
      : explainPerson(scenario, flags.person, flags, text);
  terminal.data(
    flags.json ? asJson(scenario, flags, explanation) : asText(explanation, flags, terminal.width),
  );
  if (!flags.json && explanation.note !== "") terminal.note(explanation.note);
  return EXIT_CODES.done;
}

function asJson({ id }: CompiledScenario, flags: ExplainFlags, explanation: Explanation): string {
  const { replication, seed, person = null } = flags;
  const { events, goesOn } = explanation;
  return JSON.stringify(
    { schemaVersion: 1, scenario: id, seed, replication, person, goesOn, events },
    null,
    2,
  );
}

/** Characters of a date and the blanks behind it. */
const DATE_WIDTH = 12;

/** A line for each sentence of a path; a line for each event of a log. */
function asText({ title, events }: Explanation, { person }: ExplainFlags, width: number | undefined): string {
  const lines = events.flatMap((event) => {
    const [first = "", ...others] = event.sentences;
    return person === undefined
      ? [`${event.date}  ${event.person}: ${event.sentences.join(" ")}`]
      : [`${event.date}  ${first}`, ...others.map((sentence) => `${" ".repeat(DATE_WIDTH)}${sentence}`)];
  });
  return [...title, ...lines.map((line) => textLines(line, width, DATE_WIDTH))].join("\n");
}
