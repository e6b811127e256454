import { stoppingLooks } from "../engine/index.ts";
import {
  allReached,
  DEFAULT_LEVEL,
  planPrecision,
  precisionRows,
  type ScenarioRun,
  type StoppingReport,
} from "../reports/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import { CliError } from "./cliError.ts";
import type { SimulationFlags } from "./flags.ts";
import type { PrecisionFlags } from "./precisionFlags.ts";

/** Looks come in batches of this size, so that a few threads end together. */
const BATCH = 8;
const GROWTH = 1.25;

/** Numbers of replications after which a run is looked at, and what is seen there. */
export interface Sequence {
  /** Ascending; at the last one the run ends in any case. */
  readonly looks: readonly number[];
  /** Judges the replications up to a look; undefined where the number of replications was given. */
  judge(runs: readonly ScenarioRun[], look: number): StoppingReport | undefined;
}

/**
 * The looks of a run: one at the end, or those of a precision.
 *
 * @throws {CliError} exit code 2, if a quantity is not known in a scenario
 */
export function sequenceOf(
  scenarios: readonly CompiledScenario[],
  { replications, precision }: Pick<SimulationFlags, "replications"> & Partial<PrecisionFlags>,
): Sequence {
  if (precision === undefined) return { looks: [replications], judge: () => undefined };
  const { text, halfWidth, relative, on, minimum, maximum } = precision;
  const planned = asCliError(() => planPrecision(scenarios, on));
  const looks = stoppingLooks({ minimum, maximum, growth: GROWTH, batch: BATCH });
  const rule = { halfWidth, relative, level: DEFAULT_LEVEL, minimum: looks[0]! };
  return {
    looks,
    judge: (runs, look) => {
      const rows = precisionRows(runs, planned, rule);
      return {
        precision: text,
        reason: allReached(rows, planned) ? "reached" : "maximum",
        replications: look,
        minimum,
        maximum,
        looks: looks.filter((each) => each <= look),
        rows,
      };
    },
  };
}

function asCliError<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CliError(`--on: ${error.message}`, {
      hint: 'for example: --on us.system.stock@2030-01-01, --on "difference(us.system.stock)"',
      cause: error,
    });
  }
}
