import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { encodeChunk, resultsStart } from "../../cli/chunk.ts";
import { type StoredChunk, StoredResults } from "../../cli/storedResults.ts";
import { resultShape } from "../../engine/index.ts";
import { tinyParameters, tinyReplication } from "../workers/fixtures/tinyReplication.ts";

const parameters = tinyParameters(3, 100);
const shape = resultShape(parameters);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bedspace-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const replication = (index: number, mark = 0) => {
  const result = tinyReplication(parameters, "1", index);
  result.bandDays[0]! += mark;
  return result;
};

function chunk(replications: readonly number[], mark = 0): StoredChunk {
  const results = replications.map((index) => replication(index, mark));
  const bytes = encodeChunk({ scenario: "abc", seed: "1", shape, results });
  const path = join(folder, `${mark}-${replications.join("-")}`);
  writeFileSync(path, bytes);
  return { path, shape, replications, start: resultsStart(bytes) };
}

describe("StoredResults", () => {
  it("StoredResults gives the results of all chunks by replication, as often as they are gone through", () => {
    const results = new StoredResults([chunk([4, 5, 9]), chunk([0, 7])]);
    expect(results).toHaveLength(5);
    expect(results.indices).toEqual([0, 4, 5, 7, 9]);
    const again = [0, 4, 5, 7, 9].map((index) => replication(index));
    for (const _ of [1, 2]) expect(Array.from(results, (result) => structuredClone(result))).toEqual(again);
  });

  it("StoredResults reads each result into the memory of the one before, but for those to keep", () => {
    const results = new StoredResults([chunk([0, 1])]);
    expect(new Set(Array.from(results, ({ buffer }) => buffer)).size).toBe(1);
    expect([1, 0].map((index) => results.of(index))).toEqual([replication(1), replication(0)]);
    expect(results.of(2)).toBeUndefined();
  });

  it("StoredResults can be gone through twice at a time", () => {
    const results = new StoredResults([chunk([0, 1, 2])]);
    const behind = results[Symbol.iterator]();
    behind.next();
    const ahead = Array.from(results, (result) => structuredClone(result));
    expect(behind.next().value).toEqual(ahead[1]);
    behind.return(undefined);
  });

  it("StoredResults takes a replication that stands in two chunks once, from the later one", () => {
    const results = new StoredResults([chunk([0, 2]), chunk([1, 2], 50)]);
    expect(results.indices).toEqual([0, 1, 2]);
    expect(results.of(2)).toEqual(replication(2, 50));
    expect(results.of(2)).not.toEqual(replication(2));
  });

  it("StoredResults names a chunk that was cut short after it had been checked", () => {
    const cut = chunk([0, 1]);
    truncateSync(cut.path, cut.start + 1);
    expect(() => [...new StoredResults([cut])]).toThrow(`${cut.path} was cut short while it was read`);
  });
});
