import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatIssue, type Issue } from "../../../scenarios/index.ts";
import { issuesOf, SMALL } from "../smallScenario.ts";

const TOKENS = [...SMALL.matchAll(/[A-Za-z0-9_.-]+|[{}[\],:]/g)].map(({ index, 0: token }) => ({
  index,
  token,
}));
const JUNK = [
  "",
  "null",
  "-1",
  "1.5",
  "[]",
  "{}",
  "[1, 2]",
  "{ a: 1 }",
  "{ scale: 2 }",
  "true",
  "x",
  ".inf",
  "!",
];

function expectPlaces(issues: readonly Issue[], text: string): void {
  const lines = text.split("\n");
  for (const issue of issues) {
    expect(issue.file).toBe("small.yaml");
    expect(issue.line).toBeGreaterThanOrEqual(1);
    expect(issue.line).toBeLessThanOrEqual(lines.length);
    expect(issue.column).toBeGreaterThanOrEqual(1);
    expect(issue.column).toBeLessThanOrEqual((lines[issue.line - 1] ?? "").length + 1);
    expect(formatIssue(issue)).not.toMatch(/undefined|\[object|NaN/);
  }
}

describe("loadScenario on any text", () => {
  it("loadScenario either loads a mutilated scenario or says where it is wrong", () => {
    const mutation = fc.record({ at: fc.nat(TOKENS.length - 1), junk: fc.constantFrom(...JUNK) });
    fc.assert(
      fc.property(mutation, ({ at, junk }) => {
        const { index, token } = TOKENS[at]!;
        const text = SMALL.slice(0, index) + junk + SMALL.slice(index + token.length);
        expectPlaces(issuesOf({ "small.yaml": text }, "small"), text);
      }),
      { numRuns: 150, seed: 20241031 },
    );
  });

  it("loadScenario says where an arbitrary text is wrong", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 80 }), (text) => {
        const issues = issuesOf({ "small.yaml": text }, "small");
        expect(issues.length).toBeGreaterThan(0);
        expectPlaces(issues, text);
      }),
      { numRuns: 200, seed: 20241031 },
    );
  });
});
