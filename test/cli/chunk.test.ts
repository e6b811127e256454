import { describe, expect, it } from "vitest";
import { chunkName, decodeChunk, encodeChunk } from "../../cli/chunk.ts";
import { resultShape } from "../../engine/index.ts";
import { tinyParameters, tinyReplication } from "../workers/fixtures/tinyReplication.ts";

const parameters = tinyParameters(3, 100);
const shape = resultShape(parameters);
const results = [4, 5, 9].map((index) => tinyReplication(parameters, "1", index));
const bytes = encodeChunk({ scenario: "abc", seed: "1", shape, results });

describe("decodeChunk", () => {
  it("decodeChunk gives back what encodeChunk took", () => {
    expect(decodeChunk(chunkName(bytes), bytes)).toEqual({ scenario: "abc", seed: "1", shape, results });
  });

  it("decodeChunk reads raw little-endian numbers after one line of JSON", () => {
    const header = JSON.parse(Buffer.from(bytes).toString("latin1").split("\n")[0] ?? "");
    expect(header).toMatchObject({ format: "bedspace-replications", version: 1, replications: [4, 5, 9] });
    const start = bytes.indexOf(0x0a) + 1;
    expect(Buffer.from(bytes).readDoubleLE(start)).toBe(results[0]?.bandDays[0]);
  });

  it("decodeChunk names a chunk of which one bit has changed", () => {
    const changed = Uint8Array.from(bytes);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    const name = chunkName(bytes);
    expect(() => decodeChunk(name, changed)).toThrow(`${name} is damaged: it was altered or cut short`);
  });

  it.each([
    ["is cut off", bytes.subarray(0, bytes.length - 8), "bytes of results, not"],
    ["has no JSON header", Buffer.from("hello\nworld"), "its header is not JSON"],
    ["has another header", Buffer.from('{"a":1}\n'), "it has no header"],
  ])("decodeChunk refuses a chunk that %s", (_, content, message) => {
    expect(() => decodeChunk(chunkName(content), content)).toThrow(message);
  });

  it("decodeChunk refuses another version of the format", () => {
    const content = Buffer.from('{"format":"bedspace-replications","version":2}\n');
    expect(() => decodeChunk(chunkName(content), content)).toThrow(
      "has version 2 of the format; this program reads 1",
    );
  });
});
