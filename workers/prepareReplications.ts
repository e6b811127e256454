import { BranchRunner } from "../engine/index.ts";
import type { Prepare } from "./backend.ts";
import { raiseInliningBudget } from "./inlining.ts";

/** Replications by the engine, in memory that is kept from one to the next; what sets have in common is run once. */
export const prepareReplications: Prepare = (parameterSets) => {
  raiseInliningBudget();
  const runner = new BranchRunner(parameterSets);
  return (seed, index, wanted) => runner.run(seed, index, wanted);
};
