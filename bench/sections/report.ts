import { type Spread, spread } from "../spread.ts";
import { baselineRuns, bedspace } from "./finishedRuns.ts";
import { roundsOf, type Setting } from "./section.ts";

/** `bedspace report` of a finished run of the baseline. */
export interface ReportRow {
  readonly replications: number;
  readonly cpuSeconds: Spread;
  readonly peakMiB: Spread;
}

export interface ReportCost {
  readonly scenario: string;
  /** Two or more, fewest replications first. */
  readonly rows: readonly ReportRow[];
}

/** Cost of the report of runs of different length, in turn. */
export function measureReport(setting: Setting): ReportCost {
  const { measure } = setting.programs;
  const runs = baselineRuns(setting).map(({ replications, folder }) => {
    return { replications, folder, cpuSeconds: [] as number[], peakMiB: [] as number[] };
  });
  for (const _ of roundsOf("report", setting)) {
    for (const run of runs) {
      const use = bedspace(measure, ["report", run.folder, "--quiet"]);
      run.cpuSeconds.push(use.cpuSeconds);
      run.peakMiB.push(use.peakMiB);
    }
  }
  return {
    scenario: "baseline",
    rows: runs.map(({ replications, cpuSeconds, peakMiB }) => ({
      replications,
      cpuSeconds: spread(cpuSeconds),
      peakMiB: spread(peakMiB),
    })),
  };
}
