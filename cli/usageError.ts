import { nearestHint } from "../scenarios/nearest.ts";
import { CliError } from "./cliError.ts";
import { commonFlags, explainFlags, simulationFlags } from "./flags.ts";

/** Words that may stand first on the command line. */
export const COMMANDS = [
  "run",
  "compare",
  "validate",
  "scenarios",
  "measures",
  "explain",
  "completion",
] as const;

const FLAGS = [
  ...Object.keys({ ...commonFlags, ...simulationFlags, ...explainFlags }),
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
  const text = message.startsWith("Not enough non-option arguments") ? "a scenario is missing" : message;
  return new CliError(text, {
    hint: "bedspace --help shows the commands, bedspace <command> --help their arguments",
  });
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
