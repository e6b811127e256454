import type { Options } from "yargs";
import { CliError } from "./cliError.ts";
import {
  atMostOne,
  type CommonFlags,
  checkLanguageFlags,
  checkSimulationFlags,
  type LanguageFlags,
  languageFlags,
  listOf,
  requireCount,
  requireOne,
  type SimulationFlags,
  simulationFlags,
  type Typed,
} from "./flags.ts";

const LARGEST_DESIGN = 100_000;
/** The random effects of a split of variance need three of each. */
const FEWEST_DRAWS = 3;

/** Draws of uncertain parameters, for the commands that simulate. */
export const drawFlags = {
  draws: {
    type: "string",
    requiresArg: true,
    defaultDescription: "none: parameters as written",
    describe: "Draw the uncertain parameters this often, and split the variance into chance and parameters",
  },
  design: {
    type: "string",
    default: "lhs",
    requiresArg: true,
    describe: "How draws are spread: lhs (Latin hypercube) or sobol (scrambled Sobol sequence)",
  },
} as const satisfies Record<string, Options>;

/** Flags of `sensitivity`. */
export const sensitivityFlags = {
  ...simulationFlags,
  replications: {
    ...simulationFlags.replications,
    default: "10",
    describe: "Replications at every point of the design, on the same random numbers",
  },
  on: {
    type: "string",
    requiresArg: true,
    defaultDescription: "the headline measures at the end",
    describe: "A measure, as <measure> or <measure>@<date>; may be repeated",
  },
  sobol: { type: "boolean", default: false, describe: "Sobol indices instead of Morris screening" },
  trajectories: {
    type: "string",
    requiresArg: true,
    defaultDescription: "10",
    describe: "Trajectories of the Morris screening; k parameters cost k + 1 points in each",
  },
  rows: {
    type: "string",
    requiresArg: true,
    defaultDescription: "64",
    describe:
      "Rows of the design of Sobol indices, best a power of two; k parameters cost k + 2 points in each",
  },
  ...languageFlags,
} as const satisfies Record<string, Options>;

export interface DrawFlags {
  readonly draws: number | undefined;
  readonly design: "lhs" | "sobol";
}

export interface SensitivityFlags extends SimulationFlags, LanguageFlags {
  readonly on: readonly string[];
  readonly method: "morris" | "sobol";
  /** Trajectories or rows. */
  readonly size: number;
}

/** @throws {CliError} exit code 2, if a flag has no such value */
export function checkDrawFlags(typed: Typed<keyof typeof drawFlags>): DrawFlags {
  const design = requireOne("design", typed.design);
  if (design !== "lhs" && design !== "sobol") {
    throw new CliError(`--design must be lhs or sobol, got "${design}"`);
  }
  const draws =
    atMostOne("draws", typed.draws) === undefined
      ? undefined
      : requireCount("draws", typed.draws, FEWEST_DRAWS, LARGEST_DESIGN);
  return { draws, design };
}

/** @throws {CliError} exit code 2, if a flag has no such value, or goes with the other method */
export function checkSensitivityFlags(
  typed: CommonFlags & Typed<keyof typeof sensitivityFlags>,
): SensitivityFlags {
  const flags = { ...checkSimulationFlags(typed), ...checkLanguageFlags(typed) };
  requireCount("replications", typed.replications, 2, LARGEST_DESIGN);
  const method = typed.sobol === true ? "sobol" : "morris";
  const [own, other] =
    method === "sobol" ? (["rows", "trajectories"] as const) : (["trajectories", "rows"] as const);
  if (typed[other] !== undefined) {
    throw new CliError(`--${other} does not go ${method === "sobol" ? "with" : "without"} --sobol`, {
      hint: `--${own} sets the size of this design`,
    });
  }
  const size = requireCount(own, typed[own] ?? (method === "sobol" ? 64 : 10), 2, LARGEST_DESIGN);
  return { ...flags, on: listOf(typed.on), method, size };
}
