import type { SeekModel } from "../experiments/index.ts";
import { type BoundGate, bindGate, type Gate, judgeGate } from "../reports/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import type { ReplicationBackend } from "../workers/index.ts";
import { evaluateReaders } from "./evaluate.ts";

export interface SoughtOptions {
  readonly seed: string;
  readonly workers: number;
  readonly backend: ReplicationBackend;
  readonly signal: AbortSignal;
}

/** Replications of one scenario that have been read so far. */
interface Known {
  readonly scenario: CompiledScenario;
  readonly bound: BoundGate;
  values: Float64Array;
}

/**
 * Values of a gate at values of a parameter: each replication is run once and read, whatever is asked later.
 *
 * @param base the scenario as written, from which a difference is taken
 * @param compile the scenario at a value of the parameter
 */
export function soughtValues(
  gate: Gate,
  base: CompiledScenario,
  compile: (x: number) => CompiledScenario,
  options: SoughtOptions,
): SeekModel {
  const known = new Map<number | "base", Known>();
  const first = (scenario: CompiledScenario): Known => {
    return { scenario, bound: bindGate(gate, scenario), values: new Float64Array(0) };
  };
  const unvaried = first(base);

  const upTo = async (entry: Known, n: number): Promise<Float64Array> => {
    const from = entry.values.length;
    if (from < n) {
      const [lists] = await evaluateReaders([entry.scenario], [[entry.bound.read]], {
        ...options,
        from,
        to: n,
      });
      entry.values = Float64Array.of(...entry.values, ...lists![0]!);
    }
    return entry.values.slice(0, n);
  };

  return {
    async values(x, n) {
      const entry = known.get(x) ?? first(compile(x));
      known.set(x, entry);
      const values = await upTo(entry, n);
      if (gate.kind !== "difference") return values;
      const others = await upTo(unvaried, n);
      return values.map((value, i) => value - others[i]!);
    },
    judge: (values, level) => judgeGate(unvaried.bound, values, level),
  };
}
