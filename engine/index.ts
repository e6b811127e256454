export { meanDays, sampleDistribution } from "./distributions.ts";
export { rootKey } from "./keyedRandom.ts";
export type * from "./parameters.ts";
export { ReplicationRunner, runReplication } from "./replication.ts";
export * from "./result.ts";
export type * from "./trace/traceEvent.ts";
export { type PersonName, tracePerson, traceReplication } from "./trace/traceReplication.ts";
