import { createHash } from "node:crypto";
import { endianness } from "node:os";
import { type ReplicationResult, type ResultShape, resultBytes } from "../engine/index.ts";

const FORMAT = "bedspace-replications";
const VERSION = 1;
/** Hexadecimal digits of the SHA-256 in a chunk's name. */
const NAME_DIGITS = 32;

/** What a chunk holds: replications of one scenario under one seed. */
export interface ChunkContent {
  /** SHA-256 of the scenario as resolved. */
  readonly scenario: string;
  readonly seed: string;
  readonly shape: ResultShape;
  readonly results: readonly ReplicationResult[];
}

/** What a chunk says of its results. */
export interface ChunkHead extends Omit<ChunkContent, "results"> {
  /** Replication indices, in the order of the results. */
  readonly replications: readonly number[];
}

interface ChunkHeader extends ChunkHead {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
}

/**
 * Bytes of a chunk: one line of JSON (format, version, scenario, seed, shape, replication indices), a line feed,
 * then the buffers of the results in the order of the indices, little-endian, laid out as `createResult` does.
 *
 * @throws {Error} on a big-endian machine
 */
export function encodeChunk({ scenario, seed, shape, results }: ChunkContent): Uint8Array {
  if (endianness() !== "LE") throw new Error("chunks are written on little-endian machines only");
  const replications = results.map((result) => result.index);
  const header: ChunkHeader = { format: FORMAT, version: VERSION, scenario, seed, shape, replications };
  return Buffer.concat([
    Buffer.from(`${JSON.stringify(header)}\n`),
    ...results.map((result) => new Uint8Array(result.buffer)),
  ]);
}

/** File name of a chunk: its content decides it, so a chunk that is written twice is one file. */
export function chunkName(bytes: Uint8Array): string {
  return `${createHash("sha256").update(bytes).digest("hex").slice(0, NAME_DIGITS)}.chunk`;
}

/** Bytes of a chunk before its first result. */
export function resultsStart(bytes: Uint8Array): number {
  return bytes.indexOf(0x0a) + 1;
}

/**
 * Checks a chunk, and reads what it says of its results.
 *
 * @param name its file name, which must match the content
 * @throws {RangeError} if the chunk is damaged or of another format; the message names it
 */
export function checkChunk(name: string, bytes: Uint8Array): ChunkHead {
  if (chunkName(bytes) !== name) throw damaged(name, "it was altered or cut short");
  const start = resultsStart(bytes);
  const line = Buffer.from(bytes.subarray(0, Math.max(0, start - 1))).toString();
  const { scenario, seed, shape, replications } = parseHeader(name, line);
  const [size, expected] = [bytes.byteLength - start, resultBytes(shape) * replications.length];
  if (size !== expected) throw damaged(name, `it holds ${size} bytes of results, not ${expected}`);
  return { scenario, seed, shape, replications };
}

function parseHeader(name: string, line: string): ChunkHeader {
  let header: Partial<ChunkHeader>;
  try {
    header = JSON.parse(line);
  } catch (cause) {
    throw damaged(name, "its header is not JSON", cause);
  }
  if (header.format !== FORMAT) throw damaged(name, "it has no header");
  if (header.version !== VERSION) {
    throw new RangeError(
      `${name} has version ${header.version} of the format; this program reads ${VERSION}`,
    );
  }
  return header as ChunkHeader;
}

function damaged(name: string, why: string, cause?: unknown): RangeError {
  return new RangeError(`${name} is damaged: ${why}`, { cause });
}
