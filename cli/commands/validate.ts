import { EXIT_CODES, type ExitCode } from "../exitCodes.ts";
import type { ScenarioFlags } from "../flags.ts";
import { type CheckedScenario, checkScenario, issueLines, problemCount } from "../loadScenarios.ts";
import { processTerminal } from "../terminal.ts";

/** `bedspace validate`: checks scenarios without running them. */
export async function validate(references: readonly string[], flags: ScenarioFlags): Promise<ExitCode> {
  const terminal = processTerminal(flags);
  const checked = references.map((reference) => checkScenario(reference, flags.set));
  if (flags.json) {
    terminal.data(JSON.stringify({ schemaVersion: 1, scenarios: checked.map(verdict) }, null, 2));
  } else {
    for (const { reference, scenario } of checked)
      if (scenario !== null) terminal.data(`${reference}: valid`);
  }
  const problems = issueLines(checked);
  if (problems.length === 0) return EXIT_CODES.done;
  for (const line of problems) terminal.problem(line);
  terminal.problem(`${terminal.paint.red("error:")} ${problemCount(problems.length)}`);
  return EXIT_CODES.usage;
}

function verdict({ reference, scenario, issues }: CheckedScenario) {
  return {
    reference,
    id: scenario?.id ?? null,
    valid: scenario !== null,
    warnings: scenario?.warnings ?? [],
    issues,
  };
}
