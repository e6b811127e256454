import type { Options } from "yargs";
import { CliError } from "./cliError.ts";
import { atMostOne, listOf, requireCount, type Typed } from "./flags.ts";

const LARGEST_REPLICATIONS = 1_000_000;
/** Below this the interval of a run that stops on its own half-width is not what it says. */
const LEAST_REPLICATIONS = 64;

/** Flags of the commands that can go on until the results are known well enough. */
export const precisionFlags = {
  precision: {
    type: "string",
    requiresArg: true,
    describe: "Go on until the half-width of the 95 % interval is this: 0.5% of the value, or 50 in its unit",
  },
  on: {
    type: "string",
    requiresArg: true,
    describe:
      "What --precision is about; may be repeated, all must be met: a measure, measure@date, " +
      '"difference(measure, at: date)" or "probability(measure > limit, at: date)"',
  },
  "min-replications": {
    type: "string",
    requiresArg: true,
    defaultDescription: "64",
    describe: "With --precision: replications before the first look",
  },
  "max-replications": {
    type: "string",
    requiresArg: true,
    defaultDescription: "10000",
    describe: "With --precision: replications at which the run ends in any case",
  },
} as const satisfies Record<string, Options>;

/** When a run is to stop. */
export interface PrecisionGoal {
  /** As written, for the command that repeats the run. */
  readonly text: string;
  /** In the quantity's unit, or a share of it when `relative`. */
  readonly halfWidth: number;
  readonly relative: boolean;
  readonly on: readonly string[];
  readonly minimum: number;
  readonly maximum: number;
}

export interface PrecisionFlags {
  readonly precision: PrecisionGoal | undefined;
}

/**
 * @param typed the flags above, and those that do not go with them
 * @throws {CliError} exit code 2, if a flag has no such value, or flags are missing or contradict each other
 */
export function checkPrecisionFlags(
  typed: Typed<keyof typeof precisionFlags | "replications" | "draws">,
): PrecisionFlags {
  const text = atMostOne("precision", typed.precision);
  const on = listOf(typed.on);
  if (text === undefined) {
    const stray = (["on", "min-replications", "max-replications"] as const).find(
      (flag) => typed[flag] !== undefined,
    );
    if (stray !== undefined)
      throw new CliError(`--${stray} needs --precision`, { hint: "for example: --precision 0.5%" });
    return { precision: undefined };
  }
  if (on.length === 0 || on.includes("")) {
    throw new CliError("--precision needs --on, which says what is to be known so well", {
      hint: "for example: --on us.system.stock@2030-01-01; bedspace measures lists them",
    });
  }
  if (typed.replications !== undefined) {
    throw new CliError("--precision decides how many replications there are: leave out --replications", {
      hint: "--min-replications and --max-replications are its bounds",
    });
  }
  if (typed.draws !== undefined) {
    throw new CliError("--precision does not go with --draws", {
      hint: "it stops on chance alone; draws of uncertain parameters have a fixed design",
    });
  }
  const minimum = requireCount(
    "min-replications",
    typed["min-replications"] ?? LEAST_REPLICATIONS,
    LEAST_REPLICATIONS,
    LARGEST_REPLICATIONS,
  );
  const maximum = requireCount(
    "max-replications",
    typed["max-replications"] ?? Math.max(10_000, minimum),
    minimum,
    LARGEST_REPLICATIONS,
  );
  return { precision: { text, ...halfWidthOf(text), on, minimum, maximum } };
}

function halfWidthOf(text: string): { halfWidth: number; relative: boolean } {
  const [, digits, percent] = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text.trim()) ?? [];
  const number = Number(digits);
  if (digits === undefined || number === 0) {
    throw new CliError(
      `--precision must be a number above 0, or so many per cent of the value; got "${text}"`,
      {
        hint: "for example: --precision 0.5%, or --precision 50 for a half-width of 50 persons",
      },
    );
  }
  return { halfWidth: percent === "%" ? number / 100 : number, relative: percent === "%" };
}
