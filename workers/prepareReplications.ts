import { ReplicationRunner } from "../engine/index.ts";
import type { Prepare } from "./backend.ts";
import { raiseInliningBudget } from "./inlining.ts";

/** Replications by the engine, in memory that is kept from one to the next. */
export const prepareReplications: Prepare = (parameters) => {
  raiseInliningBudget();
  const runner = new ReplicationRunner(parameters);
  return (seed, index) => runner.run(seed, index);
};
