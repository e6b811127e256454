import type { Circumstances, Results } from "../../bench/results.ts";
import type { Comparison } from "../../bench/sections/compare.ts";
import type { Memory } from "../../bench/sections/memory.ts";
import type { National } from "../../bench/sections/national.ts";
import type { ReportCost } from "../../bench/sections/report.ts";
import type { Startup } from "../../bench/sections/startup.ts";
import type { Threads } from "../../bench/sections/threads.ts";
import type { Workload } from "../../bench/sections/workload.ts";
import { markdownTable } from "../../reports/index.ts";
import { costOfLongRun } from "./costLine.ts";
import { growthParts } from "./growthPart.ts";
import { circumstancesSentence, short, spreadText } from "./performanceNumbers.ts";

/** Chapters of what was measured, one for each section that was. */
export function measuredChapters(results: Results): string[] {
  return [
    ...chapter("Reference workload", results.workload, workloadParts),
    ...chapter("National baseline", results.national, nationalParts),
    ...chapter("Comparison", results.compare, compareParts),
    ...chapter("Threads", results.threads, threadsParts),
    ...chapter("Memory", results.memory, memoryParts),
    ...chapter("Report", results.report, reportParts),
    ...chapter("Start-up", results.startup, startupParts),
    ...chapter("Growth", results.growth, growthParts),
  ];
}

/** Heading, when and where, and what was found; nothing where it was not measured. */
function chapter<Section extends { readonly circumstances: Circumstances }>(
  title: string,
  section: Section | undefined,
  parts: (section: Section) => readonly string[],
): readonly string[] {
  if (section === undefined) return [];
  return [`## ${title}`, circumstancesSentence(section.circumstances), ...parts(section)];
}

function workloadParts({ rows }: Workload): string[] {
  const versions = new Map(rows.map(({ program, version }) => [program, version]));
  return [
    `${[...versions].map(([program, version]) => `${program}: ${version}`).join("; ")}. A warm replication is one after others in the same process; the libraries run one at full scale.`,
    markdownTable({
      columns: [
        ...[
          "scenario",
          "scale",
          "program",
          "rounds",
          "one replication, whole process: s",
          "÷ bedspace",
          "peak MiB",
        ],
        ...["warm replication: s", "÷ bedspace", "million events per s", "peak MiB of the series"],
      ],
      rows: rows.map((row) => [
        ...[row.scenario, String(row.scale), row.program, String(row.rounds)],
        ...[spreadText(row.processCpuSeconds), spreadText(row.processRatio), short(row.peakMiB.median)],
        ...[spreadText(row.warmCpuSeconds), spreadText(row.warmRatio)],
        ...[spreadText(row.eventsPerCpuSecond, 1e6), short(row.seriesPeakMiB.median)],
      ]),
    }),
  ];
}

function nationalParts(national: National): string[] {
  return [
    `A warm replication of \`${national.scenario}\` takes ${spreadText(national.cpuSeconds)} s for ${spreadText(national.events, 1e6)} million events: ${spreadText(national.nanosecondsPerEvent)} ns an event, where the reference workload takes ${spreadText(national.workloadNanosecondsPerEvent)} ns in the same rounds (${national.rounds}). Ratio: ${spreadText(national.ratio)}. Both count all events of the engine, records and clocks included.`,
  ];
}

function compareParts({ rows }: Comparison): string[] {
  return [
    "What scenarios have in common is simulated once. Time of all together over that of separate runs, with the same bits:",
    markdownTable({
      columns: ["scenarios", "replications", "together ÷ apart"],
      rows: rows.map(({ what, replications, ratio }) => [what, String(replications), spreadText(ratio)]),
    }),
  ];
}

function threadsParts(threads: Threads): string[] {
  return [
    `${threads.replications} replications of the reference workload through the pool, wall time: ${spreadText(threads.oneThreadSeconds)} s on one thread, ${spreadText(threads.twoThreadsSeconds)} s on two. Efficiency, that is the first over twice the second within a round: ${spreadText(threads.efficiency)} (rounds: ${threads.rounds}).`,
  ];
}

function memoryParts({ peaks, allocations }: Memory): string[] {
  const national = peaks
    .filter(({ scenario }) => scenario === "baseline")
    .map((row) => [row.replications, row.peakMiB] as const);
  return [
    "Largest resident memory of `bedspace run` on two threads, its report included. The small network has 1,500 people in 12 prisons for a year.",
    markdownTable({
      columns: ["scenario", "replications", "peak MiB"],
      rows: peaks.map((row) => [row.scenario, String(row.replications), short(row.peakMiB)]),
    }),
    `The straight line through those of baseline gives ${short(costOfLongRun(national))} MiB for 1,000 replications, if no less than what was measured is taken.`,
    "Allocated on the heap in a warm replication, with nothing collected; the arrays of a result are outside the heap.",
    markdownTable({
      columns: ["scenario", "MB a replication", "bytes an event"],
      rows: allocations.map((row) => [row.scenario, short(row.heapBytes / 1e6), short(row.bytesPerEvent)]),
    }),
  ];
}

function reportParts(report: ReportCost): string[] {
  const seconds = costOfLongRun(report.rows.map((row) => [row.replications, row.cpuSeconds.median]));
  return [
    `\`bedspace report\` of a finished run of \`${report.scenario}\`:`,
    markdownTable({
      columns: ["replications", "s", "peak MiB"],
      rows: report.rows.map((row) => [
        String(row.replications),
        spreadText(row.cpuSeconds),
        spreadText(row.peakMiB),
      ]),
    }),
    `The straight line through them gives ${short(seconds)} s for 1,000 replications.`,
  ];
}

function startupParts({ rows, emptyCpuSeconds }: Startup): string[] {
  return [
    markdownTable({
      columns: ["command", "times", "s"],
      rows: rows.map((row) => [`bedspace ${row.command}`, String(row.times), spreadText(row.cpuSeconds)]),
    }),
    `An empty program of Node took ${spreadText(emptyCpuSeconds)} s in the same rounds.`,
  ];
}
