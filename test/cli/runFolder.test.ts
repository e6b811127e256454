import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeAtomically, writeFailure } from "../../cli/atomicWrite.ts";
import { checkChunk } from "../../cli/chunk.ts";
import { EXIT_CODES } from "../../cli/exitCodes.ts";
import type { Manifest } from "../../cli/manifest.ts";
import { blockSize, RunFolder } from "../../cli/runFolder.ts";
import { makeFreshFolder, makeNamedFolder, runName } from "../../cli/runName.ts";
import { resultBytes, resultShape } from "../../engine/index.ts";
import { dealReplications } from "../../workers/index.ts";
import { tinyReplication } from "../workers/fixtures/tinyReplication.ts";
import { tinyScenario } from "./fixtures/tinyScenario.ts";

const scenarios = [tinyScenario("first"), tinyScenario("second")];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bedspace-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(name: string, replications: number): RunFolder {
  const path = join(folder, name);
  mkdirSync(path);
  const startedAt = new Date("2026-11-24T12:00:00Z");
  return new RunFolder(path, {
    command: "bedspace run",
    seed: "1",
    replications,
    workers: 2,
    scenarios,
    data: [],
    startedAt,
  });
}

function fill(run: RunFolder, order: readonly number[]): void {
  const tasks = dealReplications(2, 0, Math.max(...order) + 1);
  for (const i of order.flatMap((k) => [2 * k, 2 * k + 1])) {
    const task = tasks[i]!;
    run.add(task, tinyReplication(scenarios[task.scenarioIndex]!.parameters, "1", task.replicationIndex));
  }
}

const manifestOf = (run: RunFolder): Manifest =>
  JSON.parse(readFileSync(join(run.path, "manifest.json"), "utf8"));
const chunksOf = (run: RunFolder) => readdirSync(join(run.path, "replications")).sort();

describe("RunFolder", () => {
  it("constructor writes the scenarios as resolved, and a manifest that says the run goes on", () => {
    const run = open("run", 4);
    const text = readFileSync(join(run.path, "scenarios/first.json"), "utf8");
    expect(JSON.parse(text)).toEqual(scenarios[0]);
    expect(manifestOf(run)).toMatchObject({
      schemaVersion: 2,
      status: "running",
      seed: "1",
      scenarios: [
        {
          id: "first",
          file: "scenarios/first.json",
          sha256: createHash("sha256").update(text).digest("hex"),
          replications: { asked: 4, finished: 0 },
        },
        { id: "second" },
      ],
      timing: { startedAt: "2026-11-24T12:00:00.000Z", finishedAt: null, seconds: null, workers: 2 },
    });
  });

  it("add gives back the results of a chunk once it is written", () => {
    const run = open("given-back", 64);
    const [first, , second] = dealReplications(2, 0, 2);
    const results = [first!, second!].map(({ scenarioIndex, replicationIndex }) =>
      tinyReplication(scenarios[scenarioIndex]!.parameters, "1", replicationIndex),
    );
    expect(run.add(second!, results[1]!)).toEqual([]);
    expect(chunksOf(run)).toHaveLength(0);
    expect(new Set(run.add(first!, results[0]!))).toEqual(new Set(results));
    expect(chunksOf(run)).toHaveLength(1);
  });

  it("add stores the same chunks whatever the order in which replications are finished", () => {
    const order = Array.from({ length: 70 }, (_, k) => k);
    const [ascending, descending] = [open("a", 70), open("b", 70)];
    fill(ascending, order);
    fill(descending, order.toReversed());
    expect(chunksOf(ascending)).toEqual(chunksOf(descending));
    // 70 replications in blocks of 3: 24 chunks of each scenario.
    expect(chunksOf(ascending)).toHaveLength(48);
    expect(manifestOf(ascending).scenarios.map(({ replications }) => replications.finished)).toEqual([
      70, 70,
    ]);
  });

  it("results are those that came in, whether their chunk is written or not", () => {
    const run = open("run", 70);
    const results = run.results(1);
    expect([...results]).toEqual([]);
    fill(run, [8, 4, 3, 5, 0]); // the block of 3, 4, 5 is complete
    expect(chunksOf(run)).toHaveLength(2);
    const again = (indices: readonly number[]) =>
      indices.map((index) => tinyReplication(scenarios[1]!.parameters, "1", index));
    const kept = () => Array.from(results, (result) => structuredClone(result));
    expect(results).toHaveLength(5);
    expect(kept()).toEqual(again([0, 3, 4, 5, 8]));
    run.end("interrupted");
    expect(results).toHaveLength(5);
    expect(kept()).toEqual(again([0, 3, 4, 5, 8]));
  });

  it("blockSize cuts a run into 32 chunks, and a long one into chunks of 8 MiB", () => {
    const scenario = scenarios[0]!;
    expect([1, 32, 33, 1000].map((replications) => blockSize(scenario, replications))).toEqual([1, 1, 2, 32]);
    const bytes = resultBytes(resultShape(scenario.parameters));
    expect(blockSize(scenario, 1e7)).toBe(Math.floor(2 ** 23 / bytes));
    const facilities = Array.from({ length: 1e6 }, () => scenario.parameters.facilities[0]!);
    const huge = { ...scenario, parameters: { ...scenario.parameters, facilities } };
    expect(blockSize(huge, 1e7)).toBe(1);
  });

  it("end stores what is finished but has no complete block, and says so", () => {
    const run = open("run", 100);
    fill(run, [0, 1, 2, 3, 4]);
    run.end("interrupted");
    expect(manifestOf(run)).toMatchObject({
      status: "interrupted",
      scenarios: [
        { replications: { asked: 100, finished: 5 } },
        { replications: { asked: 100, finished: 5 } },
      ],
    });
    const stored = chunksOf(run).flatMap((name) => {
      const { scenario, replications } = checkChunk(name, readFileSync(join(run.path, "replications", name)));
      return replications.map((index) => `${run.scenarioHashes.indexOf(scenario)}/${index}`);
    });
    expect(stored.sort()).toEqual(["0/0", "0/1", "0/2", "0/3", "0/4", "1/0", "1/1", "1/2", "1/3", "1/4"]);
  });

  it("add and write leave no file half written behind", () => {
    const run = open("run", 2);
    fill(run, [1, 0]);
    run.write("summary.json", "{}");
    run.end("complete");
    const names = readdirSync(run.path, { recursive: true }).map(String);
    expect(names.filter((name) => name.endsWith(".part"))).toEqual([]);
    expect(names).toContain("summary.json");
  });
});

