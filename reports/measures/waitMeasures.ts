import { type ReplicationResult, WAIT_BINS, WAIT_BINS_PER_DOUBLING, WAITS } from "../../engine/result.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { corridorPart } from "./flowMeasures.ts";
import type { MeasureScope, ReadableMeasure, Reader } from "./measure.ts";

const QUANTILES = { p50: 0.5, p90: 0.9 } as const;

/** How long people wait at each stage of every corridor: number of waits, mean, median and 90 % quantile. */
export function waitMeasures(scenario: CompiledScenario): ReadableMeasure[] {
  return scenario.parameters.corridors.flatMap(({ id }, corridor) => {
    const scope: MeasureScope = { kind: "corridor", system: null, id };
    return WAITS.flatMap((wait, column) => {
      const at = corridor * WAITS.length + column;
      const counts = ({ waitCounts }: ReplicationResult) =>
        waitCounts.subarray(at * WAIT_BINS, (at + 1) * WAIT_BINS);
      const readers: [string, (result: ReplicationResult) => number][] = [
        ["count", (result) => total(counts(result))],
        ["mean", (result) => result.waitDays[at]! / total(counts(result))],
        ...Object.entries(QUANTILES).map(([name, share]): [string, (result: ReplicationResult) => number] => [
          name,
          (result) => waitQuantile(counts(result), share),
        ]),
      ];
      return readers.map(([name, read]) => ({
        measure: corridorPart(scope, `wait.<stage>.${name}`, `wait.${wait}.${name}`),
        reader: overRun(read),
      }));
    });
  });
}

/**
 * Quantile of waits that were counted in bins (days): linear within its bin.
 *
 * @param counts by bin
 * @param share of the waits that are no longer, in (0, 1)
 * @returns NaN where nobody waited
 */
export function waitQuantile(counts: Int32Array, share: number): number {
  let left = share * total(counts);
  for (let bin = 0; bin < counts.length; bin++) {
    if (counts[bin]! > 0 && left <= counts[bin]!) {
      const [low, high] = [lowerEnd(bin), lowerEnd(bin + 1)];
      return bin === 0 || bin === counts.length - 1 ? low : low + ((high - low) * left) / counts[bin]!;
    }
    left -= counts[bin]!;
  }
  return Number.NaN;
}

/** Lower end of a bin (days). */
function lowerEnd(bin: number): number {
  return bin < 2 ? 0 : 2 ** ((bin - 2) / WAIT_BINS_PER_DOUBLING);
}

function total(counts: Int32Array): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

function overRun(read: (result: ReplicationResult) => number): Reader {
  return (at) => {
    if (at !== "horizon") {
      throw new RangeError("waits are counted over the run, not at a date");
    }
    return read;
  };
}
