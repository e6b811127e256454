import type { AddCommand } from "./addCommand.ts";
import { checkSensitivityFlags, sensitivityFlags } from "./uncertaintyFlags.ts";

export const addSensitivity: AddCommand = (parser, choose) =>
  parser.command(
    "sensitivity <scenario>",
    "Tell which uncertain parameters of a scenario move a measure, and how much",
    (command) =>
      command
        .positional("scenario", { type: "string", demandOption: true, describe: "Scenario id or file" })
        .options(sensitivityFlags)
        .example(
          "$0 sensitivity my-plan.yaml --on us.system.stock",
          "Morris screening of one measure at the end",
        )
        .example(
          "$0 sensitivity my-plan.yaml --sobol --rows 32 --json",
          "Shares of the variance of the headline measures, as JSON",
        ),
    (typed) => {
      const flags = checkSensitivityFlags(typed);
      choose(async () => (await import("./commands/sensitivity.ts")).sensitivity(typed.scenario, flags));
    },
  );
