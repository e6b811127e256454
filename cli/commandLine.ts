import yargs, { type Argv } from "yargs";
import type { AddCommand, Choose } from "./addCommand.ts";
import { chartFlags, checkChartFlags } from "./chartFlags.ts";
import { EXIT_CODES, type ExitCode } from "./exitCodes.ts";
import { EXPERIMENT_COMMANDS } from "./experimentCommands.ts";
import {
  type CommonFlags,
  checkExplainFlags,
  checkGateFlags,
  checkLanguageFlags,
  checkScenarioFlags,
  checkSimulationFlags,
  commonFlags,
  explainFlags,
  gateFlags,
  languageFlags,
  scenarioFlags,
  simulationFlags,
} from "./flags.ts";
import { packageVersion } from "./package.ts";
import { checkPrecisionFlags, precisionFlags } from "./precisionFlags.ts";
import { PROJECT_COMMANDS } from "./projectCommands.ts";
import { checkValidateFlags, validateFlags } from "./projectFlags.ts";
import { addSensitivity } from "./sensitivityCommand.ts";
import { STORED_COMMANDS } from "./storedCommands.ts";
import { checkResumeFlags, resumeFlags } from "./storedFlags.ts";
import { checkDrawFlags, drawFlags } from "./uncertaintyFlags.ts";
import { usageError } from "./usageError.ts";

/**
 * Runs the command that a command line asks for. Each command's module is loaded only when it is called.
 *
 * @param args what stands after the program's name
 * @throws {CliError} exit code 2, if the command line is wrong; else what the command throws
 */
export async function runCommandLine(args: readonly string[]): Promise<ExitCode> {
  const parser = newParser(args, (command) => {
    throw new Chosen(command);
  });
  try {
    await parser.parseAsync();
  } catch (error) {
    if (error instanceof Chosen) return error.command();
    if (!(error instanceof UsageProblem)) throw error;
    throw usageError(error.message, args);
  }
  return EXIT_CODES.done;
}

/**
 * Leaves the parser with the command that was asked for. A parser that comes to its own end puts the help of the
 * command together, whether anybody reads it or not: 0.03 s of processor time.
 */
class Chosen {
  readonly command: () => Promise<ExitCode>;

  constructor(command: () => Promise<ExitCode>) {
    this.command = command;
  }
}

/** What the parser says about a wrong command line. */
class UsageProblem extends Error {}

function newParser(args: readonly string[], choose: Choose): Argv {
  const bare: Argv<CommonFlags> = yargs([...args]).options(commonFlags);
  return ADD_COMMANDS.reduce((parser, add) => add(parser, choose), bare)
    .scriptName("bedspace")
    .usage("$0 <command>\n\nSimulates prison capacity on both sides of an international prisoner transfer.")
    .epilogue("bedspace <command> --help shows examples of each command.")
    .completion("completion", "Print a script that completes commands in a shell")
    .version(packageVersion)
    .alias({ h: "help", V: "version" })
    .demandCommand(1, "a command is missing")
    .strict()
    .detectLocale(false)
    .wrap(100)
    .exitProcess(false)
    .fail((message, error) => {
      throw error && error.name !== "YError" ? error : new UsageProblem(message);
    });
}

const scenarios = {
  type: "string",
  array: true,
  demandOption: true,
  describe: "Ids of shipped scenarios, or files",
} as const;

const addRun: AddCommand = (parser, choose) =>
  parser.command(
    "run <scenario..>",
    "Simulate scenarios and summarise them",
    (command) =>
      command
        .positional("scenario", scenarios)
        .options({
          ...simulationFlags,
          ...precisionFlags,
          ...gateFlags,
          ...drawFlags,
          ...resumeFlags,
          ...languageFlags,
          ...chartFlags,
        })
        .example("$0 run baseline", "Ten years of the shipped baseline")
        .example("$0 run my-plan.yaml --replications 200 --json", "Your own scenario; numbers as JSON")
        .example(
          "$0 run baseline --precision 0.5% --on us.system.stock@2030-01-01",
          "As many replications as it takes to know this to half a per cent",
        ),
    (typed) => {
      const flags = {
        ...checkSimulationFlags(typed),
        ...checkPrecisionFlags(typed),
        ...checkGateFlags(typed),
        ...checkDrawFlags(typed),
        ...checkResumeFlags(typed),
        ...checkLanguageFlags(typed),
        ...checkChartFlags(typed),
      };
      choose(async () => (await import("./commands/run.ts")).run(typed.scenario, flags));
    },
  );

