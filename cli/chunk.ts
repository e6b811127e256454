import { createHash } from "node:crypto";
import { endianness } from "node:os";
import { createResult, type ReplicationResult, type ResultShape, resultBytes } from "../engine/index.ts";

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

interface ChunkHeader extends Omit<ChunkContent, "results"> {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly replications: readonly number[];
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

/**
 * Reads a chunk.
 *
 * @param name its file name, which must match the content
 * @throws {RangeError} if the chunk is damaged or of another format; the message names it
 */
export function decodeChunk(name: string, bytes: Uint8Array): ChunkContent {
  if (chunkName(bytes) !== name) throw damaged(name, "it was altered or cut short");
  const headerEnd = bytes.indexOf(0x0a);
  const header = parseHeader(name, Buffer.from(bytes.subarray(0, headerEnd)).toString());
  const size = resultBytes(header.shape);
  const data = bytes.subarray(headerEnd + 1);
  if (data.byteLength !== size * header.replications.length) {
    throw damaged(
      name,
      `it holds ${data.byteLength} bytes of results, not ${size * header.replications.length}`,
    );
  }
  const results = header.replications.map((index, i) =>
    createResult(header.shape, index, new Uint8Array(data.subarray(i * size, (i + 1) * size)).buffer),
  );
  return { scenario: header.scenario, seed: header.seed, shape: header.shape, results };
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
