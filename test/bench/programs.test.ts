import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runReplications, workloadParameters } from "../../bench/replications.ts";
import { writeVariant } from "../../bench/variant.ts";
import { packageFolder } from "../sourceFiles.ts";

const SCALE = 0.002;
const folder = mkdtempSync(join(tmpdir(), "bedspace-test-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tiny = writeVariant(folder, "tiny", { persons: 400, facilities: 10, horizonDays: 200, gridDays: 30 });

/** Lines of JSON that a program of the benchmark prints. */
function lines(program: string, ...options: string[]): Record<string, unknown>[] {
  const words = [join(packageFolder, "bench", program), ...options];
  const text = execFileSync(process.execPath, words, { encoding: "utf8", stdio: "pipe", cwd: packageFolder });
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("the programs that run the reference workload", () => {
  const options = [`--scale=${SCALE}`, "--seed=3", "--reps=2"];
  const programs = {
    ours: lines("runWorkload.mjs", ...options),
    simjs: lines("peers/prison_simjs.mjs", ...options),
  };

  it("print the same fields, a line for each seed", () => {
    const fields = [
      ...["impl", "seed", "scale", "transfers", "capacity", "final", "mean", "pd130", "days130"],
      ...["adm", "mov", "app", "dep", "rel", "events", "ms", "cpuMs"],
    ];
    for (const printed of Object.values(programs)) {
      expect(printed.map(Object.keys)).toEqual([fields, fields]);
      expect(printed.map(({ seed, scale }) => [seed, scale])).toEqual([
        [3, SCALE],
        [4, SCALE],
      ]);
    }
  });

  it("account for everybody, and count the events they print", () => {
    for (const printed of Object.values(programs).flat()) {
      const { adm, mov, app, dep, rel, final, events } = printed as Record<string, number>;
      expect(150_000 * SCALE + adm! - dep! - rel!).toBe(final);
      expect(adm! + mov! + app! + dep! + rel!).toBe(events);
      expect(mov).toBeGreaterThan(0);
    }
  });

  it("runWorkload.mjs prints what the engine gives", () => {
    const { exactDays130, exactPd130, ...expected } = runReplications(
      workloadParameters("prison-network", SCALE),
      3,
    )[2]!;
    expect(programs.ours[0]).toMatchObject(expected);
  });
});

describe("the programs of the other sections", () => {
  it("runScenario.mjs prints events, time and growth of the heap of each replication", () => {
    const printed = lines("runScenario.mjs", `--scenario=${tiny}`, "--reps=2", "--set=horizon=100 d");
    expect(printed.map(({ seed }) => seed)).toEqual([1, 2]);
    for (const { events, cpuMs, heapBytes } of printed as Record<string, number>[]) {
      // 400 people and 120 a year with a move each 700 days: some 57 moves, 33 admissions and 35 releases.
      expect(events).toBeGreaterThan(80);
      expect(events).toBeLessThan(400);
      expect(cpuMs).toBeGreaterThan(0);
      expect(heapBytes).toEqual(expect.any(Number));
    }
  });

  it("runForks.mjs finds the same bits from a shared beginning, and prints both times", () => {
    const later = writeVariant(folder, "later", { persons: 400, horizonDays: 200, laterApproval: 1 });
    const never = writeVariant(folder, "never", { persons: 400, horizonDays: 200, laterApproval: 0 });
    const [printed] = lines("runForks.mjs", `--scenarios=${later},${never}`);
    expect(printed).toMatchObject({ seed: 1 });
    expect(printed!.togetherCpuMs).toBeGreaterThan(0);
    expect(printed!.apartCpuMs).toBeGreaterThan(0);
  });

  it("runThreads.mjs prints the wall time of replications on so many threads", () => {
    const [printed] = lines("runThreads.mjs", `--scenario=${tiny}`, "--threads=2", "--reps=3");
    expect(printed).toMatchObject({ threads: 2, reps: 3 });
    expect(printed!.wallSeconds).toBeGreaterThan(0);
  });
});
