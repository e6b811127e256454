import { finish, runToEnd, startPeople, startProcesses } from "./eventLoop.ts";
import { buildModel, type Model } from "./model.ts";
import type { ModelParameters } from "./parameters.ts";
import type { ReplicationResult } from "./result.ts";
import { Simulation } from "./simulation.ts";

/**
 * Runs replications of one parameter set, one after the other, in the same memory.
 *
 * A replication is a function of (parameters, seed, index) alone: it gives the same bits whatever ran before
 * it, on whatever thread.
 */
export class ReplicationRunner {
  private readonly model: Model;
  private readonly simulation: Simulation;

  constructor(parameters: ModelParameters) {
    this.model = buildModel(parameters);
    this.simulation = new Simulation(this.model);
  }

  /**
   * Runs one replication.
   *
   * @param seed any text
   * @param index of the replication, 0 or above
   */
  run(seed: string, index: number): ReplicationResult {
    const sim = this.simulation;
    sim.reset(seed, index);
    startPeople(sim);
    startProcesses(sim);
    runToEnd(sim);
    return finish(sim);
  }
}

/**
 * Runs one replication of a parameter set.
 *
 * @param parameters plain data; see {@link ModelParameters}
 * @param seed any text; with the index it roots all random numbers
 * @param index of the replication, 0 or above
 * @returns stocks, flows and time-weighted occupancy; see {@link ReplicationResult}
 * @throws {RangeError} if the model is inconsistent (a missing regime, two streams of the same id)
 */
export function runReplication(parameters: ModelParameters, seed: string, index: number): ReplicationResult {
  return new ReplicationRunner(parameters).run(seed, index);
}
