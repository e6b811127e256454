import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parquetReadObjects } from "hyparquet";
import { describe, expect, it } from "vitest";
import { checkChunk } from "../../cli/chunk.ts";
import type { Manifest } from "../../cli/manifest.ts";
import { SMALL, Workplace } from "./bedspace.ts";

const work = new Workplace();
const manifestOf = (run: string): Manifest => JSON.parse(work.read(run, "manifest.json").toString());

/** Replications in the chunks of a run, as "scenario hash/index", sorted. */
function storedIn(run: string): string[] {
  return readdirSync(work.path(run, "replications"))
    .map((name) => checkChunk(name, work.read(run, "replications", name)))
    .flatMap(({ scenario, replications }) => replications.map((index) => `${scenario}/${index}`))
    .sort();
}

describe("bedspace run", () => {
  it("bedspace run of an invalid scenario leaves no folder", async () => {
    writeFileSync(work.path("a.yaml"), "id: a\n");
    const { code, stdout, stderr } = await work.call(["run", "a.yaml", "--out", "result"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^a\.yaml:\d+:\d+/m);
    expect(readdirSync(work.folder)).toEqual(["a.yaml"]);
  });

  it("bedspace run refuses a place that holds a run, or that cannot be written, before it simulates", async () => {
    mkdirSync(work.path("old"));
    writeFileSync(work.path("old", "manifest.json"), "{}");
    expect(await work.call(["run", SMALL, "--out", "old"])).toEqual({
      code: 2,
      stdout: "",
      stderr: "error: old already holds a run\nhint: choose a new folder with --out\n",
    });
    const below = await work.call(["run", SMALL, "--out", "old/manifest.json/x"]);
    expect(below).toMatchObject({ code: 2, stdout: "" });
    expect(below.stderr).toContain(
      "cannot write old/manifest.json/x: part of the path is a file, not a folder",
    );
    expect(work.filesIn("old")).toEqual(["manifest.json"]);
  });

  it("bedspace run gives the same bytes for any number of workers, time zone and locale", async () => {
    const args = ["run", SMALL, "--seed", "7", "--replications", "6", "--json", "--workers"];
    const one = await work.bedspace([...args, "1", "--out", "one"]);
    const env = { TZ: "Asia/Tokyo", LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8" };
    const three = await work.bedspace([...args, "3", "--out", "three"], { env });
    expect(one.code).toBe(0);
    expect(three.stdout).toBe(one.stdout);
    expect(work.filesIn("three")).toEqual(work.filesIn("one"));
    const different = work
      .filesIn("one")
      .filter((name) => !work.read("one", name).equals(work.read("three", name)));
    expect(different).toEqual(["manifest.json"]);
    expect({ ...manifestOf("three"), timing: null }).toEqual({ ...manifestOf("one"), timing: null });
  });

  it("bedspace run --json prints one object to stdout and everything else to stderr", async () => {
    const { code, stdout, stderr } = await work.bedspace([
      "run",
      SMALL,
      "--replications",
      "3",
      "--json",
      "--out",
      "run",
    ]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ seed: "1", replications: 3, scenario: { id: "small" } });
    expect(stderr).toBe(`report: ${join("run", "report.html")}\n`);
    expect(work.read("run", "summary.json").toString()).toBe(stdout);
  });

  it("bedspace run --quiet prints the table alone, and makes a folder below runs", async () => {
    const { code, stdout, stderr } = await work.bedspace(["run", SMALL, "--replications", "2", "--quiet"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^here\.system\.stock +\S/m);
    expect(stdout).not.toContain("\u001b");
    expect(readdirSync(work.path("runs"))).toEqual([expect.stringMatching(/^small-\d{8}-\d{6}$/)]);
  });

  it("bedspace run stores a manifest, every replication, the same rows as CSV and Parquet, and some as JSON", async () => {
    await work.bedspace(["run", SMALL, "--replications", "5", "--out", "run", "--set", "horizon=6 months"]);
    const { status, command, scenarios } = manifestOf("run");
    expect({ status, scenarios }).toMatchObject({
      status: "complete",
      scenarios: [{ id: "small", replications: { asked: 5, finished: 5 } }],
    });
    expect(command).toContain("small.yaml --replications 5 --seed 1 --set 'horizon=6 months'");
    expect(storedIn("run")).toEqual([0, 1, 2, 3, 4].map((index) => `${scenarios[0]?.sha256}/${index}`));
    const { measures } = JSON.parse(work.read("run", "summary.json").toString());
    const bytes = Uint8Array.from(work.read("run", "results.parquet"));
    const rows = await parquetReadObjects({ file: bytes.buffer });
    const key = ({ measure, mean, halfWidth }: Record<string, unknown>) =>
      [measure, mean, halfWidth].join(" ");
    const table = new Set(rows.map(key));
    expect(measures.length).toBeGreaterThan(20);
    for (const row of measures) expect(table).toContain(key(row));
    const dated = measures.filter(
      (row: { measure: string; at?: string }) => row.measure.includes(".facility.") && row.at,
    );
    expect(new Set(dated.map((row: { at: string }) => row.at)).size).toBe(1);
    expect(work.read("run", "results.csv").toString().trimEnd().split("\r\n")).toHaveLength(rows.length + 1);
  });

  it("bedspace run stops on Ctrl-C, exits 130, and keeps what is finished", async () => {
    const args = ["run", SMALL, "--replications", "200000", "--out", "stopped"];
    const { code, stdout, stderr } = await work.bedspace(args, {
      watch: (send) => whenStored("stopped", () => send("SIGINT")),
    });
    expect({ code, stdout }).toEqual({ code: 130, stdout: "" });
    const { status, scenarios } = manifestOf("stopped");
    const finished = scenarios[0]?.replications.finished ?? 0;
    expect(status).toBe("interrupted");
    expect(finished).toBeGreaterThan(0);
    expect(storedIn("stopped")).toHaveLength(finished);
    expect(stderr).toContain(`${finished} of 200000 replications are kept in stopped\n`);
  });
});

describe("bedspace compare", () => {
  it("bedspace compare gives paired differences from the first scenario", async () => {
    copyFileSync(SMALL, work.path("small.yaml"));
    writeFileSync(
      work.path("larger.yaml"),
      `id: larger\ntitle: A larger west\nquestion: Does it help?\nmark: assumption\nsource: Invented\nextends: ./small.yaml
systems: { here: { facilities: { west: { ratedCapacity: 200 } } } }\n`,
    );
    const args = ["compare", "small.yaml", "larger.yaml", "--replications", "4", "--json", "--out", "run"];
    const { code, stdout, stderr } = await work.bedspace(args);
    expect(stderr).toBe(`report: ${join("run", "report.html")}\n`);
    expect(code).toBe(0);
    const { scenario, comparedWith, differences } = JSON.parse(stdout);
    expect([scenario.id, comparedWith[0].id]).toEqual(["small", "larger"]);
    const stock = differences.find((row: { measure: string }) => row.measure === "here.system.stock");
    expect(stock).toMatchObject({ base: "small", scenario: "larger", mean: 0, identical: true });
    expect(readFileSync(work.path("run", "report.html"), "utf8")).toContain("<!doctype html>");
    expect(work.filesIn("run")).toContain("differences.csv");
  });

  it("bedspace compare refuses scenarios that run over different days", async () => {
    copyFileSync(SMALL, work.path("small.yaml"));
    const header = `title: Longer\nquestion: How long?\nmark: assumption\nsource: Invented\nextends: ./small.yaml\n`;
    writeFileSync(work.path("longer.yaml"), `id: longer\n${header}horizon: 2 y\n`);
    const { code, stdout, stderr } = await work.call(["compare", "small.yaml", "longer.yaml"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain('error: "small" and "longer" run over different days\n');
    expect(readdirSync(work.folder)).toEqual(["longer.yaml", "small.yaml"]);
  });
});

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
