import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CliError } from "../../cli/cliError.ts";
import type { Manifest } from "../../cli/manifest.ts";
import { mergeRuns } from "../../cli/mergeRuns.ts";
import { resumableRun } from "../../cli/resumeRun.ts";
import { type RunDescription, RunFolder } from "../../cli/runFolder.ts";
import { readStoredRun, requireWhole } from "../../cli/storedRun.ts";
import { tinyReplication } from "../workers/fixtures/tinyReplication.ts";
import { tinyScenario } from "./fixtures/tinyScenario.ts";

const scenarios = [tinyScenario("first"), tinyScenario("second")];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "bedspace-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function description(changes: Partial<RunDescription> = {}): RunDescription {
  const startedAt = new Date("2026-11-24T12:00:00Z");
  const command = "bedspace run first second";
  return { command, seed: "fast", replications: 6, workers: 2, scenarios, data: [], startedAt, ...changes };
}

/** Stores replications of both scenarios; a run that did not get all six was interrupted. */
function stored(name: string, indices = [0, 1, 2, 3, 4, 5], seed = "fast"): string {
  const path = join(folder, name);
  mkdirSync(path);
  const run = new RunFolder(path, description({ seed }));
  add(run, indices, seed);
  run.end(indices.length === 6 ? "complete" : "interrupted");
  return path;
}

function add(run: RunFolder, indices: readonly number[], seed = "fast"): void {
  for (const [scenarioIndex, { parameters }] of scenarios.entries()) {
    for (const replicationIndex of indices) {
      run.add({ scenarioIndex, replicationIndex }, tinyReplication(parameters, seed, replicationIndex));
    }
  }
}

const manifestOf = (path: string): Manifest => JSON.parse(readFileSync(join(path, "manifest.json"), "utf8"));
const indicesOf = (path: string) => readStoredRun(path).runs.map(({ results }) => results.indices);

function edit(path: string, change: (manifest: Record<string, unknown>) => void): void {
  const manifest = JSON.parse(readFileSync(join(path, "manifest.json"), "utf8"));
  change(manifest);
  writeFileSync(join(path, "manifest.json"), JSON.stringify(manifest));
}

