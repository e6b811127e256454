import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DiskScenarioFiles, libraryIds } from "../../cli/scenarioFiles.ts";
import { FileProblem } from "../../scenarios/index.ts";

let folder: string;
let files: DiskScenarioFiles;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "bedspace-")));
  mkdirSync(join(folder, "plans", "tables"), { recursive: true });
  writeFileSync(join(folder, "plans", "mine.yaml"), "id: mine\n");
  writeFileSync(join(folder, "plans", "tables", "beds.json"), "[]");
  writeFileSync(join(folder, "outside.json"), "[]");
  writeFileSync(join(folder, "large.yaml"), "");
  truncateSync(join(folder, "large.yaml"), 50_000_000);
  writeFileSync(join(folder, "latin1.yaml"), Buffer.from([0x69, 0x64, 0x3a, 0xe9]));
  symlinkSync(join(folder, "outside.json"), join(folder, "plans", "link.json"));
  symlinkSync("loop.yaml", join(folder, "loop.yaml"));
  files = new DiskScenarioFiles(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("readScenario", () => {
  it("readScenario finds a shipped scenario by its id", () => {
    expect(files.readScenario("baseline", null).text).toContain("id: baseline");
    expect(libraryIds()).toContain("no-transfers");
  });

  it("readScenario finds a file by its path from the working directory", () => {
    expect(files.readScenario("plans/mine.yaml", null)).toEqual({
      path: "plans/mine.yaml",
      text: "id: mine\n",
    });
  });

  it("readScenario finds an id or a path beside the file that refers to it", () => {
    const expected = { path: "plans/mine.yaml", text: "id: mine\n" };
    expect(files.readScenario("mine", "plans/other.yaml")).toEqual(expected);
    expect(files.readScenario("./mine.yaml", "plans/other.yaml")).toEqual(expected);
  });

  it("readScenario lists what is known for an id that is not", () => {
    const read = () => files.readScenario("basline", "plans/other.yaml");
    expect(read).toThrow("no scenario has that id");
    expect(problemOf(read).known).toEqual(expect.arrayContaining(["baseline", "mine"]));
  });

  it.each([
    ["none.yaml", "no such file"],
    ["plans/mine.yaml/x.yaml", "no such file: part of the path is a file, not a folder"],
    ["./plans", "a directory"],
    ["/dev/null", "a device or pipe, not a file"],
    ["large.yaml", "a file of 50.0 MB; at most 5 MB is read"],
    ["latin1.yaml", "a file that is not UTF-8 text"],
    ["loop.yaml", "a symbolic link that leads back to itself"],
    [`${"x".repeat(300)}.yaml`, "a name that is too long"],
  ])("readScenario refuses %s", (reference, message) => {
    expect(problemOf(() => files.readScenario(reference, null)).message).toBe(message);
  });
});

describe("readTable", () => {
  it("readTable finds a shipped table by its name", () => {
    expect(JSON.parse(files.readTable("us-facilities", "plans/mine.yaml").text)).toBeTypeOf("object");
  });

  it("readTable finds a table below the scenario's folder", () => {
    expect(files.readTable("tables/beds.json", "plans/mine.yaml")).toEqual({
      path: "plans/tables/beds.json",
      text: "[]",
    });
  });

  it.each(["../outside.json", "tables/../../outside.json", "link.json", "/etc/hostname"])(
    "readTable refuses %s, which is outside the scenario's folder",
    (reference) => {
      const read = () => files.readTable(reference, "plans/mine.yaml");
      expect(problemOf(read).message).toBe("a path that leaves the scenario's folder");
    },
  );

  it("readTable lists the shipped tables for an unknown name", () => {
    expect(problemOf(() => files.readTable("us-facilties", "plans/mine.yaml")).known).toContain(
      "us-facilities",
    );
  });
});

describe("tablesRead", () => {
  it("tablesRead gives the tables read so far, by name, with their hashes", () => {
    const fresh = new DiskScenarioFiles(folder);
    fresh.readTable("tables/beds.json", "plans/mine.yaml");
    fresh.readTable("us-facilities", "plans/mine.yaml");
    fresh.readTable("tables/beds.json", "plans/mine.yaml");
    expect(fresh.tablesRead).toEqual([
      { file: "data/tables/us-facilities.json", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      {
        file: "plans/tables/beds.json",
        sha256: "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945",
      },
    ]);
  });
});

function problemOf(read: () => unknown): FileProblem {
  try {
    read();
  } catch (error) {
    if (error instanceof FileProblem) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
