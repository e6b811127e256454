import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatIssue, type Issue } from "../../../scenarios/index.ts";
import { ESTATE } from "../estateScenario.ts";
import { issuesOf, SMALL } from "../smallScenario.ts";

/** The estate with changes of all kinds on dates. */
const CHANGING = `${ESTATE}capacityChanges:
  - { date: 2025-07-01, facility: LOW-1, slip: { uniform: { from: 0 d, to: 90 d } }, capacity: 0 }
interventions:
  - from: 2026-01-01
    set:
      systems.us.streams[citizenship=MX].admissions: { scale: 2 }
      systems.us.facilities.*.bedsOffLine: { add: 1 }
`;
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
  for (const [name, whole] of [
    ["small", SMALL],
    ["estate", CHANGING],
  ] as const) {
    it(`loadScenario either loads the mutilated scenario ${name} or says where it is wrong`, () => {
      const tokens = [...whole.matchAll(/[A-Za-z0-9_.-]+|[{}[\],:]/g)];
      const mutation = fc.record({ token: fc.constantFrom(...tokens), junk: fc.constantFrom(...JUNK) });
      fc.assert(
        fc.property(mutation, ({ token, junk }) => {
          const text = whole.slice(0, token.index) + junk + whole.slice(token.index + token[0].length);
          expectPlaces(issuesOf({ "small.yaml": text }, "small"), text);
        }),
        { numRuns: 150, seed: 20241031 },
      );
    });
  }

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
