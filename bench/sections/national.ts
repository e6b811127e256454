import { median } from "simple-statistics";
import { ratios, type Spread, spread } from "../spread.ts";
import { nanosecondsPerEvent, runScenario } from "./scenarioRuns.ts";
import { roundsOf, type Setting } from "./section.ts";

/** The national scenario against the reference workload, by event; warm, in the same rounds. */
export interface National {
  readonly scenario: string;
  readonly rounds: number;
  /** Events of a replication. */
  readonly events: Spread;
  /** A warm replication (processor seconds). */
  readonly cpuSeconds: Spread;
  readonly nanosecondsPerEvent: Spread;
  readonly workloadNanosecondsPerEvent: Spread;
  /** National over reference workload. */
  readonly ratio: Spread;
}

const SCENARIO = "baseline";

/** Cost of an event of the baseline and of the reference workload. */
export function measureNational(setting: Setting): National {
  const { quick, programs } = setting;
  const set = quick ? ["horizon=60 d"] : [];
  const series = { workload: quick ? 2 : 10, national: quick ? 2 : 5 };
  const found: Readonly<Record<"events" | "cpuSeconds" | "national" | "workload", number[]>> = {
    events: [],
    cpuSeconds: [],
    national: [],
    workload: [],
  };
  for (const round of roundsOf("national", setting)) {
    const run = (scenario: string, reps: number) =>
      runScenario(programs.measure, { scenario, seed: 1 + round * reps, reps, set }).lines.slice(reps / 2);
    const national = run(SCENARIO, series.national);
    found.workload.push(nanosecondsPerEvent(run("bench/prison-network.yaml", series.workload)));
    found.national.push(nanosecondsPerEvent(national));
    found.events.push(median(national.map(({ events }) => events)));
    found.cpuSeconds.push(median(national.map(({ cpuMs }) => cpuMs / 1000)));
  }
  return {
    scenario: SCENARIO,
    rounds: setting.rounds,
    events: spread(found.events),
    cpuSeconds: spread(found.cpuSeconds),
    nanosecondsPerEvent: spread(found.national),
    workloadNanosecondsPerEvent: spread(found.workload),
    ratio: ratios(found.national, found.workload),
  };
}
