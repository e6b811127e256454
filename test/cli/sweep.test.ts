import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageFolder } from "../sourceFiles.ts";
import { Workplace } from "./bedspace.ts";

const work = new Workplace();
const SCENARIO = join(packageFolder, "test", "cli", "fixtures", "emptying.yaml");
const RATE = "systems.here.streams.all.admissions";
const FAST = ["--replications", "60", "--on", "here.system.stock", "--quiet"];

describe("bedspace sweep", () => {
  it("gives means that grow as rate x stay, and writes tables, charts and report", async () => {
    const vary = ["--vary", `${RATE}=0.5..1.5 persons / d:3`];
    const { code, stdout } = await work.bedspace([
      "sweep",
      SCENARIO,
      ...vary,
      ...FAST,
      "--json",
      "--out",
      "one",
    ]);
    expect(code).toBe(0);
    const { measures, points } = JSON.parse(stdout);
    expect(points.map(({ values }: { values: string[] }) => values[0])).toEqual([
      "0.5 persons / d",
      "1 persons / d",
      "1.5 persons / d",
    ]);
    for (const [i, mean] of [50, 100, 150].entries()) {
      expect(Math.abs(measures[i].mean - mean)).toBeLessThan(4 * Math.sqrt(mean / 60));
    }
    expect(measures[0].difference).toMatchObject({ mean: 0, halfWidth: 0, identical: true });
    expect(work.filesIn("one")).toEqual([
      "charts/response-0-0.svg",
      "charts/response-0-0.vl.json",
      "report.html",
      "sweep.csv",
      "sweep.json",
    ]);
    expect(work.read("one", "sweep.json").toString()).toBe(stdout);
    expect(work.read("one", "report.html").toString()).toContain("<svg");
  });

  it("gives the same bytes for one and two workers, and differences from the scenario as written", async () => {
    const args = [
      "sweep",
      SCENARIO,
      "--vary",
      `${RATE}={ scale: 1,2 }`,
      ...FAST,
      "--against",
      "base",
      "--json",
    ];
    const one = await work.bedspace([...args, "--workers", "1", "--out", "one"]);
    const two = await work.bedspace([...args, "--workers", "2", "--out", "two"]);
    expect(one.code).toBe(0);
    expect(two.stdout).toBe(one.stdout);
    for (const file of work.filesIn("one")) expect(work.read("two", file)).toEqual(work.read("one", file));
    const [same, double] = JSON.parse(one.stdout).measures;
    expect(same.difference.identical).toBe(true);
    expect(Math.abs(double.difference.mean - 100)).toBeLessThan(10);
  });

  it.each([
    [[], "error: sweep needs --vary for one or two parameters, got 0\n"],
    [["--vary", "a"], 'error: --vary: a variation is written path=a,b,c or path=low..high:n, got "a"\n'],
    [
      ["--vary", `${RATE}=1 persons / d`, "--vary", `${RATE}=2 persons / d`],
      `error: --vary names "${RATE}" twice\n`,
    ],
    [["--vary", "horizon=1 y,2 y"], 'error: "horizon" cannot be varied'],
    [["--vary", `${RATE}=1,2`], "--set:1:"],
    [
      ["--vary", "systems.here.streams.al.admissions=1 persons / d,2 persons / d"],
      'did you mean "systems.here.streams.all',
    ],
    [["--vary", `${RATE}=1 person / d`, "--on", "here.system.stok"], "error: --on here.system.stok: measure"],
    [
      ["--vary", `${RATE}=1 person / d`, "--against", "last"],
      'error: --against must be first or base, got "last"\n',
    ],
  ])("refuses %j, and leaves no folder", async (args, message) => {
    const { code, stderr } = await work.call(["sweep", SCENARIO, ...args]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(work.filesIn(".")).toEqual([]);
  });
});
