import type { Argv } from "yargs";
import type { ExitCode } from "./exitCodes.ts";
import type { CommonFlags } from "./flags.ts";

/** Receives the exit code of the command that ran. */
export type Finish = (exitCode: ExitCode) => void;

/** Adds one command to the parser. */
export type AddCommand = (parser: Argv<CommonFlags>, finish: Finish) => Argv<CommonFlags>;
