import { describe, expect, it } from "vitest";
import { LARGEST_TEXT } from "../../../scenarios/index.ts";
import { issuesOf, onlyIssue, placeOf, SMALL, small } from "../smallScenario.ts";

const SHALLOW = "nesting of at most 32 levels";

describe("loadScenario on a text that is not a scenario", () => {
  it("loadScenario points to a YAML syntax error", () => {
    const text = small("grid: year", 'grid: "year');
    const issue = onlyIssue(text);
    expect(issue).toMatchObject({ file: "small.yaml", path: "", expected: "valid YAML", hint: null });
    expect(issue.received).toContain("Missing closing");
    expect(issue.line).toBeGreaterThanOrEqual(5);
  });

  it("loadScenario asks for spaces where a tab indents", () => {
    const issue = issuesOf({ "small.yaml": "id: a\nsystems:\n\tus: 1\n" }, "small")[0];
    expect(issue).toMatchObject({ line: 3, column: 1, expected: "valid YAML", hint: "indent with spaces" });
  });

  it("loadScenario points to the second of two equal keys", () => {
    const text = small("grid: year", "grid: year\nhorizon: 5 y");
    expect(onlyIssue(text)).toEqual({
      file: "small.yaml",
      ...placeOf(text, "horizon: 5 y"),
      path: "",
      expected: "each key once",
      received: '"horizon" a second time',
      hint: null,
    });
  });

  it("loadScenario refuses a list in the place of a scenario", () => {
    expect(onlyIssue("- 1\n- 2\n")).toEqual({
      file: "small.yaml",
      line: 1,
      column: 1,
      path: "",
      expected: "a scenario: a mapping with id, title and more",
      received: "a list",
      hint: null,
    });
  });

  it("loadScenario refuses an empty file", () => {
    expect(onlyIssue("")).toMatchObject({ line: 1, column: 1, received: "null" });
  });

  it("loadScenario refuses a file of two documents", () => {
    expect(onlyIssue(`${SMALL}---\n${SMALL}`)).toMatchObject({ expected: "valid YAML" });
  });

  it("loadScenario refuses an unknown tag", () => {
    const text = small("grid: year", "grid: !!js/function year");
    expect(onlyIssue(text)).toMatchObject({ ...placeOf(text, "!!js"), expected: "valid YAML" });
  });
});

describe("loadScenario on a hostile text", () => {
  it("loadScenario refuses a ten-thousand-fold expansion of aliases at once", () => {
    const levels = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
    for (const [from, to] of ["ab", "bc", "cd"].map((pair) => pair.split(""))) {
      levels.push(`${to}: &${to} [${Array(10).fill(`*${from}`).join(", ")}]`);
    }
    const text = `${levels.join("\n")}\n`;
    expect(onlyIssue(text)).toEqual({
      file: "small.yaml",
      ...placeOf(text, "*a"),
      path: "",
      expected: "at most 100 expanded aliases",
      received: "more",
      hint: null,
    });
  });

  it("loadScenario refuses an alias inside its own anchor", () => {
    const text = "id: &a [*a, *a]\n";
    expect(onlyIssue(text)).toMatchObject({
      ...placeOf(text, "*a"),
      received: "an alias inside its own anchor",
    });
  });

  it("loadScenario refuses an alias without an anchor", () => {
    const text = "id: *nowhere\n";
    expect(onlyIssue(text)).toMatchObject(placeOf(text, "*nowhere"));
  });

  it("loadScenario refuses flow collections nested without end, before they are parsed", () => {
    const text = `id: ${"[".repeat(100_000)}`;
    const place = { line: 1, column: 5 + 32 };
    expect(onlyIssue(text)).toMatchObject({ ...place, expected: SHALLOW, received: "deeper nesting" });
  });

  it("loadScenario refuses lists nested on one line", () => {
    expect(onlyIssue(`${"- ".repeat(100_000)}x\n`)).toMatchObject({ line: 1, expected: SHALLOW });
  });

  it("loadScenario refuses block mappings that are nested too deeply", () => {
    const lines = Array.from({ length: 60 }, (_, depth) => `${" ".repeat(depth)}k:`);
    expect(onlyIssue(`${lines.join("\n")}\n`)).toMatchObject({ line: 33, expected: SHALLOW });
  });

  it("loadScenario refuses a text of over five million characters", () => {
    expect(onlyIssue(`${SMALL}${"#".repeat(LARGEST_TEXT)}`)).toEqual({
      file: "small.yaml",
      line: 1,
      column: 1,
      path: "",
      expected: "a file of at most 5000000 characters",
      received: `${SMALL.length + LARGEST_TEXT} characters`,
      hint: null,
    });
  });

  for (const key of ["__proto__", "constructor", "prototype"]) {
    it(`loadScenario refuses the reserved key ${key}`, () => {
      const text = small("systems:\n", `systems:\n  ${key}: { polluted: 1 }\n`);
      expect(onlyIssue(text)).toEqual({
        file: "small.yaml",
        ...placeOf(text, key),
        path: `systems.${key}`,
        expected: "a key that is not reserved",
        received: `"${key}"`,
        hint: null,
      });
      expect(({} as { polluted?: number }).polluted).toBeUndefined();
    });
  }

  it("loadScenario refuses a reserved key in a path of an intervention", () => {
    const text = small("corridors.n-s.interest.share: 0.4", "corridors.__proto__.interest.share: 0.4");
    expect(onlyIssue(text)).toMatchObject({
      ...placeOf(text, "corridors.__proto__"),
      expected: "a path that exists",
    });
  });
});
