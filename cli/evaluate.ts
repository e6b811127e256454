import type { ReplicationResult } from "../engine/index.ts";
import { type At, measureReader } from "../reports/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import { PoolBackend, type ReplicationBackend, type ReplicationTask } from "../workers/index.ts";
import { failureOf } from "./failureOf.ts";

/** What is to be read of a replication. */
export interface ReadPoint {
  /** Name or synonym. */
  readonly measure: string;
  readonly at: At;
}

export interface EvaluateOptions {
  readonly seed: string;
  /** Replications `from`, …, `to - 1`. */
  readonly from: number;
  readonly to: number;
  readonly workers: number;
  /** Runs the replications; stays open. By default a pool that is closed at the end. */
  readonly backend?: ReplicationBackend;
  /** Called for each finished replication. */
  readonly advance?: () => void;
  readonly signal?: AbortSignal;
}

/**
 * Values of measures in replications of some scenarios, on common random numbers. A result is read when it
 * arrives and then dropped: memory grows by one number for each value.
 *
 * @param scenarios each runs the same replications
 * @param points read in each of them
 * @returns values by scenario and point, one per replication in ascending order; NaN where it is not defined
 * @throws {CliError} exit code 1, if a replication or a worker fails
 * @throws the signal's reason, when it aborts
 * @throws {RangeError} if a measure is unknown, or is not read there
 */
export async function evaluate(
  scenarios: readonly CompiledScenario[],
  points: readonly ReadPoint[],
  options: EvaluateOptions,
): Promise<Float64Array[][]> {
  const readers = scenarios.map((scenario) =>
    points.map(({ measure, at }) => measureReader(scenario, measure, at)),
  );
  return evaluateReaders(scenarios, readers, options);
}

/** A number of one replication; NaN = not defined there. */
export type ReadResult = (result: ReplicationResult) => number;

/**
 * The same for readers of any kind.
 *
 * @param readers for each scenario
 */
export async function evaluateReaders(
  scenarios: readonly CompiledScenario[],
  readers: readonly (readonly ReadResult[])[],
  options: EvaluateOptions,
): Promise<Float64Array[][]> {
  const { seed, from, to, signal } = options;
  const values = readers.map((list) => list.map(() => new Float64Array(to - from)));
  const tasks = scenarioByScenario(scenarios.length, from, to);
  if (tasks.length === 0) return values;
  const parameterSets = scenarios.map(({ parameters }) => parameters);
  const backend = options.backend ?? new PoolBackend({ threads: Math.min(options.workers, tasks.length) });
  try {
    await backend.run(
      { parameterSets, seed, tasks },
      {
        onResult: ({ scenarioIndex, replicationIndex }, result, reuse) => {
          readers[scenarioIndex]!.forEach((read, point) => {
            values[scenarioIndex]![point]![replicationIndex - from] = read(result);
          });
          reuse(result.buffer);
          options.advance?.();
        },
      },
      signal,
    );
  } catch (error) {
    throw failureOf(error, scenarios);
  } finally {
    if (options.backend === undefined) await backend.close();
  }
  return values;
}

/** All replications of one scenario before the next: a worker needs the memory of few scenarios at a time. */
function scenarioByScenario(count: number, from: number, to: number): ReplicationTask[] {
  return Array.from({ length: count }, (_, scenarioIndex) =>
    Array.from({ length: to - from }, (_, i) => ({ scenarioIndex, replicationIndex: from + i })),
  ).flat();
}
