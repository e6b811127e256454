import { median } from "simple-statistics";
import { temporaryFolder } from "../temporaryFolder.ts";
import { writeVariant } from "../variant.ts";
import { baselineRuns, finishedRun, type NumberedRun } from "./finishedRuns.ts";
import { runScenario } from "./scenarioRuns.ts";
import type { Setting } from "./section.ts";

/** Largest resident memory of `bedspace run` on two threads, report included. */
export interface PeakRow {
  readonly scenario: string;
  readonly replications: number;
  readonly peakMiB: number;
}

/** What a warm replication allocates on the heap while nothing is collected. */
export interface AllocationRow {
  readonly scenario: string;
  readonly heapBytes: number;
  readonly bytesPerEvent: number;
}

export interface Memory {
  /** Each scenario with few and with four times as many replications. */
  readonly peaks: readonly PeakRow[];
  readonly allocations: readonly AllocationRow[];
}

const ROOM_MIB = 2048;
/** A young generation with room for a whole process: nothing is collected, so growth is what was allocated. */
const NO_COLLECTION = [`--min-semi-space-size=${ROOM_MIB}`, `--max-semi-space-size=${ROOM_MIB}`];

/** Peaks of runs, and what replications leave on the heap. */
export function measureMemory(setting: Setting): Memory {
  const { quick } = setting;
  const small = writeVariant(temporaryFolder(), "small-network", {
    persons: 1500,
    facilities: 12,
    horizonDays: 365,
    gridDays: 30,
  });
  const set = quick ? ["horizon=60 d"] : [];
  const fewest = quick ? 10 : 500;
  const smallRuns = [fewest, 4 * fewest].map((replications) => ({
    replications,
    ...finishedRun(setting.programs.measure, small, replications),
  }));
  const peaks = (scenario: string, runs: readonly NumberedRun[]): PeakRow[] =>
    runs.map(({ replications, use }) => ({ scenario, replications, peakMiB: use.peakMiB }));
  return {
    peaks: [...peaks("small network", smallRuns), ...peaks("baseline", baselineRuns(setting))],
    allocations: [
      allocation(setting, "prison-network", "bench/prison-network.yaml", set),
      allocation(setting, "baseline", "baseline", set),
    ],
  };
}

/** @throws {Error} if something was collected, so that growth says nothing */
function allocation(setting: Setting, name: string, scenario: string, set: readonly string[]): AllocationRow {
  console.error(`memory: allocation of ${name}`);
  const run = { scenario, seed: 1, reps: 4, set, nodeFlags: NO_COLLECTION };
  const warm = runScenario(setting.programs.measure, run).lines.slice(2);
  if (warm.some(({ heapBytes }) => heapBytes < 0)) {
    throw new Error(`${name}: the heap shrank in a replication; the young generation is too small`);
  }
  return {
    scenario: name,
    heapBytes: Math.round(median(warm.map(({ heapBytes }) => heapBytes))),
    bytesPerEvent: Number(median(warm.map(({ heapBytes, events }) => heapBytes / events)).toPrecision(3)),
  };
}
