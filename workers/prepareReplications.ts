import { BranchRunner } from "../engine/index.ts";
import type { Prepare } from "./backend.ts";
import { raiseInliningBudget } from "./inlining.ts";
import { ownKernels } from "./ownKernels.ts";

/** Compiling code for a job alone takes about half a second; a job that has run for so long will win it back. */
const WORTH_COMPILING_MS = 2000;

let jobs = 0;

/**
 * Replications by the engine, in memory that is kept from one to the next; what sets have in common is run once.
 * Jobs share the engine's code until they turn out to be long ones, which get code of their own. The first job of a
 * thread finds no code that is compiled already, so if it is a single set it has its own at once.
 */
export const prepareReplications: Prepare = (parameterSets) => {
  raiseInliningBudget();
  let shared = jobs++ > 0 || parameterSets.length > 1;
  let runner = new BranchRunner(parameterSets, shared ? undefined : ownKernels());
  let ran = 0;
  return (seed, index, wanted, spent) => {
    if (shared && ran > WORTH_COMPILING_MS) {
      shared = false;
      runner = new BranchRunner(parameterSets, ownKernels());
    }
    const start = performance.now();
    const results = runner.run(seed, index, wanted, spent);
    ran += performance.now() - start;
    return results;
  };
};
