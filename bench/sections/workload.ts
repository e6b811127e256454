import { median } from "simple-statistics";
import { execute } from "../measure.ts";
import type { Program } from "../programs.ts";
import { ratios, type Spread, spread } from "../spread.ts";
import { roundsOf, type Setting } from "./section.ts";

/** The reference workload and its crowded variant. */
const SCENARIOS = {
  "prison-network": { capacity: 1000, options: ["--scenario=bench/prison-network.yaml"] },
  "prison-network-crowded": { capacity: 900, options: ["--scenario=bench/prison-network-crowded.yaml"] },
} as const;
type ScenarioId = keyof typeof SCENARIOS;

/** A program over all rounds. Ratios are taken round by round: this program's time over ours. */
export interface WorkloadRow {
  readonly scenario: ScenarioId;
  readonly scale: number;
  readonly program: string;
  readonly version: string;
  readonly rounds: number;
  /** Whole process with one replication, start-up included (processor seconds). */
  readonly processCpuSeconds: Spread;
  readonly processRatio: Spread;
  /** A replication in a process that has run some (processor seconds). */
  readonly warmCpuSeconds: Spread;
  readonly warmRatio: Spread;
  readonly eventsPerCpuSecond: Spread;
  /** Largest resident memory of the process with one replication, and of that with several one after the other. */
  readonly peakMiB: Spread;
  readonly seriesPeakMiB: Spread;
}

export interface Workload {
  readonly rows: readonly WorkloadRow[];
}

interface Measured {
  readonly processCpuSeconds: number;
  readonly warmCpuSeconds: number;
  readonly eventsPerCpuSecond: number;
  readonly peakMiB: number;
  readonly seriesPeakMiB: number;
}

/** Replications of a process: the first ones, in which code is compiled, are left out. */
interface Series {
  readonly replications: number;
  readonly cold: number;
}

/** This program against C++ and libraries; the libraries at full scale with one replication a round. */
export function measureWorkload(setting: Setting): Workload {
  const { ours, cpp, libraries } = setting.programs;
  const everyone = [ours, cpp, ...libraries];
  const rows = (scenario: ScenarioId, scale: number, programs: readonly Program[]): WorkloadRow[] =>
    measureRows(setting, scenario, scale, programs);
  if (setting.quick) return { rows: rows("prison-network", 0.02, everyone) };
  return {
    rows: [
      ...rows("prison-network", 1, everyone),
      ...rows("prison-network", 0.1, everyone),
      ...rows("prison-network-crowded", 1, [ours, cpp]),
    ],
  };
}

/** Runs programs in turn, A B C A B C ..., so that a busy time of the machine falls on all of them. */
function measureRows(
  setting: Setting,
  scenario: ScenarioId,
  scale: number,
  programs: readonly Program[],
): WorkloadRow[] {
  const measured = programs.map((): Measured[] => []);
  for (const round of roundsOf(`workload, ${scenario}, scale ${scale}`, setting)) {
    programs.forEach((program, i) => {
      measured[i]!.push(measureOnce(setting, program, scenario, scale, round));
    });
  }
  const column = (i: number, key: keyof Measured): number[] => measured[i]!.map((one) => one[key]);
  return programs.map(({ name, version }, i) => ({
    scenario,
    scale,
    program: name,
    version,
    rounds: measured[i]!.length,
    processCpuSeconds: spread(column(i, "processCpuSeconds")),
    processRatio: ratios(column(i, "processCpuSeconds"), column(0, "processCpuSeconds")),
    warmCpuSeconds: spread(column(i, "warmCpuSeconds")),
    warmRatio: ratios(column(i, "warmCpuSeconds"), column(0, "warmCpuSeconds")),
    eventsPerCpuSecond: spread(column(i, "eventsPerCpuSecond")),
    peakMiB: spread(column(i, "peakMiB")),
    seriesPeakMiB: spread(column(i, "seriesPeakMiB")),
  }));
}

function measureOnce(
  { programs: { ours, measure }, quick }: Setting,
  program: Program,
  scenario: ScenarioId,
  scale: number,
  round: number,
): Measured {
  const { capacity, options } = SCENARIOS[scenario];
  const { replications, cold } = seriesOf(program, scale, quick);
  const seed = 1 + round * replications;
  const isOurs = program === ours;
  const run = (reps: number) =>
    isOurs
      ? execute(measure, { ...program, command: [...program.command, ...options] }, { seed, scale, reps })
      : execute(measure, program, { seed, scale, reps, capacity });
  const single = run(1);
  const series = replications === 1 ? single : run(replications);
  const warm = series.lines.slice(cold);
  return {
    processCpuSeconds: single.use.cpuSeconds,
    warmCpuSeconds: median(warm.map(({ cpuMs }) => cpuMs / 1000)),
    eventsPerCpuSecond: median(warm.map(({ events, cpuMs }) => (events * 1000) / cpuMs)),
    peakMiB: single.use.peakMiB,
    seriesPeakMiB: series.use.peakMiB,
  };
}

function seriesOf({ fast }: Program, scale: number, quick: boolean): Series {
  if (quick) return { replications: 2, cold: 1 };
  if (fast) return { replications: 16, cold: 6 };
  return scale === 1 ? { replications: 1, cold: 0 } : { replications: 4, cold: 1 };
}
