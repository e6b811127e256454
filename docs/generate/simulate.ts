import { DiskScenarioFiles } from "../../cli/scenarioFiles.ts";
import { ReplicationRunner } from "../../engine/index.ts";
import type { ScenarioRun } from "../../reports/index.ts";
import { loadScenario } from "../../scenarios/index.ts";

/** Seed of every generated page: the pages change with the model and its figures, and with nothing else. */
export const SEED = "docs";

/**
 * Nobody is admitted to Mexico's prisons: half of the events of a replication, none of which reaches the United
 * States, whose people have random numbers of their own.
 */
export const WITHOUT_MEXICO = "systems.mx.streams.*.admissions=0 persons/y";

/** The yearly level of admissions stays at its mean: what then moves a stock is the rules and single people. */
export const LEVEL_HELD = "systems.us.admissionsLevel.yearlySd=0";

/** Replications 0, 1, … of a shipped scenario, in this thread. */
export function simulate(id: string, replications: number, overrides: readonly string[] = []): ScenarioRun {
  const scenario = loadScenario(id, new DiskScenarioFiles(), [...overrides]);
  const runner = new ReplicationRunner(scenario.parameters);
  const results = Array.from({ length: replications }, (_, index) => runner.run(SEED, index));
  return { scenario, results };
}
