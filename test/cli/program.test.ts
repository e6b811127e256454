import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ADD_COMMANDS } from "../../cli/commandLine.ts";
import { loadScenarios } from "../../cli/loadScenarios.ts";
import { libraryIds } from "../../cli/scenarioFiles.ts";
import { COMMANDS } from "../../cli/usageError.ts";
import { packageFolder } from "../sourceFiles.ts";
import { SMALL, Workplace } from "./bedspace.ts";

const work = new Workplace();
const OWN_COMMANDS = COMMANDS.filter((name) => name !== "completion");

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
    expect(await work.call(args)).toEqual({
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
    [[SMALL], 'scenario "small" is given twice'],
  ])("bedspace run small %j exits 2, says why, and leaves nothing behind", async (args, message) => {
    const { code, stdout, stderr } = await work.call(["run", SMALL, ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`error: ${message}\n`);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(readdirSync(work.folder)).toEqual([]);
  });

  it.each(OWN_COMMANDS)("bedspace %s --help shows two examples or more", async (command) => {
    const { code, stdout, stderr } = await work.call([command, "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const shown = stdout.match(new RegExp(`^  bedspace ${command}\\b.*\\S`, "gm")) ?? [];
    expect(shown.length).toBeGreaterThanOrEqual(2);
  });

  it("bedspace --help lists every command, and the program has no other", async () => {
    const { code, stdout } = await work.bedspace(["--help"]);
    expect(code).toBe(0);
    const listed = [...stdout.matchAll(/^ {2}bedspace ([a-z]+)/gm)].map(([, name]) => name);
    expect(listed).toEqual(COMMANDS);
    expect(ADD_COMMANDS).toHaveLength(OWN_COMMANDS.length);
  });

  it("bedspace --version prints the version of the package", async () => {
    const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
    expect(await work.bedspace(["--version"])).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
  });

  it("bedspace --debug shows where an error comes from", async () => {
    const { code, stderr } = await work.bedspace(["run", "baseline", "--replications", "0", "--debug"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^ +at requireCount .*\.js:\d+/m);
  });
});

describe("bedspace scenarios", () => {
  it("bedspace scenarios --json lists the library with the words and bases of the loaded scenarios", async () => {
    const { code, stdout, stderr } = await work.call(["scenarios", "--json"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const { scenarios } = JSON.parse(stdout);
    expect(scenarios.map(({ id }: { id: string }) => id)).toEqual(libraryIds());
    const some = loadScenarios(["baseline", "mexico-2025"], []).scenarios;
    for (const { id, title, question, chain } of some) {
      expect(scenarios).toContainEqual({ id, title, question, base: chain[1] ?? null });
    }
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
    const { code, stdout, stderr } = await work.call(["validate", SMALL, "a.yaml", "b.yaml", "none.yaml"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: `${SMALL}: valid\n` });
    expect(stderr).toMatch(/^a\.yaml:5:1 /m);
    expect(stderr).toMatch(/^b\.yaml:\d+:\d+/m);
    expect(stderr).toMatch(/^none\.yaml:1:1.*no such file/m);
    expect(stderr).toMatch(/^error: \d+ problems$/m);
    expect(stderr).not.toMatch(/^ +at /m);
  });

  it("bedspace validate --json gives the problems to other programs", async () => {
    const { code, stdout } = await work.call(["validate", SMALL, "none.yaml", "--json"]);
    expect(code).toBe(2);
    expect(JSON.parse(stdout).scenarios).toMatchObject([
      { id: "small", valid: true, issues: [] },
      { reference: "none.yaml", valid: false, issues: [{ line: 1 }] },
    ]);
  });
});
