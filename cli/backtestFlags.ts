import { availableParallelism } from "node:os";
import type { Options } from "yargs";
import {
  atMostOne,
  type CommonFlags,
  LARGEST_WORKERS,
  requireCount,
  requireOne,
  simulationFlags,
  type Typed,
} from "./flags.ts";

/** Most replications from one origin: every outcome is kept. */
const LARGEST_REPLICATIONS = 10_000;

/** Flags of `backtest`. */
export const backtestFlags = {
  replications: {
    type: "string",
    default: "40",
    requiresArg: true,
    describe: "Replications from each origin, at least 2",
  },
  seed: simulationFlags.seed,
  workers: simulationFlags.workers,
  out: { type: "string", requiresArg: true, describe: "File that receives the skill record as JSON" },
} as const satisfies Record<string, Options>;

export interface BacktestFlags extends CommonFlags {
  readonly replications: number;
  readonly seed: string;
  readonly workers: number;
  readonly out: string | undefined;
}

/** @throws {CliError} exit code 2, if a flag has no such value */
export function checkBacktestFlags(typed: CommonFlags & Typed<keyof typeof backtestFlags>): BacktestFlags {
  const { json, quiet, color, debug } = typed;
  return {
    json,
    quiet,
    color,
    debug,
    replications: requireCount("replications", typed.replications, 2, LARGEST_REPLICATIONS),
    seed: requireOne("seed", typed.seed),
    workers: requireCount("workers", typed.workers ?? availableParallelism(), 1, LARGEST_WORKERS),
    out: atMostOne("out", typed.out),
  };
}
