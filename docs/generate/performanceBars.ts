import type { Results } from "../../bench/results.ts";
import type { WorkloadRow } from "../../bench/sections/workload.ts";
import type { Spread } from "../../bench/spread.ts";
import { markdownTable } from "../../reports/index.ts";
import { costOfLongRun } from "./costLine.ts";
import { inverse, short, spreadText } from "./performanceNumbers.ts";

/** Something that the program must hold to. */
export interface Bar {
  readonly what: string;
  readonly limit: string;
  readonly measured: string;
  /** Null where it was not measured. */
  readonly met: boolean | null;
}

const MEGABYTE = 1e6;
const MIB = 2 ** 20;

/** Every bar, missed ones first, then what was not measured. */
export function performanceBars(results: Results): Bar[] {
  const bars = [...speedBars(results), ...memoryBars(results), ...commandBars(results)];
  const rank = ({ met }: Bar): number => (met === false ? 0 : met === null ? 1 : 2);
  return bars.sort((a, b) => rank(a) - rank(b));
}

/** Table of the bars. */
export function barsTable(bars: readonly Bar[]): string {
  const words = (met: boolean | null): string => (met === null ? "not measured" : met ? "met" : "missed");
  return markdownTable({
    columns: ["bar", "limit", "measured", ""],
    rows: bars.map(({ what, limit, measured, met }) => [what, limit, measured, words(met)]),
  });
}

function speedBars({ workload, national, threads }: Results): Bar[] {
  const full = workload?.rows.filter(({ scenario, scale }) => scenario === "prison-network" && scale === 1);
  const of = (program: string): WorkloadRow | undefined => full?.find((row) => row.program === program);
  const overCpp = of("C++")?.warmRatio;
  return [
    atMost("reference workload, warm replication, over C++", 2, overCpp && inverse(overCpp)),
    atLeast("SimPy over this, reference workload at full scale", 50, of("SimPy")?.warmRatio),
    atMost("baseline over the reference workload, cost per event", 1.5, national?.ratio),
    atLeast("efficiency of two threads", 0.95, threads?.efficiency),
    atMost("memory of the reference workload, one replication, MB", 100, megabytes(of("bedspace")?.peakMiB)),
    atMost("memory of the reference workload, a series, MB", 100, megabytes(of("bedspace")?.seriesPeakMiB)),
  ];
}

function megabytes(mebibytes: Spread | undefined): Spread | undefined {
  return mebibytes && scaledBy(mebibytes, MIB / MEGABYTE);
}

function memoryBars({ memory }: Results): Bar[] {
  const allocation = (id: string): number | undefined => {
    const bytes = memory?.allocations.find(({ scenario }) => scenario === id)?.heapBytes;
    return bytes === undefined ? undefined : bytes / MEGABYTE;
  };
  const national = memory?.peaks.filter(({ scenario }) => scenario === "baseline");
  const peak =
    national && (costOfLongRun(national.map((row) => [row.replications, row.peakMiB])) * MIB) / MEGABYTE;
  return [
    atMost(
      "growth of the heap over a replication of the reference workload, MB",
      2,
      allocation("prison-network"),
    ),
    atMost("growth of the heap over a replication of baseline, MB", 2, allocation("baseline")),
    atMost("peak of 1,000 replications of baseline on two threads, MB, by the line below", 1000, peak),
  ];
}

function commandBars({ startup, report }: Results): Bar[] {
  const command = (words: string): Spread | undefined =>
    startup?.rows.find((row) => row.command === words)?.cpuSeconds;
  return [
    atMost("--help, processor seconds", 0.25, command("--help")),
    atMost("validate baseline, processor seconds", 0.5, command("validate baseline")),
    atMost(
      "report of 1,000 replications of baseline, processor seconds, by the line below",
      10,
      report && costOfLongRun(report.rows.map((row) => [row.replications, row.cpuSeconds.median])),
    ),
  ];
}

function atMost(what: string, limit: number, measured: Spread | number | undefined): Bar {
  return bar(what, `at most ${limit}`, measured, (value) => value <= limit);
}

function atLeast(what: string, limit: number, measured: Spread | number | undefined): Bar {
  return bar(what, `at least ${limit}`, measured, (value) => value >= limit);
}

/** The median decides. */
function bar(
  what: string,
  limit: string,
  measured: Spread | number | undefined,
  holds: (value: number) => boolean,
): Bar {
  if (measured === undefined) return { what, limit, measured: "", met: null };
  if (typeof measured === "number") return { what, limit, measured: short(measured), met: holds(measured) };
  return { what, limit, measured: spreadText(measured), met: holds(measured.median) };
}

function scaledBy({ median, least, most }: Spread, factor: number): Spread {
  return { median: median * factor, least: least * factor, most: most * factor };
}
