import { median } from "simple-statistics";
import { execute } from "./measure.ts";
import type { Program } from "./programs.ts";

/** Replications in the process that is measured warm; the first ones, in which code is compiled, are left out. */
const WARM_REPLICATIONS = 16;
const COLD_REPLICATIONS = 6;

/** One program in one round. */
export interface Measured {
  readonly program: string;
  readonly round: number;
  /** Whole process with one replication, start-up included (processor seconds). */
  readonly processCpuSeconds: number;
  /** A replication in a process that has run some: median (processor seconds). */
  readonly warmCpuSeconds: number;
  readonly eventsPerCpuSecond: number;
  readonly peakMiB: number;
}

/** A median and the least and largest value around it. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** A program over all rounds. Ratios are taken round by round: this program's time over ours. */
export interface Row {
  readonly program: string;
  readonly scale: number;
  readonly rounds: number;
  readonly processCpuSeconds: Spread;
  readonly processRatio: Spread;
  readonly warmCpuSeconds: Spread;
  readonly warmRatio: Spread;
  readonly eventsPerCpuSecond: Spread;
  readonly peakMiB: Spread;
}

/**
 * Runs programs in turn, A B C A B C ..., so that a busy time of the machine falls on all of them.
 *
 * @param programs ours first
 * @param measure command that reports what a process used, or null
 */
export function measureRounds(
  programs: readonly Program[],
  scale: number,
  rounds: number,
  measure: readonly string[] | null,
): Row[] {
  const measured: Measured[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const program of programs) {
      console.error(`scale ${scale}, round ${round + 1} of ${rounds}: ${program.name}`);
      measured.push(measureOnce(program, scale, round, measure));
    }
  }
  return programs.map(({ name }) => rowOf(name, scale, measured, programs[0]?.name ?? name));
}

function measureOnce(
  program: Program,
  scale: number,
  round: number,
  measure: readonly string[] | null,
): Measured {
  const seed = 1 + round * WARM_REPLICATIONS;
  const single = execute(program, { seed, scale, reps: 1 }, measure);
  const series = execute(program, { seed, scale, reps: WARM_REPLICATIONS }, measure);
  const warm = series.replications.slice(COLD_REPLICATIONS);
  return {
    program: program.name,
    round,
    processCpuSeconds: single.use.cpuSeconds,
    warmCpuSeconds: median(warm.map(({ cpuMs }) => cpuMs / 1000)),
    eventsPerCpuSecond: median(warm.map(({ events, cpuMs }) => (events * 1000) / cpuMs)),
    peakMiB: series.use.peakMiB,
  };
}

function rowOf(program: string, scale: number, measured: readonly Measured[], ours: string): Row {
  const own = measured.filter((entry) => entry.program === program);
  const reference = measured.filter((entry) => entry.program === ours);
  const over = (key: "processCpuSeconds" | "warmCpuSeconds"): Spread =>
    spread(own.map((entry, round) => entry[key] / (reference[round]?.[key] ?? Number.NaN)));
  return {
    program,
    scale,
    rounds: own.length,
    processCpuSeconds: spread(own.map((entry) => entry.processCpuSeconds)),
    processRatio: over("processCpuSeconds"),
    warmCpuSeconds: spread(own.map((entry) => entry.warmCpuSeconds)),
    warmRatio: over("warmCpuSeconds"),
    eventsPerCpuSecond: spread(own.map((entry) => entry.eventsPerCpuSecond)),
    peakMiB: spread(own.map((entry) => entry.peakMiB)),
  };
}

function spread(values: readonly number[]): Spread {
  return { median: median([...values]), least: Math.min(...values), most: Math.max(...values) };
}
