import { DiskScenarioFiles } from "../../cli/scenarioFiles.ts";
import type { ReplicationResult } from "../../engine/index.ts";
import type { ScenarioRun } from "../../reports/index.ts";
import { loadScenario } from "../../scenarios/index.ts";
import { dealReplications, PoolBackend } from "../../workers/index.ts";

/** Seed of every generated page: the pages change with the model and its figures, and with nothing else. */
export const SEED = "docs";

/**
 * Nobody is admitted to Mexico's prisons: half of the events of a replication, none of which reaches the United
 * States, whose people have random numbers of their own.
 */
export const WITHOUT_MEXICO = "systems.mx.streams.*.admissions=0 persons/y";

/** The yearly level of admissions stays at its mean: what then moves a stock is the rules and single people. */
export const LEVEL_HELD = "systems.us.admissionsLevel.yearlySd=0";

/** Replications 0, 1, … of a shipped scenario, on a thread for each core; their number changes no result. */
export async function simulate(
  id: string,
  replications: number,
  overrides: readonly string[] = [],
): Promise<ScenarioRun & { readonly results: readonly ReplicationResult[] }> {
  const scenario = loadScenario(id, new DiskScenarioFiles(), [...overrides]);
  const results: ReplicationResult[] = [];
  const backend = new PoolBackend();
  const job = {
    parameterSets: [scenario.parameters],
    seed: SEED,
    tasks: dealReplications(1, 0, replications),
  };
  try {
    await backend.run(job, {
      onResult: ({ replicationIndex }, result) => {
        results[replicationIndex] = result;
      },
    });
  } finally {
    await backend.close();
  }
  return { scenario, results };
}
