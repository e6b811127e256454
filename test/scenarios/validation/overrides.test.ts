import { describe, expect, it } from "vitest";
import { issuesOf, SMALL } from "../smallScenario.ts";

function issueOf(override: string) {
  const issues = issuesOf({ "small.yaml": SMALL }, "small", [override]);
  expect(issues).toHaveLength(1);
  return issues[0];
}

describe("loadScenario on --set", () => {
  it("loadScenario points to an unknown path in column 1", () => {
    expect(issueOf("corridors.n-s.interest.shrae=0.5")).toEqual({
      file: "--set",
      line: 1,
      column: 1,
      path: "corridors.n-s.interest.shrae",
      expected: "a path that exists",
      received: '"corridors.n-s.interest.shrae"',
      hint: 'did you mean "corridors.n-s.interest.share"?',
    });
  });

  it("loadScenario points to a wrong value after the equals sign", () => {
    expect(issueOf("corridors.n-s.handover.every = 30")).toEqual({
      file: "--set",
      line: 1,
      column: 32,
      path: "corridors.n-s.handover.every",
      expected: 'a duration such as "30 d"',
      received: "30",
      hint: 'add a unit: "30 d"',
    });
  });

  it("loadScenario points inside a mapping", () => {
    expect(issueOf("corridors.n-s.handover={ every: 30 d, maxPersons: few }")).toMatchObject({
      column: 51,
      path: "corridors.n-s.handover.maxPersons",
    });
  });

  it("loadScenario points to a wrong horizon", () => {
    expect(issueOf("horizon=10")).toMatchObject({ file: "--set", line: 1, column: 9, path: "horizon" });
  });

  it("loadScenario points to a syntax error in the value", () => {
    expect(issueOf("grid='month")).toMatchObject({ file: "--set", line: 1, expected: "valid YAML" });
  });

  it("loadScenario refuses names that every object inherits", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      const override = `systems.north.streams.women.facilities.${name}={ scale: 2 }`;
      expect(issueOf(override)).toMatchObject({ expected: "a value that can be scaled", received: "none" });
      const issues = issuesOf({ "small.yaml": SMALL }, "small", [`corridors.${name}.from=x`]);
      expect(issues).toMatchObject([{ file: "--set", column: 1, expected: "a path that exists" }]);
    }
  });

  it("loadScenario asks for a path and a value", () => {
    for (const override of ["horizon", "horizon=", "=3", ""]) {
      expect(issueOf(override)).toMatchObject({
        file: "--set",
        line: 1,
        column: 1,
        expected: "path=value, the value written as in a scenario",
        received: JSON.stringify(override),
      });
    }
  });
});