describe("readStoredRun", () => {
  it("readStoredRun gives back scenarios and results as they were stored, without the library", () => {
    const { runs, gaps } = readStoredRun(stored("run"));
    expect(gaps).toEqual([]);
    expect(runs.map(({ scenario }) => scenario)).toEqual(scenarios);
    for (const [i, { results }] of runs.entries()) {
      const again = [0, 1, 2, 3, 4, 5].map((index) =>
        tinyReplication(scenarios[i]!.parameters, "fast", index),
      );
      expect(results.indices.map((index) => results.of(index))).toEqual(again);
      expect(Array.from(results, (result) => structuredClone(result))).toEqual(again);
      expect(results).toHaveLength(6);
    }
  });

  it("readStoredRun names a chunk that is missing, with its replications", () => {
    const path = stored("run");
    const { file, first } = manifestOf(path).scenarios[1]!.chunks[2]!;
    rmSync(join(path, file));
    expect(readStoredRun(path).gaps).toEqual([
      `${file} is missing: replication ${first} of "second"`,
      '"second" has 5 of 6 replications',
    ]);
  });

  it("readStoredRun names every chunk when the folder of the chunks is gone", () => {
    const path = stored("run");
    rmSync(join(path, "replications"), { recursive: true });
    expect(readStoredRun(path).gaps).toHaveLength(14);
  });

  it.each([
    ["cut short", (path: string) => truncateSync(path, 200)],
    ["altered", (path: string) => writeFileSync(path, readFileSync(path).fill(7, 400))],
  ])("readStoredRun names a chunk that was %s, and leaves its replications out", (_, damage) => {
    const path = stored("run");
    const { file } = manifestOf(path).scenarios[0]!.chunks[4]!;
    damage(join(path, file));
    expect(readStoredRun(path).gaps).toEqual([
      `${file} is damaged: it was altered or cut short: replication 4 of "first"`,
      '"first" has 5 of 6 replications',
    ]);
    expect(indicesOf(path)).toEqual([
      [0, 1, 2, 3, 5],
      [0, 1, 2, 3, 4, 5],
    ]);
  });

  it("readStoredRun names a chunk of another run", () => {
    const [path, other] = [stored("run"), stored("other", [0], "1")];
    const [name = ""] = readdirSync(join(other, "replications"));
    writeFileSync(join(path, "replications", name), readFileSync(join(other, "replications", name)));
    expect(readStoredRun(path).gaps).toEqual([`replications/${name} belongs to another run`]);
  });

  it("readStoredRun tells how far an interrupted run got", () => {
    expect(readStoredRun(stored("run", [0, 3])).gaps).toEqual([
      '"first" has 2 of 6 replications: the run did not end',
      '"second" has 2 of 6 replications: the run did not end',
    ]);
  });

  it("readStoredRun refuses a scenario that was altered or is missing", () => {
    const path = stored("run");
    const file = join(path, "scenarios", "second.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"horizonDays": 30', '"horizonDays": 31'));
    expect(() => readStoredRun(path)).toThrow(`scenario "second": ${file} was altered since the run`);
    rmSync(file);
    expect(() => readStoredRun(path)).toThrow(`scenario "second": ${file} cannot be read`);
  });

  it("readStoredRun refuses what is no run", () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    expect(() => readStoredRun(join(folder, "none"))).toThrow("none: no such folder");
    expect(() => readStoredRun(file)).toThrow("is not the folder of a run: it is a file");
    expect(() => readStoredRun(folder)).toThrow("is not the folder of a run: it has no manifest.json");
  });

  it.each([
    ["an older program", 1, "an older program: its manifest has schemaVersion 1, this program reads 2"],
    ["a newer program", 3, "a newer program: its manifest has schemaVersion 3, this program reads 2"],
  ])("readStoredRun refuses the run of %s", (_, schemaVersion, message) => {
    const path = stored("run");
    edit(path, (manifest) => {
      manifest.schemaVersion = schemaVersion;
    });
    expect(() => readStoredRun(path)).toThrow(`${path} was written by ${message}`);
  });

  it("readStoredRun refuses the run of another version, and says why", () => {
    const path = stored("run");
    edit(path, (manifest) => {
      manifest.versions = { bedspace: "0.0.1", node: "20.0.0" };
    });
    expect(() => readStoredRun(path)).toThrow("was written by bedspace 0.0.1, and this is ");
  });

  it("readStoredRun says what is wrong with a damaged manifest", () => {
    const path = stored("run");
    edit(path, (manifest) => {
      manifest.seed = 1;
    });
    expect(() => readStoredRun(path)).toThrow("manifest.json is damaged: seed: ");
    writeFileSync(join(path, "manifest.json"), "{");
    expect(() => readStoredRun(path)).toThrow("manifest.json is damaged: it is not JSON");
  });
});

describe("requireWhole", () => {
  it("requireWhole refuses a part of a run with every gap, unless a part will do", () => {
    const run = readStoredRun(stored("run", [1]));
    const refusal = thrownBy(() => requireWhole(run, false));
    expect(refusal).toMatchObject({ message: `${run.path} is not whole`, details: run.gaps, exitCode: 2 });
    requireWhole(run, true);
  });

  it("requireWhole refuses a scenario without any replication even where a part will do", () => {
    const run = readStoredRun(stored("run", []));
    expect(() => requireWhole(run, true)).toThrow('holds no replication of "first"');
  });
});

