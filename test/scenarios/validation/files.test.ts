import { describe, expect, it } from "vitest";
import { derived, issuesOf, placeOf, SMALL, small } from "../smallScenario.ts";

const READABLE_BASE = "a base that can be read";
const TABLE = "a table's name, or a path to a .yaml, .yml or .json file in the scenario's own folder";

function withTable(reference: string): string {
  const rows = "- { id: S1, level: federal, ratedCapacity: 500 }";
  return small(`facilities:\n      ${rows}`, `facilities: { table: ${reference} }`);
}

describe("loadScenario on files", () => {
  it("loadScenario names the nearest scenario for one that is missing", () => {
    expect(issuesOf({ "small.yaml": SMALL }, "smal")).toEqual([
      {
        file: "smal",
        line: 1,
        column: 1,
        path: "",
        expected: "a scenario that can be read",
        received: '"smal" (no such file)',
        hint: 'did you mean "small"?',
      },
    ]);
  });

  it("loadScenario points to a base that is missing, and to nothing that only the base could have said", () => {
    const text = derived("corridors: { n-s: { interest: { share: 0.5 } } }\n").replace("small", "smoll");
    expect(issuesOf({ "small.yaml": SMALL, "derived.yaml": text }, "derived")).toEqual([
      {
        file: "derived.yaml",
        ...placeOf(text, "smoll"),
        path: "extends",
        expected: READABLE_BASE,
        received: '"smoll" (no such file)',
        hint: 'did you mean "small"?',
      },
    ]);
  });

  it("loadScenario lists the known scenarios when none is near", () => {
    const text = derived("").replace("small", "everything-else");
    const issue = issuesOf({ "small.yaml": SMALL, "derived.yaml": text }, "derived")[0];
    expect(issue?.hint).toBe("known: small, derived");
  });

  it("loadScenario shows a cycle of bases", () => {
    const files = {
      "a.yaml": "id: a\ntitle: A\nextends: b\n",
      "b.yaml": "id: b\ntitle: B\nextends: c\n",
      "c.yaml": "id: c\ntitle: C\nextends: a\n",
    };
    expect(issuesOf(files, "a")).toEqual([
      {
        file: "c.yaml",
        line: 3,
        column: 10,
        path: "extends",
        expected: "bases that come to an end",
        received: "a cycle: a → b → c → a",
        hint: null,
      },
    ]);
  });

  it("loadScenario refuses a scenario with the id of its base", () => {
    const text = derived("", "small");
    const issues = issuesOf({ "small.yaml": SMALL, "derived.yaml": text }, "derived");
    expect(issues).toMatchObject([{ file: "small.yaml", ...placeOf(SMALL, "small"), path: "id" }]);
  });

  it("loadScenario refuses a base outside of what a path may say", () => {
    for (const base of ["/etc/passwd.yaml", "a\\b.yaml", "a/%2e%2e/a.yaml", "notes.txt/"]) {
      const text = derived("").replace("extends: small", `extends: ${base}`);
      const issue = issuesOf({ "derived.yaml": text }, "derived")[0];
      expect(issue).toMatchObject({
        ...placeOf(text, base),
        path: "extends",
        received: JSON.stringify(base),
      });
    }
  });

  it("loadScenario points into the base for a mistake of the base", () => {
    const base = small("every: 119 d", "every: 119");
    const issues = issuesOf({ "small.yaml": base, "derived.yaml": derived("") }, "derived");
    expect(issues).toMatchObject([{ file: "small.yaml", ...placeOf(base, "119, dated"), received: "119" }]);
  });

  it("loadScenario points into the derived scenario for a mistake that it makes in its base's list", () => {
    const text = derived("systems:\n  north:\n    streams:\n      womne: { deaths: 0 /y }\n");
    expect(issuesOf({ "small.yaml": SMALL, "derived.yaml": text }, "derived")).toEqual([
      {
        file: "derived.yaml",
        ...placeOf(text, "womne"),
        path: "systems.north.streams.womne",
        expected: "the id of an item of the base",
        received: '"womne"',
        hint: 'did you mean "women"?',
      },
    ]);
  });
});

describe("loadScenario on tables", () => {
  const traps = [
    "../south.yaml",
    "tables/../../south.yaml",
    "/etc/south.yaml",
    '"..\\\\south.yaml"',
    '"C:\\\\south.yaml"',
    '"%2e%2e/south.yaml"',
    '"south.yaml\\0.json"',
    "~/south.yaml#",
    "https://example.org/south.yaml",
    "south.csv",
  ];
  for (const trap of traps) {
    it(`loadScenario refuses the table path ${trap}`, () => {
      const text = withTable(trap);
      const issues = issuesOf({ "small.yaml": text }, "small").filter(({ expected }) => expected === TABLE);
      expect(issues).toMatchObject([
        {
          file: "small.yaml",
          ...placeOf(text, trap),
          path: "systems.south.facilities.table",
          hint: "copy the table next to the scenario",
        },
      ]);
    });
  }

  it("loadScenario names the nearest table for one that is missing", () => {
    const text = withTable("south-centers");
    const issue = issuesOf({ "small.yaml": text, "south-centres": "[]" }, "small")[0];
    expect(issue).toMatchObject({
      ...placeOf(text, "south-centers"),
      path: "systems.south.facilities.table",
      expected: "a table that can be read",
      received: '"south-centers" (no such file)',
      hint: 'did you mean "south-centres"?',
    });
  });

  it("loadScenario points into a shipped table", () => {
    const rows = '{ "rows": [\n{ "id": "S1", "level": "federal", "ratedCapacity": -1 }\n] }';
    const issues = issuesOf({ "small.yaml": withTable("south-centres"), "south-centres": rows }, "small");
    expect(issues).toEqual([
      {
        file: "south-centres",
        ...placeOf(rows, "-1"),
        path: "systems.south.facilities.S1.ratedCapacity",
        expected: "a whole number of persons, 0 or more, or null",
        received: "-1",
        hint: null,
      },
    ]);
  });

  it("loadScenario points into a user's own table", () => {
    const rows = "- id: S1\n  level: federal\n  ratedCapacity: 500\n  colour: red\n";
    const issues = issuesOf(
      { "small.yaml": withTable("tables/south.yaml"), "tables/south.yaml": rows },
      "small",
    );
    expect(issues).toMatchObject([
      { file: "tables/south.yaml", line: 4, column: 3, path: "systems.south.facilities.S1.colour" },
    ]);
  });

  it("loadScenario says how many rows have the same mistake, and shows ten", () => {
    const bad = Array.from(
      { length: 50 },
      (_, row) => `- { id: X${row}, level: federal, ratedCapacity: many }`,
    );
    const rows = `- { id: S1, level: federal, ratedCapacity: 500 }\n${bad.join("\n")}\n`;
    const issues = issuesOf({ "small.yaml": withTable("south.yaml"), "south.yaml": rows }, "small");
    expect(issues.map(({ received }) => received).slice(8)).toEqual([
      '"many"',
      '"many" (and 40 more like it)',
    ]);
  });

  it("loadScenario refuses a table without rows", () => {
    const text = '{ "title": "South" }';
    const issues = issuesOf({ "small.yaml": withTable("south-centres"), "south-centres": text }, "small");
    expect(issues[0]).toMatchObject({
      file: "south-centres",
      expected: 'a list of rows, or a mapping with "rows"',
      received: "nothing",
    });
  });
});