describe("writeAtomically", () => {
  it("writeAtomically leaves nothing behind when it fails, and says why", () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(() => writeAtomically(join(file, "x"), "text")).toThrow(
      "part of the path is a file, not a folder",
    );
    mkdirSync(join(folder, "taken"));
    expect(() => writeAtomically(join(folder, "taken"), "text")).toThrow();
    expect(readdirSync(folder).sort()).toEqual(["file", "taken"]);
  });

  it.each([
    ["ENOSPC", "cannot write run/x: no space is left on the disk"],
    ["EACCES", "cannot write run/x: you may not write there"],
    ["EROFS", "cannot write run/x: the file system is read-only"],
  ])("writeFailure turns %s into a message with a hint", (code, message) => {
    const failure = writeFailure("run/x", Object.assign(new Error(code), { code }), EXIT_CODES.unexpected);
    expect(failure).toMatchObject({ message, exitCode: 1, hint: expect.stringContaining("--out") });
  });

  it("writeAtomically names the folder that does not exist", () => {
    const path = join(folder, "none", "file");
    expect(() => writeAtomically(path, "text")).toThrow(`cannot write ${path}: there is no such folder`);
  });
});

describe("makeNamedFolder", () => {
  it("makeNamedFolder makes a folder and those above it, and takes an empty one", () => {
    const path = join(folder, "a", "b");
    expect(makeNamedFolder(path)).toBe(path);
    expect(makeNamedFolder(path)).toBe(path);
  });

  it.each([
    ["a folder that holds a run", "manifest.json", "already holds a run"],
    ["a folder that is not empty", "notes.txt", "is not empty"],
  ])("makeNamedFolder refuses %s", (_, name, message) => {
    writeFileSync(join(folder, name), "");
    expect(() => makeNamedFolder(folder)).toThrow(message);
  });

  it("makeNamedFolder refuses a file, and a place below a file", () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(() => makeNamedFolder(file)).toThrow(`cannot write ${file}: it is a file, not a folder`);
    expect(() => makeNamedFolder(join(file, "run"))).toThrow("part of the path is a file, not a folder");
  });
});

describe("makeFreshFolder", () => {
  it("makeFreshFolder adds a number to a name that is taken", () => {
    const path = join(folder, "run");
    expect([makeFreshFolder(path), makeFreshFolder(path), makeFreshFolder(path)]).toEqual([
      path,
      `${path}-2`,
      `${path}-3`,
    ]);
  });
});

describe("runName", () => {
  it("runName tells what was compared and when, in UTC", () => {
    const moment = new Date("2026-11-24T23:30:05-05:00");
    expect(runName(["baseline"], moment)).toBe("baseline-20261125-043005");
    expect(runName(["baseline", "no-transfers"], moment)).toBe("baseline-vs-no-transfers-20261125-043005");
  });
});
