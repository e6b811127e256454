import type { AddCommand } from "./addCommand.ts";
import { checkInitFlags, initFlags } from "./projectFlags.ts";

const addInit: AddCommand = (parser, choose) =>
  parser.command(
    "init [dir]",
    "Write a commented scenario to start from, and a CI workflow that runs it",
    (command) =>
      command
        .positional("dir", { type: "string", default: ".", describe: "Folder of the project" })
        .options(initFlags)
        .example("$0 init my-project", "A new folder with both files")
        .example("$0 init my-project --force", "The same, over what is there"),
    (typed) =>
      choose(async () => (await import("./commands/init.ts")).init(typed.dir, checkInitFlags(typed))),
  );

const addDoctor: AddCommand = (parser, choose) =>
  parser.command(
    "doctor",
    "Check that this machine can run the program",
    (command) =>
      command
        .example("$0 doctor", "What is there and what is missing")
        .example("$0 doctor --json", "The same, for another program"),
    (flags) => choose(async () => (await import("./commands/doctor.ts")).doctor(flags)),
  );

/** Commands around a project rather than a scenario. */
export const PROJECT_COMMANDS: readonly AddCommand[] = [addInit, addDoctor];
