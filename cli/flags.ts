import { availableParallelism } from "node:os";
import type { InferredOptionTypes, Options } from "yargs";
import type { ReportLanguage } from "../reports/index.ts";
import { CliError } from "./cliError.ts";

const DEFAULT_REPLICATIONS = "40";
const LARGEST_REPLICATIONS = 1_000_000;
export const LARGEST_WORKERS = 1024;
const LARGEST_LIMIT = 10_000_000;

/** Flags of every command. */
export const commonFlags = {
  json: { type: "boolean", default: false, describe: "Print one JSON object to stdout" },
  quiet: { type: "boolean", default: false, describe: "Print no progress and no remarks" },
  color: {
    type: "boolean",
    default: true,
    describe: "Colour messages on a terminal; --no-color or NO_COLOR: never",
  },
  debug: { type: "boolean", default: false, describe: "Show the stack of an error" },
} as const satisfies Record<string, Options>;

/** Changes to the scenarios, for every command that reads them. */
export const scenarioFlags = {
  set: {
    type: "string",
    requiresArg: true,
    describe: "Change a parameter of every scenario: path=value; may be repeated",
  },
} as const satisfies Record<string, Options>;

/** Conditions on the results and where builds are told, for the commands that judge some. */
export const gateFlags = {
  gate: {
    type: "string",
    requiresArg: true,
    describe: 'A condition that makes the exit code 3 when it fails, e.g. "mean(us.system.occupancy) < 1.1"',
  },
  undecided: {
    type: "string",
    requiresArg: true,
    defaultDescription: "what the scenario says, else fail",
    describe: "What becomes of a gate whose interval holds the limit: fail or warn",
  },
  junit: {
    type: "string",
    requiresArg: true,
    describe: "Write the gates to this file as a JUnit report too; a run with gates has its own junit.xml",
  },
  against: {
    type: "string",
    requiresArg: true,
    describe: "An earlier run's folder or its summary.json: tell what moved since, changed conclusions first",
  },
} as const satisfies Record<string, Options>;

const LANGUAGES = ["en", "es"] as const satisfies readonly ReportLanguage[];

/** Flags of the commands that tell people what they found. */
export const languageFlags = {
  lang: {
    type: "string",
    default: "en",
    requiresArg: true,
    describe:
      "Language of pages, charts, tables and sentences: en or es; JSON and files of data stay the same",
  },
} as const satisfies Record<string, Options>;

/** Flags of the commands that simulate. */
export const simulationFlags = {
  replications: {
    type: "string",
    defaultDescription: DEFAULT_REPLICATIONS,
    requiresArg: true,
    describe: "Replications of each scenario",
  },
  seed: { type: "string", default: "1", requiresArg: true, describe: "Root of all random numbers; any text" },
  workers: {
    type: "string",
    defaultDescription: "one for each core",
    requiresArg: true,
    describe: "Worker threads; they change the speed, never the results",
  },
  out: {
    type: "string",
    defaultDescription: "a new one below runs/",
    requiresArg: true,
    describe: "Folder of the run",
  },
  ...scenarioFlags,
} as const satisfies Record<string, Options>;

/** Flags of `explain`. */
export const explainFlags = {
  replication: {
    type: "string",
    default: "0",
    requiresArg: true,
    describe: "Number of the replication, from 0",
  },
  person: {
    type: "string",
    requiresArg: true,
    describe: "One person's path: stream#number; people of day 0 have negative numbers",
  },
  stream: { type: "string", requiresArg: true, describe: "Only events of people of this stream" },
  facility: { type: "string", requiresArg: true, describe: "Only events at this facility or institution" },
  limit: { type: "string", default: "50", requiresArg: true, describe: "Most events shown" },
  seed: simulationFlags.seed,
  ...scenarioFlags,
  ...languageFlags,
} as const satisfies Record<string, Options>;

export type CommonFlags = InferredOptionTypes<typeof commonFlags>;

export interface ScenarioFlags extends CommonFlags {
  readonly set: readonly string[];
}

export interface GateFlags {
  readonly gate: readonly string[];
  readonly undecided: "fail" | "warn" | undefined;
  readonly junit: string | undefined;
  readonly against: string | undefined;
}

export interface LanguageFlags {
  readonly lang: ReportLanguage;
}

export interface SimulationFlags extends ScenarioFlags {
  readonly replications: number;
  readonly seed: string;
  readonly workers: number;
  readonly out: string | undefined;
}

