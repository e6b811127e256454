import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { meanWithAbove } from "../experiments/poissonModel.ts";
import { packageFolder } from "../sourceFiles.ts";
import { Workplace } from "./bedspace.ts";

const work = new Workplace();
const SCENARIO = join(packageFolder, "test", "cli", "fixtures", "emptying.yaml");
const RATE = ["--vary", "systems.here.streams.all.admissions"];
const RANGE = ["--between", "0.5 persons / d,2 persons / d"];
const seek = (...args: string[]) => work.bedspace(["seek", SCENARIO, ...args, "--quiet"]);
const mean = (limit: number) => ["--until", `mean(here.system.stock) < ${limit}`];

describe("bedspace seek", () => {
  it("finds the rate at which rate x stay is the limit, the same on one and two workers", async () => {
    const args = [
      ...RATE,
      ...RANGE,
      ...mean(100),
      "--within",
      "0.05",
      "--max-replications",
      "1024",
      "--json",
    ];
    const [one, two] = [await seek(...args, "--workers", "1"), await seek(...args, "--workers", "2")];
    expect(one.code).toBe(0);
    expect(two.stdout).toBe(one.stdout);
    const { status, value, notMet, monotone } = JSON.parse(one.stdout);
    expect(status).toBe("met");
    expect(value.number).toBeLessThanOrEqual(1);
    expect(notMet.number).toBeGreaterThanOrEqual(1);
    expect(notMet.number - value.number).toBeLessThan(0.12);
    expect(monotone).toMatchObject({ isMonotone: true, direction: 1 });
  });

  it("finds where the Poisson probability of standing above 130 % is 5 %", async () => {
    const boundary = meanWithAbove(130, 0.05) / 100;
    const gate = ["--until", "probability(here.system.occupancy > 130 %, at: 2026-05-31) < 5 %"];
    const { stdout } = await seek(
      ...RATE,
      ...RANGE,
      ...gate,
      "--within",
      "0.05",
      "--max-replications",
      "1024",
      "--json",
    );
    const { value, notMet } = JSON.parse(stdout);
    expect(value.number).toBeLessThanOrEqual(boundary);
    expect(notMet.number).toBeGreaterThanOrEqual(boundary);
  });

  it("says plainly that a gate cannot be met, and ends with 0", async () => {
    const { code, stdout } = await seek(...RATE, ...RANGE, ...mean(10));
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^mean\(here\.system\.stock\) < 10 cannot be met between 0\.5 persons \/ d and 2 persons \/ d: it fails at all 5 values/,
    );
  });

  it("seeks whole places, and multiples", async () => {
    const places = ["--vary", "systems.here.facilities.east.ratedCapacity", "--between", "50,200"];
    const crowded = ["--until", "mean(here.system.occupancy) < 1", "--max-replications", "256", "--json"];
    const found = JSON.parse((await seek(...places, ...crowded)).stdout);
    expect(Number.isInteger(found.value.number)).toBe(true);
    expect([found.value.number > 100, found.notMet.number < 100]).toEqual([true, true]);
    const scale = await seek(
      ...RATE,
      "--between",
      "{ scale: 0.5,2 }",
      ...mean(100),
      "--within",
      "0.2",
      "--json",
    );
    expect(JSON.parse(scale.stdout).value.text).toMatch(/^\{ scale: 0\.\d+ \}$/);
  });

  it("seeks a difference from the scenario as written", async () => {
    const gate = [
      "--until",
      "difference(here.system.stock) < -20",
      "--within",
      "0.05",
      "--max-replications",
      "512",
    ];
    const { value, notMet } = JSON.parse((await seek(...RATE, ...RANGE, ...gate, "--json")).stdout);
    expect([value.number <= 0.8, notMet.number >= 0.8]).toEqual([true, true]);
  });

  it.each([
    [[...RANGE, ...mean(1)], "error: seek needs --vary: a path such as"],
    [[...RATE, ...mean(1)], "error: seek needs --between: a range such as 10,100"],
    [[...RATE, ...RANGE], "error: seek needs --until: a gate such as"],
    [
      [...RATE, "--between", "1 person / d", ...mean(1)],
      'error: --between must be two numbers, got "1 person / d"',
    ],
    [
      [...RATE, "--between", "1,1", ...mean(1)],
      'error: --between: "systems.here.streams.all.admissions" is given',
    ],
    [[...RATE, "--between", "1,2", ...mean(1)], "--set:1:"],
    [[...RATE, ...RANGE, "--until", "mean(here.system.stok) < 1"], 'has no measure "here.system.stok"'],
    [[...RATE, ...RANGE, ...mean(1), "--within", "0"], 'error: --within must be a number above 0, got "0"'],
    [
      [...RATE, ...RANGE, ...mean(1), "--confidence", "1"],
      "error: --confidence must be a number between 0 and 1",
    ],
    [
      [...RATE, ...RANGE, ...mean(1), "--max-replications", "8"],
      "--max-replications must be a whole number from 64",
    ],
  ])("refuses %j", async (args, message) => {
    const { code, stderr } = await work.call(["seek", SCENARIO, ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
