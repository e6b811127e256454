import { describe, expect, it } from "vitest";
import { loadScenario } from "../../../scenarios/index.ts";
import { derived, issuesOf, memoryFiles, onlyIssue, placeOf, SMALL, small } from "../smallScenario.ts";

const WITHIN = "a date within the horizon, 2025-01-01 to 2028-12-31";

describe("loadScenario on dates", () => {
  it("loadScenario refuses a day that the calendar does not have", () => {
    const text = small("start: 2025-01-01", "start: 2025-02-29");
    expect(onlyIssue(text)).toEqual({
      file: "small.yaml",
      ...placeOf(text, "2025-02-29"),
      path: "start",
      expected: "a date such as 2026-01-31",
      received: '"2025-02-29"',
      hint: null,
    });
  });

  it("loadScenario checks the rest even if the start is wrong", () => {
    const text = small("start: 2025-01-01", "start: soon").replace("every: 119 d", "every: 119");
    expect(issuesOf({ "small.yaml": text }, "small").map(({ path }) => path)).toEqual([
      "start",
      "corridors.n-s.handover.every",
    ]);
  });

  const outside = [
    { what: "an intervention", passage: "from: 2026-01-01", at: "2024-12-31", path: "interventions[0].from" },
    { what: "an expulsion", passage: "date: 2025-06-01", at: "2031-06-01", path: "expulsions[0].date" },
    {
      what: "a dated handover",
      passage: "[2025-02-01]",
      at: "2031-02-01",
      path: "corridors.n-s.handover.dated[0]",
    },
    {
      what: "a date on the last day",
      passage: "date: 2025-06-01",
      at: "2029-01-01",
      path: "expulsions[0].date",
    },
  ];
  for (const { what, passage, at, path } of outside) {
    it(`loadScenario refuses ${what} outside the horizon`, () => {
      const text = small(passage, passage.replace(/\d{4}-\d{2}-\d{2}/, at));
      expect(onlyIssue(text)).toEqual({
        file: "small.yaml",
        ...placeOf(text, at),
        path,
        expected: WITHIN,
        received: JSON.stringify(at),
        hint: null,
      });
    });
  }

  it("loadScenario refuses an invalid date of an intervention once", () => {
    const text = small("from: 2026-01-01", "from: 2026-13-01");
    expect(onlyIssue(text)).toMatchObject({ ...placeOf(text, "2026-13-01"), path: "interventions[0].from" });
  });

  it("loadScenario refuses an end before the start", () => {
    const text = small("horizon: 4 y", "horizon: 2024-12-31");
    expect(onlyIssue(text)).toEqual({
      file: "small.yaml",
      ...placeOf(text, "2024-12-31"),
      path: "horizon",
      expected: "a last day at least one day and at most 200 years after 2025-01-01",
      received: '"2024-12-31"',
      hint: null,
    });
  });

  it("loadScenario asks for a start that no file gives", () => {
    const text = small("start: 2025-01-01\n", "");
    expect(onlyIssue(text)).toMatchObject({ line: 1, column: 1, path: "start", received: "nothing" });
  });

  it("loadScenario only warns of dates after an end that was brought forward", () => {
    const { parameters, warnings } = loadScenario("small", memoryFiles({ "small.yaml": SMALL }), [
      "horizon=100 d",
    ]);
    expect(parameters.expulsions).toEqual([]);
    expect(parameters.regimes).toHaveLength(1);
    expect(warnings).toEqual([
      "interventions[0].from 2026-01-01 is left out: the run ends on 2025-04-11",
      "expulsions[0].date 2025-06-01 is left out: the run ends on 2025-04-11",
    ]);
    const shorter = derived("horizon: 2025-04-11\n");
    expect(issuesOf({ "small.yaml": SMALL, "derived.yaml": shorter }, "derived")).toEqual([]);
  });
});
