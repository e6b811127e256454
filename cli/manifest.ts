/** How far a run got; `running` stays behind when the program is killed. */
export type RunStatus = "running" | "interrupted" | "complete";

/** Version of the manifest that this program writes and reads. */
export const MANIFEST_VERSION = 2;

/** `manifest.json` of a run folder: all that is needed to understand the run and to repeat it. */
export interface Manifest {
  readonly schemaVersion: typeof MANIFEST_VERSION;
  readonly status: RunStatus;
  /** The command that gives the same results, without what changes only speed or place. */
  readonly command: string;
  readonly seed: string;
  readonly scenarios: readonly ManifestScenario[];
  /** Tables that the scenarios read. */
  readonly data: readonly HashedFile[];
  readonly versions: { readonly bedspace: string; readonly node: string };
  /** The only part that differs between two machines or two moments. */
  readonly timing: ManifestTiming;
}

/** A scenario as resolved; `sha256` is that of the file. */
export interface ManifestScenario extends HashedFile {
  readonly id: string;
  readonly replications: { readonly asked: number; readonly finished: number };
  /** Where the finished ones are, by first replication. */
  readonly chunks: readonly ManifestChunk[];
}

/** A file of replications; its name is the start of the SHA-256 of its content. */
export interface ManifestChunk {
  readonly file: string;
  readonly first: number;
  readonly last: number;
  /** Replications in it: fewer than from `first` to `last` where a run was interrupted. */
  readonly count: number;
}

export interface HashedFile {
  readonly file: string;
  readonly sha256: string;
}

interface ManifestTiming {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Null while the run goes on. */
  readonly finishedAt: string | null;
  readonly seconds: number | null;
  readonly workers: number;
  readonly host: { readonly platform: string; readonly processor: string; readonly cores: number };
}