const addCompare: AddCommand = (parser, choose) =>
  parser.command(
    "compare <base> <scenario..>",
    "Simulate scenarios on common random numbers, and report the differences from the first",
    (command) =>
      command
        .positional("base", {
          type: "string",
          demandOption: true,
          describe: "What the others are compared with",
        })
        .positional("scenario", scenarios)
        .options({
          ...simulationFlags,
          ...precisionFlags,
          ...gateFlags,
          ...drawFlags,
          ...resumeFlags,
          ...languageFlags,
          ...chartFlags,
        })
        .example("$0 compare baseline no-transfers", "What the treaty transfers change")
        .example("$0 compare baseline my-plan.yaml --out runs/plan", "Your plan against the baseline")
        .example(
          '$0 compare baseline my-plan.yaml --precision 50 --on "difference(us.system.stock)"',
          "Until the difference at the end is known to 50 people",
        ),
    (typed) => {
      const flags = {
        ...checkSimulationFlags(typed),
        ...checkPrecisionFlags(typed),
        ...checkGateFlags(typed),
        ...checkDrawFlags(typed),
        ...checkResumeFlags(typed),
        ...checkLanguageFlags(typed),
        ...checkChartFlags(typed),
      };
      choose(async () =>
        (await import("./commands/compare.ts")).compare([typed.base, ...typed.scenario], flags),
      );
    },
  );

const addValidate: AddCommand = (parser, choose) =>
  parser.command(
    "validate <scenario..>",
    "Check scenarios without running them; every problem is printed",
    (command) =>
      command
        .positional("scenario", scenarios)
        .options(validateFlags)
        .example("$0 validate my-plan.yaml", "Where and what is wrong, and what would be right")
        .example("$0 validate baseline --sources", "Where the figures of the baseline come from"),
    (typed) => {
      const flags = checkValidateFlags(typed);
      choose(async () => (await import("./commands/validate.ts")).validate(typed.scenario, flags));
    },
  );

const addScenarios: AddCommand = (parser, choose) =>
  parser.command(
    "scenarios",
    "List the shipped scenarios",
    (command) =>
      command
        .example("$0 scenarios", "Id, title, question and base of each")
        .example("$0 scenarios --json", "The same, for another program"),
    (flags) => choose(async () => (await import("./commands/scenarios.ts")).scenarios(flags)),
  );

const addMeasures: AddCommand = (parser, choose) =>
  parser.command(
    "measures [scenario]",
    "List the measures that a scenario reports, with unit and definition",
    (command) =>
      command
        .positional("scenario", { type: "string", default: "baseline", describe: "Scenario id or file" })
        .options(scenarioFlags)
        .example("$0 measures", "Measures of the baseline")
        .example("$0 measures my-plan.yaml --json", "Measures of your own scenario, for another program"),
    (typed) => {
      const flags = checkScenarioFlags(typed);
      choose(async () => (await import("./commands/measures.ts")).measures(typed.scenario, flags));
    },
  );

const addExplain: AddCommand = (parser, choose) =>
  parser.command(
    "explain <scenario>",
    "Tell in words what happened in one replication, or to one person of it",
    (command) =>
      command
        .positional("scenario", { type: "string", demandOption: true, describe: "Scenario id or file" })
        .options(explainFlags)
        .example("$0 explain baseline --person drug-MX-male#-1", "The path of one person of day 0")
        .example("$0 explain baseline --replication 3 --facility ATW", "What happened at one institution"),
    (typed) => {
      const flags = checkExplainFlags(typed);
      choose(async () => (await import("./commands/explain.ts")).explain(typed.scenario, flags));
    },
  );

/** Every command, in the order of the help. */
export const ADD_COMMANDS: readonly AddCommand[] = [
  addRun,
  addCompare,
  addValidate,
  addScenarios,
  addMeasures,
  addExplain,
  addSensitivity,
  ...EXPERIMENT_COMMANDS,
  ...STORED_COMMANDS,
  ...PROJECT_COMMANDS,
];
