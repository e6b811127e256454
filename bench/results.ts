import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Growth } from "./growth/growth.ts";
import type { Comparison } from "./sections/compare.ts";
import type { Memory } from "./sections/memory.ts";
import type { National } from "./sections/national.ts";
import type { ReportCost } from "./sections/report.ts";
import type { Startup } from "./sections/startup.ts";
import type { Threads } from "./sections/threads.ts";
import type { Workload } from "./sections/workload.ts";

/** When and where a section was measured. */
export interface Circumstances {
  /** Day (YYYY-MM-DD). */
  readonly date: string;
  readonly machine: string;
  readonly node: string;
  /** Mean number of processes that wanted a processor in the minute before: other work, unless a section came before. */
  readonly loadBefore: number;
  /** One process of everything, for a look: no basis for a claim. */
  readonly quick: boolean;
}

/** What the sections found. */
export interface Sections {
  readonly workload: Workload;
  readonly national: National;
  readonly compare: Comparison;
  readonly report: ReportCost;
  readonly memory: Memory;
  readonly threads: Threads;
  readonly startup: Startup;
  readonly growth: Growth;
}

export type SectionName = keyof Sections;

/** The last measured state: sections are measured one by one, each under its own circumstances. */
export type Results = {
  readonly [Name in SectionName]?: { readonly circumstances: Circumstances } & Sections[Name];
};

/** Results in a file; none if there is no such file. */
export function readResults(path: string): Results {
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Results) : {};
}

/** Replaces some sections of the results in a file. */
export function keepResults(path: string, sections: Results): void {
  writeFileSync(path, `${JSON.stringify({ ...readResults(path), ...sections }, null, 2)}\n`);
}
