import type { Options } from "yargs";
import { CliError } from "./cliError.ts";
import {
  atMostOne,
  type CommonFlags,
  checkLanguageFlags,
  checkScenarioFlags,
  checkSimulationFlags,
  type LanguageFlags,
  languageFlags,
  listOf,
  requireCount,
  requireOne,
  type ScenarioFlags,
  type SimulationFlags,
  scenarioFlags,
  simulationFlags,
  type Typed,
} from "./flags.ts";

const LARGEST_REPLICATIONS = 1_000_000;
/** Lines of a response stay readable, and its replications countable. */
const MOST_PARAMETERS = 2;

/** Flags of `sweep`. */
export const sweepFlags = {
  ...simulationFlags,
  vary: {
    type: "string",
    requiresArg: true,
    describe:
      "A parameter and its values: path=a,b,c or path=low..high:n (n values, both ends included); a multiple as path={ scale: 0.5,1,2 }; given twice: a grid",
  },
  on: {
    type: "string",
    requiresArg: true,
    defaultDescription: "the headline measures at the end",
    describe: "A measure, as <measure> or <measure>@<date>; may be repeated",
  },
  against: {
    type: "string",
    default: "first",
    requiresArg: true,
    describe: "What differences are taken from: first (the first point) or base (the scenario as written)",
  },
  ...languageFlags,
} as const satisfies Record<string, Options>;

/** Flags of `seek`. */
export const seekFlags = {
  vary: { type: "string", requiresArg: true, describe: "The parameter whose value is sought: its path" },
  between: {
    type: "string",
    requiresArg: true,
    describe: 'The range: low,high with units, or { scale: low,high } for a multiple, e.g. "10 d,90 d"',
  },
  until: {
    type: "string",
    requiresArg: true,
    describe: 'The gate that is to be met, e.g. "mean(us.system.occupancy) < 1.1"',
  },
  within: {
    type: "string",
    requiresArg: true,
    defaultDescription: "a hundredth of the range; neighbours for whole people and places",
    describe: "How near the answer comes to a value that does not meet the gate",
  },
  confidence: {
    type: "string",
    default: "0.95",
    requiresArg: true,
    describe: "Probability that all decisions of the search are right",
  },
  "min-replications": {
    type: "string",
    default: "64",
    requiresArg: true,
    describe: "Replications before the first decision at a value",
  },
  "max-replications": {
    type: "string",
    default: "4096",
    requiresArg: true,
    describe: "Replications after which a value stays undecided",
  },
  seed: simulationFlags.seed,
  workers: simulationFlags.workers,
  ...scenarioFlags,
  ...languageFlags,
} as const satisfies Record<string, Options>;

export interface SweepFlags extends SimulationFlags, LanguageFlags {
  readonly vary: readonly string[];
  readonly on: readonly string[];
  readonly against: "first" | "base";
}

export interface SeekFlags extends ScenarioFlags, LanguageFlags, Pick<SimulationFlags, "seed" | "workers"> {
  readonly vary: string;
  readonly between: string;
  readonly until: string;
  readonly within: number | undefined;
  readonly confidence: number;
  readonly least: number;
  readonly most: number;
}

/** @throws {CliError} exit code 2, if a flag is missing or has no such value */
export function checkSweepFlags(typed: CommonFlags & Typed<keyof typeof sweepFlags>): SweepFlags {
  const vary = listOf(typed.vary);
  if (vary.length === 0 || vary.length > MOST_PARAMETERS) {
    throw new CliError(`sweep needs --vary for one or two parameters, got ${vary.length}`, {
      hint: "for example: --vary corridors.us-mx.review.approvalProbability=0.1..0.5:5",
    });
  }
  const against = requireOne("against", typed.against);
  if (against !== "first" && against !== "base") {
    throw new CliError(`--against must be first or base, got "${against}"`);
  }
  return {
    ...checkSimulationFlags(typed),
    ...checkLanguageFlags(typed),
    vary,
    on: listOf(typed.on),
    against,
  };
}

/** @throws {CliError} exit code 2, if a flag is missing or has no such value */
export function checkSeekFlags(typed: CommonFlags & Typed<keyof typeof seekFlags>): SeekFlags {
  const within = atMostOne("within", typed.within);
  const least = requireCount("min-replications", typed["min-replications"], 2, LARGEST_REPLICATIONS);
  const { seed, workers } = checkSimulationFlags({ ...typed, replications: "1" });
  return {
    ...checkScenarioFlags(typed),
    ...checkLanguageFlags(typed),
    seed,
    workers,
    vary: needed("vary", typed.vary, "a path such as corridors.us-mx.handover.maxPersons"),
    between: needed("between", typed.between, "a range such as 10,100"),
    until: needed("until", typed.until, 'a gate such as "mean(us.system.occupancy) < 1.1"'),
    within:
      within === undefined ? undefined : requireNumber("within", within, (x) => x > 0, "a number above 0"),
    confidence: requireNumber(
      "confidence",
      requireOne("confidence", typed.confidence),
      (x) => x > 0 && x < 1,
      "a number between 0 and 1",
    ),
    least,
    most: requireCount("max-replications", typed["max-replications"], least, LARGEST_REPLICATIONS),
  };
}

function needed(flag: string, value: unknown, what: string): string {
  if (value === undefined) throw new CliError(`seek needs --${flag}: ${what}`);
  return requireOne(flag, value);
}

function requireNumber(flag: string, text: string, isFit: (x: number) => boolean, what: string): number {
  const value = Number(text);
  if (text.trim() !== "" && isFit(value)) return value;
  throw new CliError(`--${flag} must be ${what}, got "${text}"`);
}