describe("mergeRuns", () => {
  it("mergeRuns numbers the replications of a second run on, alike in all scenarios", () => {
    const one = readStoredRun(stored("one"));
    const two = readStoredRun(stored("two", [0, 2], "1"));
    const { runs, seed, gaps } = mergeRuns([one, two]);
    expect(seed).toBe("fast, 1");
    expect(gaps[0]).toMatch(/two: "first" has 2 of 6/);
    for (const [i, { results }] of runs.entries()) {
      const kept = Array.from(results, ({ index, buffer }) => ({ index, buffer: buffer.slice() }));
      expect(kept.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 8]);
      expect(results).toHaveLength(8);
      expect(kept[7]?.buffer).toEqual(two.runs[i]!.results.of(2)!.buffer);
    }
  });

  it("mergeRuns refuses runs with one seed, which are the same replications", () => {
    const [one, two] = [readStoredRun(stored("one")), readStoredRun(stored("two"))];
    expect(() => mergeRuns([one, two])).toThrow('have the same seed, "fast"');
  });

  it("mergeRuns refuses runs of other scenarios", () => {
    const one = readStoredRun(stored("one"));
    const path = join(folder, "other");
    mkdirSync(path);
    new RunFolder(path, description({ seed: "1", scenarios: scenarios.slice(1) })).end("complete");
    expect(() => mergeRuns([one, readStoredRun(path)])).toThrow("are runs of different scenarios");
  });
});

describe("resumableRun", () => {
  it("resumableRun and the rest of the replications leave the files of a run that was never interrupted", () => {
    const [path, whole] = [stored("run", [5, 0, 2]), stored("whole")];
    const { runs } = resumableRun(path, description());
    const run = new RunFolder(path, description());
    add(run, runs[0].results.indices);
    add(run, [1, 3, 4]);
    run.end("complete");
    expect(readdirSync(join(path, "replications")).sort()).toEqual(
      readdirSync(join(whole, "replications")).sort(),
    );
    expect({ ...manifestOf(path), timing: null }).toEqual({ ...manifestOf(whole), timing: null });
  });

  it("a resumed run replaces chunks that are damaged or only a part", () => {
    const path = join(folder, "run");
    mkdirSync(path);
    const many = description({ replications: 100 });
    const first = new RunFolder(path, many);
    add(first, [0, 1, 2, 3, 4, 5]);
    first.end("interrupted");
    const { file } = manifestOf(path).scenarios[0]!.chunks[0]!;
    truncateSync(join(path, file), 99);
    writeFileSync(join(path, "replications", "x.chunk.77.part"), "");
    expect(resumableRun(path, many).runs[0].results.indices).toEqual([4, 5]);
    const again = new RunFolder(path, many);
    add(
      again,
      Array.from({ length: 100 }, (_, i) => i),
    );
    again.end("complete");
    expect(readStoredRun(path).gaps).toEqual([]);
    expect(readdirSync(join(path, "replications"))).toHaveLength(50);
  });

  it.each([
    ["another seed", { seed: "2" }, "seed: fast then, 2 now"],
    ["another number of replications", { replications: 7 }, "replications: 6 then, 7 now"],
    ["other scenarios", { scenarios: scenarios.slice(1) }, "scenarios: first, second then, second now"],
    [
      "a changed scenario",
      { scenarios: [{ ...scenarios[0]!, title: "Changed" }, scenarios[1]!] },
      'scenario "first" has changed since: its file, a base, a table or --set',
    ],
  ])("resumableRun refuses %s", (_, changes, detail) => {
    const path = stored("run", [0]);
    const refusal = thrownBy(() => resumableRun(path, description(changes)));
    expect(refusal).toMatchObject({ message: `${path} is another run`, details: [detail], exitCode: 2 });
  });

  it("resumableRun refuses a complete run", () => {
    const path = stored("run");
    expect(() => resumableRun(path, description())).toThrow(
      `${path} is complete: there is nothing to resume`,
    );
  });
});

function thrownBy(action: () => unknown): CliError {
  try {
    action();
  } catch (error) {
    if (error instanceof CliError) return error;
    throw error;
  }
  throw new Error("thrownBy requires an action that throws");
}
