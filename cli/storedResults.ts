import { closeSync, openSync, readSync } from "node:fs";
import { createResult, type ReplicationResult, type ResultShape } from "../engine/index.ts";
import type { Results } from "../reports/index.ts";
import { CliError } from "./cliError.ts";
import { EXIT_CODES } from "./exitCodes.ts";

/** A chunk on the disk whose content is known to be sound. */
export interface StoredChunk {
  readonly path: string;
  /** The same in all chunks of a scenario. */
  readonly shape: ResultShape;
  /** Replication indices in the order of the results. */
  readonly replications: readonly number[];
  /** Bytes before the first result. */
  readonly start: number;
}

/** Where a result lies. */
interface Place {
  readonly chunk: StoredChunk;
  readonly row: number;
}

/**
 * Results in chunks. They are read one at a time, each into the memory of the one before, whenever they are gone
 * through: what is held does not grow with their size.
 */
export class StoredResults implements Results {
  /** By replication, ascending. */
  readonly #places: ReadonlyMap<number, Place>;

  /** @param chunks of one scenario; of a replication that stands in two (a resumed run was killed), the later one counts */
  constructor(chunks: readonly StoredChunk[]) {
    const places = new Map(
      chunks.flatMap((chunk) => chunk.replications.map((index, row) => [index, { chunk, row }] as const)),
    );
    this.#places = new Map([...places].sort(([a], [b]) => a - b));
  }

  get length(): number {
    return this.#places.size;
  }

  /** Indices of the replications, ascending. */
  get indices(): readonly number[] {
    return [...this.#places.keys()];
  }

  /** The result of a replication, to keep. */
  of(index: number): ReplicationResult | undefined {
    const place = this.#places.get(index);
    if (place === undefined) return undefined;
    const [result] = readPlaces([[index, place]]);
    return result;
  }

  [Symbol.iterator](): Generator<ReplicationResult> {
    return readPlaces(this.#places);
  }
}

function* readPlaces(places: Iterable<readonly [index: number, Place]>): Generator<ReplicationResult> {
  let opened: { readonly chunk: StoredChunk; readonly file: number } | undefined;
  let result: ReplicationResult | undefined;
  try {
    for (const [index, { chunk, row }] of places) {
      if (opened?.chunk !== chunk) {
        if (opened !== undefined) closeSync(opened.file);
        opened = undefined;
        opened = { chunk, file: openSync(chunk.path, "r") };
      }
      result ??= createResult(chunk.shape, index);
      readWhole(opened.file, chunk, row, new Uint8Array(result.buffer));
      yield { ...result, index };
    }
  } finally {
    if (opened !== undefined) closeSync(opened.file);
  }
}

/** @throws {CliError} exit code 1, if the file has become shorter since it was checked */
function readWhole(file: number, { path, start }: StoredChunk, row: number, bytes: Uint8Array): void {
  const position = start + row * bytes.byteLength;
  for (let read = 0; read < bytes.byteLength; ) {
    const count = readSync(file, bytes, read, bytes.byteLength - read, position + read);
    if (count === 0) {
      throw new CliError(`${path} was cut short while it was read`, { exitCode: EXIT_CODES.unexpected });
    }
    read += count;
  }
}
