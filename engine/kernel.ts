import { finish, runToEnd, startPeople, startProcesses } from "./eventLoop.ts";
import type { Model } from "./model.ts";
import type { ReplicationResult } from "./result.ts";
import { Simulation } from "./simulation.ts";
import type { ReplicationState } from "./state.ts";

/** A simulation with the code that runs it. */
export interface Kernel {
  readonly sim: Simulation;
  startPeople(): void;
  startProcesses(): void;
  runToEnd(): void;
  finish(): ReplicationResult;
}

/** Makes the kernel of a model, in a state of its shape or a larger one. */
export type CreateKernel = (model: Model, state: ReplicationState) => Kernel;

/**
 * A kernel whose code is shared with all others. One with code of its own runs faster and gives the same bits, but has
 * to be compiled anew; see `workers/ownKernels.ts`.
 */
export const createKernel: CreateKernel = (model, state) => {
  const sim = new Simulation(model, state);
  return {
    sim,
    startPeople: () => {
      startPeople(sim);
    },
    startProcesses: () => {
      startProcesses(sim);
    },
    runToEnd: () => {
      runToEnd(sim);
    },
    finish: () => finish(sim),
  };
};
