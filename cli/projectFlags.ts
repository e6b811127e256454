import type { Options } from "yargs";
import {
  type CommonFlags,
  checkScenarioFlags,
  type ScenarioFlags,
  scenarioFlags,
  type Typed,
} from "./flags.ts";

/** Flags of `validate`. */
export const validateFlags = {
  sources: {
    type: "boolean",
    default: false,
    describe: "List every figure that has an origin: value, unit, how it is known, date, source",
  },
  ...scenarioFlags,
} as const satisfies Record<string, Options>;

export interface ValidateFlags extends ScenarioFlags {
  readonly sources: boolean;
}

/** @throws {CliError} exit code 2, if a flag has no such value */
export function checkValidateFlags(typed: CommonFlags & Typed<keyof typeof validateFlags>): ValidateFlags {
  return { ...checkScenarioFlags(typed), sources: typed.sources === true };
}

/** Flags of `init`. */
export const initFlags = {
  force: { type: "boolean", default: false, describe: "Write over files that are there already" },
} as const satisfies Record<string, Options>;

export interface InitFlags extends CommonFlags {
  readonly force: boolean;
}

/** The flags of `init`, without what the parser adds. */
export function checkInitFlags({
  json,
  quiet,
  color,
  debug,
  force,
}: CommonFlags & Typed<keyof typeof initFlags>): InitFlags {
  return { json, quiet, color, debug, force: force === true };
}
