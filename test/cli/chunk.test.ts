import { describe, expect, it } from "vitest";
import { checkChunk, chunkName, encodeChunk, resultsStart } from "../../cli/chunk.ts";
import { resultShape } from "../../engine/index.ts";
import { tinyParameters, tinyReplication } from "../workers/fixtures/tinyReplication.ts";

const parameters = tinyParameters(3, 100);
const shape = resultShape(parameters);
const results = [4, 5, 9].map((index) => tinyReplication(parameters, "1", index));
const bytes = encodeChunk({ scenario: "abc", seed: "1", shape, results });

describe("checkChunk", () => {
  it("checkChunk tells what is in a chunk", () => {
    const head = { scenario: "abc", seed: "1", shape, replications: [4, 5, 9] };
    expect(checkChunk(chunkName(bytes), bytes)).toEqual(head);
  });

  it("encodeChunk writes raw little-endian numbers after one line of JSON", () => {
    const header = JSON.parse(Buffer.from(bytes).toString("latin1").split("\n")[0] ?? "");
    expect(header).toMatchObject({ format: "bedspace-replications", version: 1, replications: [4, 5, 9] });
    expect(Buffer.from(bytes).readDoubleLE(resultsStart(bytes))).toBe(results[0]?.bandDays[0]);
  });

  it("checkChunk names a chunk of which one bit has changed", () => {
    const changed = Uint8Array.from(bytes);
    changed[changed.length - 1] = (changed[changed.length - 1] ?? 0) ^ 1;
    const name = chunkName(bytes);
    expect(() => checkChunk(name, changed)).toThrow(`${name} is damaged: it was altered or cut short`);
  });

  it.each([
    ["is cut off", bytes.subarray(0, bytes.length - 8), "bytes of results, not"],
    ["has no JSON header", Buffer.from("hello\nworld"), "its header is not JSON"],
    ["has another header", Buffer.from('{"a":1}\n'), "it has no header"],
  ])("checkChunk refuses a chunk that %s", (_, content, message) => {
    expect(() => checkChunk(chunkName(content), content)).toThrow(message);
  });

  it("checkChunk refuses another version of the format", () => {
    const content = Buffer.from('{"format":"bedspace-replications","version":2}\n');
    expect(() => checkChunk(chunkName(content), content)).toThrow(
      "has version 2 of the format; this program reads 1",
    );
  });
});
