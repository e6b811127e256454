import type { GateError } from "../../reports/index.ts";
import { gateErrorAnnotations, issueAnnotations } from "../annotations.ts";
import { type CitedFigure, citedFigures, FIGURE_HEADINGS, figureCells } from "../citedFigures.ts";
import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import { gateLines } from "../gateLines.ts";
import { gatePlacesOf } from "../gatePlacesOf.ts";
import { type CheckedScenario, checkScenario, issueLines, problemCount } from "../loadScenarios.ts";
import { optimiseLater } from "../optimiseLater.ts";
import type { ValidateFlags } from "../projectFlags.ts";
import { processTerminal } from "../terminal.ts";
import { textTable } from "../textTable.ts";

/** `bedspace validate`: checks scenarios and their gates without running them; lists their figures if asked. */
export async function validate(references: readonly string[], flags: ValidateFlags): Promise<ExitCode> {
  optimiseLater();
  const terminal = processTerminal(flags);
  const checked = references.map((reference) => checkScenario(reference, flags.set));
  const verdicts = await Promise.all(
    checked.map(async (each) => ({
      ...(await verdict(each)),
      ...(flags.sources && { figures: figuresOf(each) }),
    })),
  );
  if (flags.json) {
    terminal.data(JSON.stringify({ schemaVersion: 1, scenarios: verdicts }, null, 2));
  } else {
    for (const { reference, valid, figures } of verdicts) {
      if (valid) terminal.data(`${reference}: valid`);
      if (figures !== undefined)
        terminal.data(textTable(FIGURE_HEADINGS, figures.map(figureCells), terminal.width));
    }
  }
  const issues = checked.flatMap((each) => each.issues);
  const problems = [...issueLines(issues), ...new Set(verdicts.flatMap(({ gates }) => gates))];
  if (problems.length === 0) return EXIT_CODES.done;
  const gateAnnotations = (await Promise.all(checked.map(annotatedGates))).flat();
  const annotations = [...issueAnnotations(issues), ...new Set(gateAnnotations)];
  for (const line of [...problems, ...annotations]) terminal.problem(line);
  terminal.problem(`${terminal.paint.red("error:")} ${problemCount(problems.length)}`);
  return EXIT_CODES.usage;
}

function figuresOf({ scenario }: CheckedScenario): CitedFigure[] {
  return scenario === null ? [] : citedFigures(scenario);
}

/** What is wrong with the gates; what knows the measures that they name is loaded only if there are any. */
async function gateErrors(scenario: CheckedScenario["scenario"]): Promise<readonly GateError[]> {
  if (scenario === null || scenario.gates.length === 0) return [];
  const { gateIssues } = await import("../gates.ts");
  return gateIssues(scenario);
}

async function annotatedGates({ reference, scenario }: CheckedScenario): Promise<string[]> {
  if (scenario === null) return [];
  const places = gatePlacesOf([reference], [scenario.id]).get(scenario.id) ?? [];
  return gateErrorAnnotations(await gateErrors(scenario), places);
}

async function verdict({ reference, scenario, issues }: CheckedScenario) {
  const gates = gateLines(await gateErrors(scenario));
  return {
    reference,
    id: scenario?.id ?? null,
    valid: scenario !== null && gates.length === 0,
    warnings: scenario?.warnings ?? [],
    issues,
    /** What is wrong with the gates. */
    gates,
  };
}
