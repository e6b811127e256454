import { join } from "node:path";
import { DiskScenarioFiles } from "../cli/scenarioFiles.ts";
import {
  BAND_COUNT,
  FLOWS,
  FUNNEL,
  type ModelParameters,
  ReplicationRunner,
  THRESHOLDS,
} from "../engine/index.ts";
import { loadScenario } from "../scenarios/index.ts";
import { benchFolder } from "./programs.ts";
import { type Summary, scaled, summarise } from "./workload.mjs";

export type WorkloadName = "prison-network" | "prison-network-crowded";

/** A summary, and the exact time above 130 % that the engine itself reports. */
export interface OurSummary extends Summary {
  /** Facility-days above 130 % of capacity, not only at the daily records. */
  readonly exactDays130: number;
  /** Person-days above 130 % of capacity, likewise. */
  readonly exactPd130: number;
}

/** Parameters of a workload, read from its scenario file. */
export function workloadParameters(name: WorkloadName, scale: number, transfers = true): ModelParameters {
  const overrides = transfers ? [] : ["corridors.out.interest.share=0"];
  const files = new DiskScenarioFiles(benchFolder);
  return scaled(loadScenario(join(benchFolder, `${name}.yaml`), files, overrides).parameters, scale);
}

/** Runs replications with seeds 1 to `seeds`. */
export function runReplications(parameters: ModelParameters, seeds: number): OurSummary[] {
  const runner = new ReplicationRunner(parameters);
  return Array.from({ length: seeds }, (_, i) => {
    const result = runner.run(String(i + 1), 0);
    const above = [THRESHOLDS.indexOf(1.3) + 1, THRESHOLDS.indexOf(1.5) + 1];
    const sum = (bands: Float64Array): number =>
      bands.reduce((total, value, at) => total + (above.includes(at % BAND_COUNT) ? value : 0), 0);
    return {
      ...summarise(parameters, result, { flows: FLOWS, funnel: FUNNEL }),
      exactDays130: sum(result.bandDays),
      exactPd130: sum(result.bandBedDays) - 1.3 * sum(result.bandCapacityDays),
    };
  });
}
