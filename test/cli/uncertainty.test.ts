import { writeFileSync } from "node:fs";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { beforeEach, describe, expect, it } from "vitest";
import { RESULT_SCHEMA } from "../../reports/resultSchema.ts";
import { UNCERTAIN_STOCK } from "../experiments/uncertainStock.ts";
import { SMALL, Workplace } from "./bedspace.ts";

const work = new Workplace();
const RUN = ["run", "stock.yaml", "--replications", "4", "--draws", "6", "--json"];
const STUDY = ["sensitivity", "stock.yaml", "--replications", "3", "--trajectories", "2"];
const RATE = "systems.here.streams.all.admissions";

beforeEach(() => writeFileSync(work.path("stock.yaml"), UNCERTAIN_STOCK));

interface Row {
  readonly scenario: string;
  readonly base?: string;
  readonly measure: string;
  readonly split: {
    readonly share: { readonly value: number } | null;
    readonly parameters: { readonly value: number };
  };
}

describe("bedspace run --draws", () => {
  it("bedspace run --draws gives a split of the variance that fits the schema, in every file, on any number of workers", async () => {
    const one = await work.bedspace([...RUN, "--workers", "1", "--out", "one"]);
    const two = await work.bedspace([...RUN, "--workers", "2", "--out", "two"]);
    expect(one.code, one.stderr).toBe(0);
    expect(two.stdout).toBe(one.stdout);
    const document = JSON.parse(one.stdout);
    const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
    addFormats.default(ajv);
    expect(ajv.validate(RESULT_SCHEMA, document), ajv.errorsText()).toBe(true);
    const { design, draws, parameters, rows, modelError } = document.uncertainty;
    expect({ design, draws, modelError }).toEqual({ design: "lhs", draws: 6, modelError: null });
    expect(parameters.map(({ path }: { path: string }) => path)).toHaveLength(3);
    const stock = rows.find(({ measure }: Row) => measure === "here.system.stock");
    expect(stock.split.share.value).toBeGreaterThan(0.5);
    for (const name of [
      "uncertainty.csv",
      "uncertainty.parquet",
      "uncertainty.json",
      "charts/variance-share.svg",
    ]) {
      expect(work.filesIn("one")).toContain(name);
    }
    expect(work.read("two", "uncertainty.csv")).toEqual(work.read("one", "uncertainty.csv"));
    const page = work.read("one", "report.html").toString();
    expect(page).toContain("Chance and ignorance");
    expect(page).toContain("--draws 6 --design lhs");
  });

  it("bedspace report keeps what the draws said", async () => {
    const run = await work.bedspace([...RUN, "--out", "run"]);
    const again = await work.bedspace(["report", "run", "--json", "--out", "again"]);
    expect(again.code, again.stderr).toBe(0);
    expect(JSON.parse(again.stdout).uncertainty).toEqual(JSON.parse(run.stdout).uncertainty);
    writeFileSync(work.path("run", "uncertainty.json"), '{"schemaVersion":"0.1"}');
    const old = await work.bedspace(["report", "run", "--out", "old"]);
    expect(old).toMatchObject({ code: 2 });
    expect(old.stderr).toContain("run/uncertainty.json is of another version: expected");
    writeFileSync(work.path("run", "uncertainty.json"), "{");
    const damaged = await work.bedspace(["report", "run", "--out", "damaged"]);
    expect(damaged).toMatchObject({ code: 2 });
    expect(damaged.stderr).toContain("run/uncertainty.json is damaged");
  });

  it("bedspace compare --draws splits the paired difference: exactly nothing where nothing changes", async () => {
    writeFileSync(work.path("same.yaml"), "id: same\ntitle: The same\nextends: stock\n");
    const args = [
      "compare",
      "stock.yaml",
      "same.yaml",
      ...RUN.slice(2),
      "--out",
      "pair",
      "--design",
      "sobol",
    ];
    const { code, stdout, stderr } = await work.bedspace(args);
    expect(code, stderr).toBe(0);
    const differences = JSON.parse(stdout).uncertainty.rows.filter(({ base }: Row) => base !== undefined);
    expect(differences.length).toBeGreaterThan(3);
    for (const { scenario, base, split, mean } of differences) {
      expect({ scenario, base, mean }).toEqual({ scenario: "same", base: "stock", mean: 0 });
      expect(split).toMatchObject({ parameters: { value: 0 }, chance: { value: 0 }, share: null });
    }
  });

  it("bedspace run without --draws takes the written values, and says so", async () => {
    const { code, stderr } = await work.bedspace([
      "run",
      "stock.yaml",
      "--replications",
      "2",
      "--out",
      "plain",
    ]);
    expect(code).toBe(0);
    expect(stderr).toContain(
      "stock: 3 uncertain parameters have their written values in this run; --draws draws from the distributions",
    );
  });

  it.each([
    [["run", SMALL, "--draws", "5"], "--draws needs a scenario with uncertain parameters"],
    [["run", "stock.yaml", "--draws", "2"], '--draws must be a whole number from 3 to 100000, got "2"'],
    [
      ["run", "stock.yaml", "--draws", "5", "--replications", "2"],
      "--draws needs --replications of 3 or more, got 2",
    ],
    [["run", "stock.yaml", "--draws", "5", "--design", "grid"], '--design must be lhs or sobol, got "grid"'],
    [["sensitivity", SMALL], 'scenario "small" has no uncertain parameters'],
    [
      ["sensitivity", "stock.yaml", "--replications", "1"],
      '--replications must be a whole number from 2 to 100000, got "1"',
    ],
    [["sensitivity", "stock.yaml", "--rows", "8"], "--rows does not go without --sobol"],
    [
      ["sensitivity", "stock.yaml", "--sobol", "--trajectories", "8"],
      "--trajectories does not go with --sobol",
    ],
    [
      ["sensitivity", "stock.yaml", "--trajectories", "1"],
      '--trajectories must be a whole number from 2 to 100000, got "1"',
    ],
    [
      ["sensitivity", "stock.yaml", "--on", "here.system.stok"],
      '--on here.system.stok: measure "here.system.stok" is not known',
    ],
    [["sensitivity", "stock.yaml", "--set", "horizon=never"], "1 problem"],
  ])("bedspace %j says what is wrong, and leaves nothing behind", async (args, message) => {
    const { code, stdout, stderr } = await work.call(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`error: ${message}`);
    expect(work.filesIn(".")).toEqual(["stock.yaml"]);
  });
});

