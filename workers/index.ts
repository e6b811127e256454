export {
  dealReplications,
  type ReplicationBackend,
  ReplicationError,
  type ReplicationHandlers,
  type ReplicationJob,
  type ReplicationTask,
  WorkerLostError,
} from "./backend.ts";
export { InlineBackend } from "./inlineBackend.ts";
export { PoolBackend, type PoolOptions } from "./poolBackend.ts";
