import type { AddCommand } from "./addCommand.ts";
import { backtestFlags, checkBacktestFlags } from "./backtestFlags.ts";
import { checkSeekFlags, checkSweepFlags, seekFlags, sweepFlags } from "./experimentFlags.ts";

const scenario = { type: "string", demandOption: true, describe: "Scenario id or file" } as const;

const addSweep: AddCommand = (parser, choose) =>
  parser.command(
    "sweep <scenario>",
    "Simulate a scenario at several values of one or two parameters, on common random numbers",
    (command) =>
      command
        .positional("scenario", scenario)
        .options(sweepFlags)
        .example(
          "$0 sweep baseline --vary corridors.us-mx.review.approvalProbability=0.1..0.5:5",
          "Five approval rates, both ends included",
        )
        .example(
          '$0 sweep baseline --vary "systems.us.streams.*.admissions={ scale: 0.9,1,1.1 }" --on us.system.stock',
          "Three multiples of all admissions, one measure",
        ),
    (typed) => {
      choose(async () => (await import("./commands/sweep.ts")).sweep(typed.scenario, checkSweepFlags(typed)));
    },
  );

const addSeek: AddCommand = (parser, choose) =>
  parser.command(
    "seek <scenario>",
    "Find the value of a parameter from which a gate is met, or say that none does it",
    (command) =>
      command
        .positional("scenario", scenario)
        .options(seekFlags)
        .example(
          '$0 seek baseline --vary corridors.us-mx.handover.maxPersons --between 10,500 --until "mean(us.system.occupancy) < 1"',
          "People in a batch that bring the system to its capacity, or that no number does",
        )
        .example(
          '$0 seek mexico --vary "systems.mx.streams.*.admissions" --between "{ scale: 0.5,1 }" --until "mean(mx.federal.occupancy) < 90 %" --within 0.02',
          "The largest multiple of admissions at which federal centres stay below 90 %",
        ),
    (typed) => {
      choose(async () => (await import("./commands/seek.ts")).seek(typed.scenario, checkSeekFlags(typed)));
    },
  );

const addBacktest: AddCommand = (parser, choose) =>
  parser.command(
    "backtest",
    "Forecast from past year ends with what was known then, and score it beside simple forecasts",
    (command) =>
      command
        .options(backtestFlags)
        .example("$0 backtest", "The skill record of the US system, 1996 to 2021")
        .example("$0 backtest --replications 10 --json", "A quick look; every forecast as JSON"),
    (typed) => {
      choose(async () => (await import("./commands/backtest.ts")).backtest(checkBacktestFlags(typed)));
    },
  );

const addCases: AddCommand = (parser, choose) =>
  parser.command(
    "cases",
    "Compute published results again and set them beside what was published",
    (command) =>
      command
        .example("$0 cases", "Every case: ours, theirs, the difference and why")
        .example("$0 cases --json", "The same, for another program"),
    (flags) => choose(async () => (await import("./commands/cases.ts")).cases(flags)),
  );

export const EXPERIMENT_COMMANDS: readonly AddCommand[] = [addSweep, addSeek, addBacktest, addCases];
