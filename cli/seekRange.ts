import { parseValues, valueLike } from "../experiments/index.ts";
import { CliError } from "./cliError.ts";
import type { SeekFlags } from "./experimentFlags.ts";

/** The range of a search, and how its values are written. */
export interface SeekRange {
  readonly from: number;
  readonly to: number;
  readonly within: number;
  /** Whole numbers only. */
  readonly whole: boolean;
  /** As `--set` takes the value. */
  text(x: number): string;
  /** The whole of what `--set` takes. */
  assignment(x: number): string;
}

/**
 * The range that `--between` names for the path of `--vary`. Whole people and places are sought by whole steps.
 *
 * @throws {CliError} exit code 2, if it is not two numbers that differ
 */
export function seekRange({
  vary,
  between,
  within,
}: Pick<SeekFlags, "vary" | "between" | "within">): SeekRange {
  const { values, whole } = readValues(vary, between);
  const [low, high, ...others] = values;
  if (low?.number == null || high?.number == null || others.length > 0) {
    throw new CliError(`--between must be two numbers, got "${between}"`, {
      hint: 'for example: --between 10,100 or --between "30 d,90 d" or --between "{ scale: 0.5,2 }"',
    });
  }
  const span = Math.abs(high.number - low.number);
  const text = (x: number): string => valueLike(high, x).text;
  return {
    from: low.number,
    to: high.number,
    within: whole ? Math.max(1, Math.floor(within ?? 1)) : (within ?? span / 100),
    whole,
    text,
    assignment: (x) => `${vary}=${text(x)}`,
  };
}

function readValues(path: string, between: string): ReturnType<typeof parseValues> {
  try {
    return parseValues(path, between);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CliError(`--between: ${error.message}`, { cause: error });
  }
}
