import type { Argv } from "yargs";
import type { ExitCode } from "./exitCodes.ts";
import type { CommonFlags } from "./flags.ts";

/** Receives the command that was asked for, and may end the parsing; it runs after the parser is done. */
export type Choose = (command: () => Promise<ExitCode>) => void;

/** Adds one command to the parser. */
export type AddCommand = (parser: Argv<CommonFlags>, choose: Choose) => Argv<CommonFlags>;
