import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageFolder } from "../sourceFiles.ts";
import { SMALL, Workplace } from "./bedspace.ts";

const work = new Workplace();
const COMMANDS = ["run", "compare", "validate", "scenarios", "measures", "explain"];

describe("bedspace", () => {
  it.each([
    [
      [],
      "a command is missing",
      "bedspace --help shows the commands, bedspace <command> --help their arguments",
    ],
    [["rn", "baseline"], 'unknown command "rn"', 'did you mean "run"?'],
    [
      ["run", "baseline", "--replicaitons", "4"],
      "unknown flag --replicaitons",
      'did you mean "--replications"?',
    ],
    [["scenarios", "--jsn"], "unknown flag --jsn", 'did you mean "--json"?'],
  ])("bedspace %j exits 2 with a message and a hint", async (args, message, hint) => {
    expect(await work.bedspace(args)).toEqual({
      code: 2,
      stdout: "",
      stderr: `error: ${message}\nhint: ${hint}\n`,
    });
  });

  it.each([
    [["--replications", "many"], '--replications must be a whole number from 1 to 1000000, got "many"'],
    [["--replications", "0"], '--replications must be a whole number from 1 to 1000000, got "0"'],
    [["--workers", "1.5"], '--workers must be a whole number from 1 to 1024, got "1.5"'],
    [["--seed", "1", "--seed", "2"], '--seed must be given once, with a value; got "1", "2"'],
    [["--set", "horizon"], '--set must be path=value, got "horizon"'],
    [["--set"], "--set needs a value"],
    [["baseline"], 'scenario "baseline" is given twice'],
  ])("bedspace run baseline %j exits 2, says why, and leaves nothing behind", async (args, message) => {
    const { code, stdout, stderr } = await work.bedspace(["run", "baseline", ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`error: ${message}\n`);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(readdirSync(work.folder)).toEqual([]);
  });

  it.each(COMMANDS)("bedspace %s --help shows two examples", async (command) => {
    const { code, stdout, stderr } = await work.bedspace([command, "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout.match(new RegExp(`^  bedspace ${command}\\b.*\\S`, "gm"))).toHaveLength(2);
  });

  it("bedspace --version prints the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
    expect(await work.bedspace(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("bedspace --debug shows where an error comes from", async () => {
    const { code, stderr } = await work.bedspace(["run", "baseline", "--replications", "0", "--debug"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^ +at .*flags\.js/m);
  });
});

describe("bedspace scenarios", () => {
  it("bedspace scenarios --json lists the library with its bases", async () => {
    const { code, stdout, stderr } = await work.bedspace(["scenarios", "--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { scenarios } = JSON.parse(stdout);
    expect(scenarios).toContainEqual(expect.objectContaining({ id: "baseline", base: null }));
    expect(scenarios).toContainEqual(expect.objectContaining({ id: "no-transfers", base: "baseline" }));
  });
});

describe("bedspace measures", () => {
  it("bedspace measures lists names, units and definitions in columns without colours", async () => {
    const { code, stdout, stderr } = await work.bedspace(["measures", SMALL], { env: { FORCE_COLOR: "1" } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^measure +unit +definition$/m);
    expect(stdout).toMatch(/^here\.system\.stock +persons +\S/m);
    expect(stdout).not.toContain("\u001b");
  });
});

describe("bedspace validate", () => {
  it("bedspace validate prints every problem of every file and their number, and exits 2", async () => {
    writeFileSync(work.path("a.yaml"), "id: a\ntitle: A\nquestion: Why?\nextends: baseline\nhorizn: 10 y\n");
    writeFileSync(work.path("b.yaml"), "id: [\n");
    const { code, stdout, stderr } = await work.bedspace([
      "validate",
      "baseline",
      "a.yaml",
      "b.yaml",
      "none.yaml",
    ]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "baseline: valid\n" });
    expect(stderr).toMatch(/^a\.yaml:5:1 /m);
    expect(stderr).toMatch(/^b\.yaml:\d+:\d+/m);
    expect(stderr).toMatch(/^none\.yaml:1:1.*no such file/m);
    expect(stderr).toMatch(/^error: \d+ problems$/m);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it("bedspace validate --json gives the problems to other programs", async () => {
    const { code, stdout } = await work.bedspace(["validate", SMALL, "none.yaml", "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout).scenarios).toMatchObject([
      { id: "small", valid: true, issues: [] },
      { reference: "none.yaml", valid: false, issues: [{ line: 1 }] },
    ]);
  });
});
