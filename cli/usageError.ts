import { nearestHint } from "../scenarios/nearest.ts";
import { backtestFlags } from "./backtestFlags.ts";
import { CliError } from "./cliError.ts";
import { seekFlags, sweepFlags } from "./experimentFlags.ts";
import { commonFlags, explainFlags, gateFlags, simulationFlags } from "./flags.ts";
import { precisionFlags } from "./precisionFlags.ts";
import { initFlags, validateFlags } from "./projectFlags.ts";
import { exportFlags, queryFlags, reportFlags, resumeFlags, verifyFlags } from "./storedFlags.ts";
import { drawFlags, sensitivityFlags } from "./uncertaintyFlags.ts";

/** Words that may stand first on the command line. */
export const COMMANDS = [
  "run",
  "compare",
  "validate",
  "scenarios",
  "measures",
  "explain",
  "sensitivity",
  "sweep",
  "seek",
  "backtest",
  "cases",
  "report",
  "export",
  "query",
  "verify",
  "init",
  "doctor",
  "completion",
] as const;

/** Commands that take the folder of a run. */
const OF_RUNS = ["report", "export", "verify"];

const STORED_FLAGS = {
  ...reportFlags,
  ...exportFlags,
  ...queryFlags,
  ...verifyFlags,
  ...resumeFlags,
  ...initFlags,
  ...validateFlags,
};

const FLAGS = [
  ...Object.keys({
    ...commonFlags,
    ...simulationFlags,
    ...explainFlags,
    ...gateFlags,
    ...precisionFlags,
    ...drawFlags,
    ...sensitivityFlags,
    ...sweepFlags,
    ...seekFlags,
    ...backtestFlags,
    ...STORED_FLAGS,
  }),
  "help",
  "version",
].map((name) => `--${name}`);

/**
 * A mistake on the command line, in our words.
 *
 * @param message what the parser says about it
 * @param args the command line as typed
 */
export function usageError(message: string, args: readonly string[]): CliError {
  const unknown = /^Unknown arguments?: ([^,]*)/.exec(message)?.[1];
  if (unknown !== undefined) return unknownWord(unknown, args);
  const flag = /^Not enough arguments following: (.*)$/.exec(message)?.[1];
  if (flag !== undefined) return new CliError(`--${flag} needs a value`);
  const text = message.startsWith("Not enough non-option arguments") ? missingText(args) : message;
  return new CliError(text, {
    hint: "bedspace --help shows the commands, bedspace <command> --help their arguments",
  });
}

function missingText(args: readonly string[]): string {
  const command = args.find((arg) => !arg.startsWith("-")) ?? "";
  if (command === "query") return "a run's folder or a SQL statement is missing";
  return OF_RUNS.includes(command) ? "a run's folder is missing" : "a scenario is missing";
}

function unknownWord(word: string, args: readonly string[]): CliError {
  const dashes = args.some((arg) => arg.split("=")[0] === `--${word}`) ? "--" : "-";
  const isFlag = args.some(
    (arg) => arg.split("=")[0] === `${dashes}${word}` || (dashes === "-" && /^-\w+$/.test(arg)),
  );
  if (!isFlag)
    return new CliError(`unknown command "${word}"`, { hint: nearestHint(word, COMMANDS) ?? undefined });
  const flag = `${dashes}${word}`;
  return new CliError(`unknown flag ${flag}`, { hint: nearestHint(flag, FLAGS) ?? undefined });
}