export interface ExplainFlags extends ScenarioFlags, LanguageFlags {
  readonly replication: number;
  readonly person: string | undefined;
  readonly stream: string | undefined;
  readonly facility: string | undefined;
  readonly limit: number;
  readonly seed: string;
}

/** Flags as the parser leaves them: one that was given twice is a list, whatever its type says. */
export type Typed<Names extends string> = Readonly<Partial<Record<Names, unknown>>>;

/** @throws {CliError} exit code 2, if a flag has no such value */
export function checkScenarioFlags(typed: CommonFlags & Typed<keyof typeof scenarioFlags>): ScenarioFlags {
  const { json, quiet, color, debug } = typed;
  return { json, quiet, color, debug, set: listOf(typed.set).map(requireAssignment) };
}

/** @throws {CliError} exit code 2, if a flag has no such value */
export function checkSimulationFlags(
  typed: CommonFlags & Typed<keyof typeof simulationFlags>,
): SimulationFlags {
  return {
    ...checkScenarioFlags(typed),
    replications: requireCount(
      "replications",
      typed.replications ?? DEFAULT_REPLICATIONS,
      1,
      LARGEST_REPLICATIONS,
    ),
    seed: requireOne("seed", typed.seed),
    workers: requireCount("workers", typed.workers ?? availableParallelism(), 1, LARGEST_WORKERS),
    out: atMostOne("out", typed.out),
  };
}

/** @throws {CliError} exit code 2, if a flag has no such value */
export function checkGateFlags(typed: Typed<keyof typeof gateFlags>): GateFlags {
  const undecided = atMostOne("undecided", typed.undecided);
  if (undecided !== undefined && undecided !== "fail" && undecided !== "warn") {
    throw new CliError(`--undecided must be fail or warn, got "${undecided}"`);
  }
  return {
    gate: listOf(typed.gate),
    undecided,
    junit: atMostOne("junit", typed.junit),
    against: atMostOne("against", typed.against),
  };
}

/** @throws {CliError} exit code 2, if there is no report in that language */
export function checkLanguageFlags(typed: Typed<keyof typeof languageFlags>): LanguageFlags {
  const asked = requireOne("lang", typed.lang);
  const lang = LANGUAGES.find((known) => known === asked);
  if (lang === undefined) throw new CliError(`--lang must be en or es, got "${asked}"`);
  return { lang };
}

/** @throws {CliError} exit code 2, if a flag has no such value, or one that does not go with `--person` is given */
export function checkExplainFlags(typed: CommonFlags & Typed<keyof typeof explainFlags>): ExplainFlags {
  const person = atMostOne("person", typed.person);
  const [stream, facility] = [atMostOne("stream", typed.stream), atMostOne("facility", typed.facility)];
  if (person !== undefined && (stream ?? facility) !== undefined) {
    throw new CliError("--person shows one person's whole path: leave out --stream and --facility");
  }
  return {
    ...checkScenarioFlags(typed),
    ...checkLanguageFlags(typed),
    replication: requireCount("replication", typed.replication, 0, LARGEST_REPLICATIONS - 1),
    person,
    stream,
    facility,
    limit: requireCount("limit", typed.limit, 1, LARGEST_LIMIT),
    seed: requireOne("seed", typed.seed),
  };
}

export function atMostOne(flag: string, value: unknown): string | undefined {
  return value === undefined ? undefined : requireOne(flag, value);
}

export function listOf(value: unknown): string[] {
  return value === undefined ? [] : [value].flat().map(String);
}

export function requireOne(flag: string, value: unknown): string {
  const values = listOf(value);
  if (values.length !== 1 || values[0] === "") {
    throw new CliError(
      `--${flag} must be given once, with a value; got ${values.map((v) => `"${v}"`).join(", ")}`,
    );
  }
  return values[0]!;
}

export function requireCount(flag: string, value: unknown, least: number, largest: number): number {
  const text = requireOne(flag, value);
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= least && count <= largest) return count;
  throw new CliError(`--${flag} must be a whole number from ${least} to ${largest}, got "${text}"`);
}

function requireAssignment(text: string): string {
  if (/^[^=\s]+=/.test(text)) return text;
  throw new CliError(`--set must be path=value, got "${text}"`, {
    hint: "for example: --set corridors.us-mx.review.approvalProbability=0.3",
  });
}