describe("bedspace sensitivity", () => {
  it("bedspace sensitivity prints a table for each measure, and writes the same as JSON, CSV, charts and a page", async () => {
    const { code, stdout, stderr } = await work.bedspace([
      ...STUDY,
      ...["--on", "here.system.stock", "--on", "here.system.occupancy@2026-10-28", "--out", "study"],
    ]);
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/Which parameters move here\.system\.stock \(2026-10-28\)\?\nParameter .*μ\*/);
    expect(stdout).toContain("here.system.occupancy");
    expect(work.filesIn("study")).toEqual([
      "charts/tornado-0.svg",
      "charts/tornado-0.vl.json",
      "charts/tornado-1.svg",
      "charts/tornado-1.vl.json",
      "report.html",
      "sensitivity.csv",
      "sensitivity.json",
    ]);
    const { measures, method, points } = JSON.parse(work.read("study", "sensitivity.json").toString());
    expect({ method, points }).toEqual({ method: "morris", points: 1 + 6 + 2 * 4 });
    expect(measures[0].parameters[0].parameter).toBe(RATE);
    // Capacity moves nobody, but is what occupancy is measured against.
    const capacity = measures.map(
      ({ parameters }: { parameters: { parameter: string; morris: { muStar: { mean: number } } }[] }) =>
        parameters.find(({ parameter }) => parameter.endsWith("ratedCapacity"))!.morris.muStar.mean,
    );
    expect(capacity[0]).toBe(0);
    expect(capacity[1]).toBeGreaterThan(0);
    const lines = work.read("study", "sensitivity.csv").toString().trim().split("\r\n");
    expect(lines).toHaveLength(1 + 2 * 3);
    expect(work.read("study", "report.html").toString()).toContain("--trajectories 2 --on here.system.stock");
  });

  it("bedspace sensitivity gives the same numbers on any number of workers, and takes --set", async () => {
    const args = [...STUDY, "--json", "--on", "here.system.stock"];
    const [one, two, set] = [
      await work.bedspace([...args, "--workers", "1", "--out", "one"]),
      await work.bedspace([...args, "--workers", "2", "--out", "two"]),
      await work.bedspace([...args, "--set", `${RATE}={ scale: 2 }`, "--out", "set"]),
    ];
    expect(one.code, one.stderr).toBe(0);
    expect(two.stdout).toBe(one.stdout);
    const written = (text: string) => JSON.parse(text).measures[0].written.mean;
    expect(written(set.stdout)).toBeGreaterThan(1.5 * written(one.stdout));
  });

  it("bedspace sensitivity --sobol gives first and total indices", async () => {
    const args = ["sensitivity", "stock.yaml", "--replications", "2", "--sobol", "--rows", "8", "--json"];
    const { code, stdout, stderr } = await work.bedspace([...args, "--out", "sobol"]);
    expect(code, stderr).toBe(0);
    const { measures, method, size } = JSON.parse(stdout);
    expect({ method, size }).toEqual({ method: "sobol", size: 8 });
    const stock = measures.find(({ measure }: Row) => measure === "here.system.stock");
    expect(Object.keys(stock.parameters[0].sobol)).toEqual(["first", "total"]);
  });
});
