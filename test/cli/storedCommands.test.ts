import { createHash } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parquetMetadata, parquetReadObjects } from "hyparquet";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DUCKDB_INSTALL, DUCKDB_PACKAGE, findDuckDb, loadDuckDb } from "../../cli/duckDb.ts";
import type { Manifest } from "../../cli/manifest.ts";
import { packageFolder } from "../sourceFiles.ts";
import { SMALL, startBedspace, Workplace } from "./bedspace.ts";

const work = new Workplace();
const LARGER = `id: larger
title: A larger west
question: Does it help?
mark: assumption
source: Invented
extends: ./small.yaml
systems: { here: { facilities: { west: { ratedCapacity: 200 } } } }
`;

const template = mkdtempSync(join(tmpdir(), "bedspace-template-"));

beforeAll(async () => {
  copyFileSync(SMALL, join(template, "small.yaml"));
  writeFileSync(join(template, "larger.yaml"), LARGER);
  const args = ["compare", "small.yaml", "larger.yaml", "--replications", "5", "--out", "run"];
  expect(await startBedspace(args, template)).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(template, { recursive: true }));
beforeEach(() => cpSync(template, work.folder, { recursive: true }));

const json = (...names: string[]) => JSON.parse(work.read(...names).toString());
const firstChunk = () => (json("run", "manifest.json") as Manifest).scenarios[0]!.chunks[0]!.file;

describe("bedspace report", () => {
  it("bedspace report writes the same bytes again, also when the scenario files are gone", async () => {
    cpSync(work.path("run"), work.path("copy"), { recursive: true });
    for (const name of ["report.html", "report.md", "summary.json", "results.csv", "differences.parquet"]) {
      rmSync(work.path("copy", name));
    }
    rmSync(work.path("small.yaml"));
    rmSync(work.path("larger.yaml"));
    const { code, stdout, stderr } = await work.bedspace(["report", "copy", "--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: `report: ${join("copy", "report.html")}\n` });
    expect(stdout).toBe(work.read("run", "summary.json").toString());
    expect(work.filesIn("copy")).toEqual(work.filesIn("run"));
    const changed = work
      .filesIn("run")
      .filter((name) => !work.read("run", name).equals(work.read("copy", name)));
    expect(changed).toEqual([]);
  });

  it("bedspace report of two seeds has the replications of both, and keeps the pairs", async () => {
    const args = [
      "compare",
      "small.yaml",
      "larger.yaml",
      "--replications",
      "3",
      "--seed",
      "2",
      "--out",
      "two",
    ];
    await work.bedspace(args);
    expect(await work.bedspace(["report", "run", "two", "--out", "both"])).toMatchObject({ code: 0 });
    const { replications, seed, differences } = json("both", "summary.json");
    expect({ replications, seed }).toEqual({ replications: 8, seed: "1, 2" });
    const stock = differences.find((row: { measure: string }) => row.measure === "here.system.stock");
    expect(stock).toMatchObject({ n: 8, mean: 0, identical: true });
  });

  it("bedspace report refuses a run with a missing chunk and names it; --partial marks every page", async () => {
    const chunk = firstChunk();
    rmSync(work.path("run", chunk));
    const refused = await work.bedspace(["report", "run"]);
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: "" });
    expect(refused.stderr).toContain(`${chunk} is missing: replication 0 of "small"\n`);
    expect(refused.stderr).toContain("error: run is not whole\n");
    const { code, stderr } = await work.bedspace(["report", "run", "--partial", "--out", "part"]);
    expect(code).toBe(0);
    expect(stderr).toContain(`run: ${chunk} is missing`);
    expect(json("part", "summary.json")).toMatchObject({
      replications: 4,
      partial: [`${chunk} is missing: replication 0 of "small"`, '"small" has 4 of 5 replications'],
    });
    for (const page of ["report.html", "report.md"]) {
      expect(work.read("part", page).toString()).toContain("Partial results. Only what is there was used");
    }
    expect(work.read("run", "report.md").toString()).not.toContain("Partial results");
  });

  it("bedspace report judges a gate that was not asked for before", async () => {
    const gate = "mean(here.system.stock) < 1";
    const { code, stderr } = await work.bedspace(["report", "run", "--gate", gate]);
    expect(code).toBe(3);
    expect(stderr).toContain("✗");
  });
});

describe("bedspace export", () => {
  it.each(["csv", "parquet", "json"])(
    "bedspace export --format %s holds every row of the run",
    async (format) => {
      const { code, stdout } = await work.bedspace(["export", "run", "--format", format, "--out", "tables"]);
      expect(code).toBe(0);
      const lines = work.read("run", "results.csv").toString().trimEnd().split("\r\n").length - 1;
      expect(stdout).toMatch(new RegExp(`results\\.${format} +${lines}$`, "m"));
      const { tables, measures } = json("tables", "data-dictionary.json");
      expect(tables.map(({ file, rows }: { file: string; rows: number }) => [file, rows])).toContainEqual([
        `results.${format}`,
        lines,
      ]);
      expect(measures).toContainEqual(
        expect.objectContaining({ name: "here.system.stock", unit: "persons" }),
      );
      const names = tables[0].columns.map(({ name }: { name: string }) => name);
      expect(await columnsOf("results", format)).toEqual(names);
    },
  );

  it("bedspace export --raw gives one row for each replication and point", async () => {
    const args = ["export", "run", "--raw", "--format", "parquet", "--out", "tables"];
    const on = ["--on", "here.system.stock", "--on", "here.system.bedDaysAbove130"];
    expect(await work.bedspace([...args, ...on])).toMatchObject({ code: 0 });
    const bytes = Uint8Array.from(work.read("tables", "replications.parquet"));
    const rows = await parquetReadObjects({ file: bytes.buffer });
    expect(rows).toHaveLength(2 * 2 * 5);
    const stock = rows.filter(
      ({ scenario, measure }) => scenario === "small" && measure === "here.system.stock",
    );
    expect(stock.map(({ replication }) => replication)).toEqual([0, 1, 2, 3, 4]);
    const mean = stock.reduce((sum, { value }) => sum + (value as number), 0) / 5;
    const row = json("run", "summary.json").measures.find(
      (each: { measure: string; at?: string }) =>
        each.measure === "here.system.stock" && each.at === "2027-01-01",
    );
    expect(mean).toBeCloseTo(row.mean, 9);
    const metadata = parquetMetadata(bytes.buffer).key_value_metadata;
    expect(metadata).toContainEqual({ key: "bedspace.tables", value: "1.0" });
  });

  it.each([
    [["--format", "xlsx"], '--format must be csv, parquet or json, got "xlsx"'],
    [["--raw"], "--raw needs --on with a measure"],
    [["--on", "here.system.stock"], "--on chooses values of replications: add --raw"],
    [
      ["--raw", "--on", "here.system.stok"],
      '--on measure "here.system.stok" is not known in scenario "small"; nearest',
    ],
    [
      ["--raw", "--on", "here.system.stock@2026-01-02"],
      '--on "2026-01-02" is not a sampling date of "small"',
    ],
  ])("bedspace export run %j exits 2 and says why", async (args, message) => {
    const { code, stdout, stderr } = await work.call(["export", "run", ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`error: ${message}`);
  });
});

describe("bedspace query", () => {
  it("bedspace query without DuckDB says how to install it", async () => {
    const places = [work.path("index.js")];
    expect(findDuckDb(places)).toBeNull();
    await expect(loadDuckDb(places)).rejects.toMatchObject({
      exitCode: 2,
      message: "SQL needs the optional package @duckdb/node-api, which is not installed",
      hint: expect.stringContaining(`${DUCKDB_INSTALL} (about 70 MB)`),
    });
  });

  it("bedspace query answers SQL", async () => {
    const sql = "SELECT scenario, count(*) AS n, avg(value) AS mean FROM replications GROUP BY 1 ORDER BY 1";
    const on = ["--on", "here.system.stock"];
    const { stdout } = await work.bedspace(["query", "run", sql, "--json", ...on]);
    const { columns, rows } = JSON.parse(stdout);
    const { measures } = json("run", "summary.json");
    const { mean } = measures.find(
      (row: { measure: string; at?: string }) =>
        row.measure === "here.system.stock" && row.at === "2027-01-01",
    );
    expect(columns).toEqual(["scenario", "n", "mean"]);
    expect(rows).toEqual([
      ["larger", 5, mean],
      ["small", 5, mean],
    ]);
    const wrong = await work.bedspace(["query", "run", "SELEC 1"]);
    expect(wrong).toMatchObject({ code: 2, stdout: "" });
    expect(wrong.stderr).toContain("Parser Error");
  });

  it("the version of DuckDB that the program says to install is the one that is tested", () => {
    const { devDependencies } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
    expect(DUCKDB_INSTALL).toBe(`npm install ${DUCKDB_PACKAGE}@${devDependencies[DUCKDB_PACKAGE]}`);
    expect(readFileSync(join(packageFolder, "docs", "outputs.md"), "utf8")).toContain(DUCKDB_INSTALL);
  });
});

describe("bedspace verify", () => {
  it("bedspace verify finds every replication identical", async () => {
    expect(await work.bedspace(["verify", "run", "--sample", "1000"])).toEqual({
      code: 0,
      stdout: "run: 10 replications run again, all identical to the bit\n",
      stderr: "",
    });
  });

  it("bedspace verify names the first number that differs", async () => {
    const name = firstChunk().replace("replications/", "");
    const bytes = work.read("run", "replications", name);
    bytes.writeDoubleLE(0.25, bytes.indexOf(0x0a) + 1);
    const forged = `${createHash("sha256").update(bytes).digest("hex").slice(0, 32)}.chunk`;
    writeFileSync(work.path("run", "replications", name), bytes);
    renameSync(work.path("run", "replications", name), work.path("run", "replications", forged));
    const manifest = work.read("run", "manifest.json").toString().replace(name, forged);
    writeFileSync(work.path("run", "manifest.json"), manifest);
    const { code, stderr } = await work.bedspace(["verify", "run", "--json"]);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^replication 0 of "small": bandDays\[0\] is stored as 0\.25 and comes out as \d/m,
    );
    expect(stderr).toContain("error: run does not come out as it is stored\n");
  });

  it("bedspace verify tells a table that has changed since", async () => {
    mkdirSync(work.path("tables"));
    writeFileSync(work.path("tables", "t.json"), "{}");
    const manifest = json("run", "manifest.json");
    manifest.data = [{ file: "tables/t.json", sha256: "0".repeat(64) }];
    writeFileSync(work.path("run", "manifest.json"), JSON.stringify(manifest));
    const { code, stderr } = await work.bedspace(["verify", "run"]);
    expect(code).toBe(1);
    expect(stderr).toContain("tables/t.json: the table has changed since the run\n");
  });
});

describe("bedspace run --resume", () => {
  it("bedspace run --resume ends with the files of a run that was never interrupted", async () => {
    const args = ["run", "small.yaml", "--replications", "1000"];
    const stopped = await work.bedspace([...args, "--out", "part"], {
      watch: (send) => whenStored("part", () => send("SIGINT")),
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stderr).toContain("the same command with --resume part goes on\n");
    expect(await work.bedspace([...args, "--seed", "2", "--resume", "part"])).toMatchObject({ code: 2 });
    expect(await work.bedspace([...args, "--resume", "part"])).toMatchObject({ code: 0 });
    await work.bedspace([...args, "--out", "whole"]);
    expect(work.filesIn("part")).toEqual(work.filesIn("whole"));
    const changed = work
      .filesIn("whole")
      .filter((name) => !work.read("part", name).equals(work.read("whole", name)));
    expect(changed).toEqual(["manifest.json"]);
    expect({ ...json("part", "manifest.json"), timing: null }).toEqual({
      ...json("whole", "manifest.json"),
      timing: null,
    });
  });

  it("bedspace run --resume refuses --out", async () => {
    const { code, stderr } = await work.call(["run", "small.yaml", "--resume", "run", "--out", "x"]);
    expect(code).toBe(2);
    expect(stderr).toContain("error: --resume goes on in the folder of the run: leave out --out\n");
  });
});

async function columnsOf(table: string, format: string): Promise<string[]> {
  const bytes = work.read("tables", `${table}.${format}`);
  if (format === "csv") return bytes.toString().split("\r\n")[0]!.split(",");
  if (format === "json") return Object.keys(JSON.parse(bytes.toString()).rows[0]);
  const [first] = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer });
  return Object.keys(first!);
}

/** Calls back when a run has stored its first chunk. */
function whenStored(run: string, then: () => void): void {
  const timer = setInterval(() => {
    try {
      if (!readdirSync(work.path(run, "replications")).some((name) => name.endsWith(".chunk"))) return;
    } catch {
      return; // no folder yet
    }
    clearInterval(timer);
    then();
  }, 20);
}
