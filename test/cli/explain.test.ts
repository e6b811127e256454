import { describe, expect, it } from "vitest";
import { SMALL, Workplace } from "./bedspace.ts";

const work = new Workplace();

describe("bedspace explain", () => {
  it("bedspace explain --person tells one path from entry to the last day, in order of time", async () => {
    const { code, stdout, stderr } = await work.call(["explain", SMALL, "--person", "all#-3"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [title, stream, , ...lines] = stdout.trimEnd().split("\n");
    expect(title).toBe("all#-3 in replication 0 of “Two small prisons”");
    expect(stream).toBe("all.");
    expect(lines[0]).toMatch(/^2026-01-01 {2}Inside on day 0, at (east|west) \(low security\)/);
    expect(lines.at(-1)).toMatch(/^202\d-\d\d-\d\d {2}(Released|Still inside)/);
    const dates = lines.map((line) => line.slice(0, 10)).filter((date) => date.trim() !== "");
    expect(dates).toEqual(dates.toSorted());
  });

  it("bedspace explain --json tells the same replication as a run of that seed", async () => {
    const args = ["--seed", "7", "--replication", "1", "--limit", "100000", "--json"];
    const { stdout } = await work.call(["explain", SMALL, ...args]);
    const { events, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({
      schemaVersion: 1,
      scenario: "small",
      seed: "7",
      replication: 1,
      person: null,
      goesOn: false,
    });
    const counted = (kind: string, sentence: RegExp): number =>
      events.filter((event: { kind: string; sentences: string[] }) => {
        return event.kind === kind && sentence.test(event.sentences[0] ?? "");
      }).length;
    const run = await work.bedspace(["run", SMALL, "--seed", "7", "--replications", "2", "--json"]);
    const one = await work.bedspace(["run", SMALL, "--seed", "7", "--replications", "1", "--json"]);
    const meanOf = (json: string, name: string): number =>
      JSON.parse(json).measures.findLast(({ measure }: { measure: string }) => measure === name).mean;
    for (const [flow, count] of [
      ["admissions", counted("entered", /^Admitted/)],
      ["releases", counted("left", /^Released/)],
    ] as const) {
      const measure = `here.system.${flow}`;
      expect(2 * meanOf(run.stdout, measure) - meanOf(one.stdout, measure)).toBeCloseTo(count, 6);
    }
  });

  it("bedspace explain shows the first events, and how to see more and follow a person", async () => {
    const { code, stdout, stderr } = await work.call(["explain", SMALL, "--limit", "4"]);
    const lines = stdout.trimEnd().split("\n");
    expect({ code, lines: lines.length }).toEqual({ code: 0, lines: 4 });
    const first = /^\d{4}-\d\d-\d\d {2}(all#-?\d+): [A-Z]/.exec(lines[0] ?? "")?.[1];
    expect(stderr).toBe(
      `The first 4 events after the start; --limit shows more, --stream and --facility choose. The path of one person: --person ${first}\n`,
    );
  });

  it("bedspace explain --facility tells what happens there alone", async () => {
    const { stdout } = await work.call(["explain", SMALL, "--facility", "west", "--limit", "1000"]);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.filter((line) => !line.includes("west"))).toEqual([]);
  });

  it.each([
    [["--person", "al#1"], 'scenario "small" has no stream "al"', 'did you mean "all"?'],
    [["--person", "all"], '--person must be stream#number, got "all"', "for example: --person all#0"],
    [
      ["--facility", "wset"],
      'scenario "small" has no institution or facility "wset"',
      'did you mean "west"?',
    ],
    [["--stream", "men"], 'scenario "small" has no stream "men"', "known: all"],
  ])("bedspace explain %j exits 2 with the nearest that there is", async (args, message, hint) => {
    expect(await work.call(["explain", SMALL, ...args])).toEqual({
      code: 2,
      stdout: "",
      stderr: `error: ${message}\nhint: ${hint}\n`,
    });
  });

  it("bedspace explain of a person whom the replication does not have says which it has", async () => {
    const { code, stderr } = await work.call(["explain", SMALL, "--person", "all#99999"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^error: replication 0 has no person "all#99999"\nhint: "all" has all#-1 to all#-200 on day 0, all#0 to all#\d+ admitted\n$/,
    );
  });

  it.each([
    [["--replication", "-1"], '--replication must be a whole number from 0 to 999999, got "-1"'],
    [["--limit", "0"], '--limit must be a whole number from 1 to 10000000, got "0"'],
    [["--person", "all#1", "--stream", "all"], "--person shows one person's whole path"],
  ])("bedspace explain %j exits 2 and says why", async (args, message) => {
    const { code, stdout, stderr } = await work.call(["explain", SMALL, ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});
