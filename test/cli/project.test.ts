import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { Workplace } from "./bedspace.ts";

const work = new Workplace();
const WORKFLOW = [".github", "workflows", "bedspace.yml"];

describe("bedspace init", () => {
  it("bedspace init writes a valid scenario and a workflow that runs it", async () => {
    const { code, stdout } = await work.call(["init"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "my-plan.yaml\n.github/workflows/bedspace.yml\n" });
    const checked = await work.call(["validate", "my-plan.yaml"]);
    expect(checked).toMatchObject({ code: 0, stdout: "my-plan.yaml: valid\n" });
    const { jobs } = parse(work.read(...WORKFLOW).toString());
    const commands = jobs.bedspace.steps.flatMap(({ run }: { run?: string }) => run ?? []);
    expect(commands.filter((command: string) => command.includes("bedspace compare"))).toHaveLength(1);
  });

  it("bedspace init writes over nothing, unless it is told to", async () => {
    writeFileSync(work.path("my-plan.yaml"), "mine");
    const { code, stdout, stderr } = await work.call(["init"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("my-plan.yaml is there already\nerror: nothing was written\n");
    expect(existsSync(work.path(...WORKFLOW))).toBe(false);
    expect(readFileSync(work.path("my-plan.yaml"), "utf8")).toBe("mine");
    expect(await work.call(["init", "--force"])).toMatchObject({ code: 0 });
    expect(readFileSync(work.path("my-plan.yaml"), "utf8")).toContain("extends: baseline");
  });

  it("bedspace init refuses a folder that is a file", async () => {
    writeFileSync(work.path("file"), "");
    const { code, stderr } = await work.call(["init", "file"]);
    expect(code).toBe(2);
    expect(stderr).toContain("error: cannot write file: it is a file, not a folder\n");
  });
});

describe("bedspace doctor", () => {
  it("bedspace doctor --json finds nothing wrong where the tests run", async () => {
    const { code, stdout } = await work.call(["doctor", "--json"]);
    expect(code).toBe(0);
    const { healthy, checks } = JSON.parse(stdout);
    expect(healthy).toBe(true);
    expect(checks.map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining([
        "Node",
        "cores",
        "memory",
        "threads",
        "tables",
        "library",
        "write access",
        "SQL",
      ]),
    );
  });
});

describe("bedspace validate --sources", () => {
  it("bedspace validate --sources lists figures with unit, mark, date and the title of the source", async () => {
    const { code, stdout } = await work.call(["validate", "baseline", "--sources", "--json"]);
    expect(code).toBe(0);
    const { figures } = JSON.parse(stdout).scenarios[0];
    const balancing = figures.find(({ path }: { path: string }) => path === "systems.us.balancing.every");
    expect(balancing).toMatchObject({ value: "91", unit: "d", mark: "assumption", sources: [] });
    const cited = figures.filter(({ sources }: { sources: unknown[] }) => sources.length > 0);
    expect(cited.length).toBeGreaterThan(20);
    for (const { sources } of cited) for (const { title } of sources) expect(title).not.toBe("");
  });
});

describe("bedspace completion", () => {
  it("bedspace completes the names of commands", async () => {
    expect((await work.bedspace(["completion"])).stdout).toContain("bedspace");
    const { stdout } = await work.bedspace(["--get-yargs-completions", "bedspace", "ver"]);
    expect(stdout.split("\n")).toContain("verify");
  });
});
