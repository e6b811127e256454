import { en, type GateError, type GateOutcome, type PlannedGate, planGates } from "../reports/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import { CliError } from "./cliError.ts";
import { EXIT_CODES, type ExitCode } from "./exitCodes.ts";
import type { GateFlags } from "./flags.ts";
import type { Terminal } from "./terminal.ts";

/**
 * The gates to judge after a run: those of the scenarios and of `--gate`. Checked before anything runs.
 *
 * @param scenarios the base first
 * @throws {CliError} exit code 2, with every problem of every gate
 */
export function gatesOf(scenarios: readonly CompiledScenario[], { gate }: GateFlags): readonly PlannedGate[] {
  const { planned, errors } = planGates(scenarios, gate);
  if (errors.length > 0) throw gateProblems(errors);
  return planned;
}

/** What is wrong with the gates of a scenario, one line each; a difference is judged where there is a base. */
export function gateIssues(scenario: CompiledScenario): string[] {
  return linesOf(planGates([scenario, scenario]).errors);
}

/** Each problem once: scenarios with a common base share its gates. */
function linesOf(errors: readonly GateError[]): string[] {
  return [...new Set(errors.map(({ message, hint }) => (hint === null ? message : `${message}; ${hint}`)))];
}

/** All problems of gates as one failure. */
export function gateProblems(errors: readonly GateError[]): CliError {
  const lines = linesOf(errors);
  const count = lines.length === 1 ? "a gate cannot be judged" : `${lines.length} gates cannot be judged`;
  return new CliError(count, { details: lines });
}

/** Tells how the gates came out, one line for each, and what exit code follows. */
export function tellGates(outcomes: readonly GateOutcome[], terminal: Terminal): ExitCode {
  const rows = outcomes.map(({ row }) => row);
  const { paint } = terminal;
  const colours = { pass: paint.green, fail: paint.red, undecided: paint.yellow };
  for (const row of rows) terminal.problem(colours[row.verdict](en.gates.gateLine(row)));
  if (!outcomes.some(({ breaks }) => breaks)) return EXIT_CODES.done;
  terminal.problem(`${paint.red("error:")} ${en.gates.gateSummary(rows)}`);
  if (rows.every(({ verdict }) => verdict !== "fail")) {
    terminal.problem(`${paint.cyan("hint:")} ${en.gates.undecidedHint}`);
  }
  return EXIT_CODES.gateFailed;
}
