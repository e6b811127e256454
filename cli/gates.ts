import {
  type GateError,
  type GateOutcome,
  type PlannedGate,
  planGates,
  type ReportText,
} from "../reports/index.ts";
import type { CompiledScenario, GatePlace } from "../scenarios/index.ts";
import { gateErrorAnnotations } from "./annotations.ts";
import { CliError } from "./cliError.ts";
import { EXIT_CODES, type ExitCode } from "./exitCodes.ts";
import type { GateFlags } from "./flags.ts";
import { gateLines } from "./gateLines.ts";
import { gatePlacesOf } from "./gatePlacesOf.ts";
import type { Terminal } from "./terminal.ts";

/**
 * The gates to judge after a run: those of the scenarios and of `--gate`. Checked before anything runs.
 *
 * @param scenarios the base first
 * @param references of the scenarios as typed; empty where their files are not known
 * @throws {CliError} exit code 2, with every problem of every gate
 */
export function gatesOf(
  scenarios: readonly CompiledScenario[],
  { gate }: GateFlags,
  references: readonly string[] = [],
): readonly PlannedGate[] {
  const { planned, errors } = planGates(scenarios, gate);
  if (errors.length > 0) {
    const ids = scenarios.map(({ id }) => id);
    throw gateProblems(errors, [...gatePlacesOf(references, ids).values()].flat());
  }
  return planned;
}

/** What is wrong with the gates of a scenario; a difference is judged where there is a base. */
export function gateIssues(scenario: CompiledScenario): readonly GateError[] {
  return planGates([scenario, scenario]).errors;
}

/**
 * All problems of gates as one failure; GitHub marks them in their files too.
 *
 * @param places where gates are written, as far as it is known
 */
export function gateProblems(errors: readonly GateError[], places: readonly GatePlace[] = []): CliError {
  const lines = gateLines(errors);
  const count = lines.length === 1 ? "a gate cannot be judged" : `${lines.length} gates cannot be judged`;
  return new CliError(count, { details: [...lines, ...gateErrorAnnotations(errors, places)] });
}

/** Tells how the gates came out, one line for each, and what exit code follows. */
export function tellGates(
  outcomes: readonly GateOutcome[],
  { gates }: ReportText,
  terminal: Terminal,
): ExitCode {
  const rows = outcomes.map(({ row }) => row);
  const { paint } = terminal;
  const colours = { pass: paint.green, fail: paint.red, undecided: paint.yellow };
  for (const row of rows) terminal.problem(colours[row.verdict](gates.gateLine(row)));
  if (!outcomes.some(({ breaks }) => breaks)) return EXIT_CODES.done;
  terminal.problem(`${paint.red("error:")} ${gates.gateSummary(rows)}`);
  if (rows.every(({ verdict }) => verdict !== "fail")) {
    terminal.problem(`${paint.cyan("hint:")} ${gates.undecidedHint}`);
  }
  return EXIT_CODES.gateFailed;
}
