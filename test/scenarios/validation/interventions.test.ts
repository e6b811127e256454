import { describe, expect, it } from "vitest";
import { edited, issuesOf, onlyIssue, placeOf, SMALL, small } from "../smallScenario.ts";

/** The small scenario with one other entry in its intervention. */
function setting(entry: string): string {
  return small("corridors.n-s.interest.share: 0.4", entry);
}

const EXISTS = "a path that exists";

describe("loadScenario on interventions", () => {
  const unknown = [
    { path: "corridors.n-s.reveiw.approvalProbability", near: "corridors.n-s.review.approvalProbability" },
    { path: "corridors.n-s.review.approvalProb", near: null },
    { path: "corridors.ns.interest.share", near: "corridors.n-s.interest.share" },
    { path: "systems.north.streams.drug-man.admissions", near: "systems.north.streams.drug-men.admissions" },
    { path: "systems.north.facilities.N9.ratedCapacity", near: "systems.north.facilities.N1.ratedCapacity" },
    { path: "corridor.n-s.interest.share", near: "corridors.n-s.interest.share" },
  ];
  for (const { path, near } of unknown) {
    it(`loadScenario refuses to set ${path}, which does not exist`, () => {
      const text = setting(`${path}: 0.5`);
      const issue = onlyIssue(text);
      const hint = near === null ? expect.stringContaining("approvalProbability") : `did you mean "${near}"?`;
      expect(issue).toEqual({
        file: "small.yaml",
        ...placeOf(text, path),
        path: `interventions[0].set.${path}`,
        expected: EXISTS,
        received: JSON.stringify(path),
        hint,
      });
    });
  }

  const structure = [
    "systems.north.facilities.N1.level",
    "systems.north.facilities.N1.id",
    "systems.north.facilities",
    "systems.north.streams.women.citizenship",
    "systems.north.initialStock",
    "corridors.n-s.to",
  ];
  for (const path of structure) {
    it(`loadScenario refuses to change ${path} on a date`, () => {
      const text = setting(`${path}: x`);
      expect(onlyIssue(text)).toEqual({
        file: "small.yaml",
        ...placeOf(text, path),
        path: `interventions[0].set.${path}`,
        expected: "a value that may change on a date",
        received: `${path}, which is fixed from the start`,
        hint: "write it outside interventions, in a scenario of its own",
      });
    });
  }

  for (const path of ["start", "horizon", "grid", "interventions", "gates"]) {
    it(`loadScenario refuses to set ${path} on a date`, () => {
      const text = setting(`${path}: 1 y`);
      const place = placeOf(text, `      ${path}: 1 y`);
      expect(onlyIssue(text)).toMatchObject({ line: place.line, column: 7, expected: EXISTS });
    });
  }

  it("loadScenario says which intervention scales a probability above 1", () => {
    const text = setting("corridors.n-s.review.approvalProbability: { scale: 2 }");
    expect(onlyIssue(text)).toEqual({
      file: "small.yaml",
      ...placeOf(text, "2 }\n"),
      path: "corridors.n-s.review.approvalProbability",
      expected: "a number from 0 to 1",
      received: "1.2 (0.6 scaled by 2 from 2026-01-01)",
      hint: null,
    });
  });

  it("loadScenario says which intervention adds below 0", () => {
    const text = setting("systems.north.facilities.N1.ratedCapacity: { add: -101 }");
    expect(onlyIssue(text)).toMatchObject({
      ...placeOf(text, "-101"),
      path: "systems.north.facilities.N1.ratedCapacity",
      received: "-1 (100 plus -101 from 2026-01-01)",
    });
  });

  it("loadScenario refuses an addend of another kind", () => {
    const text = setting("corridors.n-s.handover.every: { add: 10 }");
    expect(onlyIssue(text)).toEqual({
      file: "small.yaml",
      ...placeOf(text, "10 }\n"),
      path: "corridors.n-s.handover.every",
      expected: "an addend of the same kind as corridors.n-s.handover.every",
      received: "10 on 119 d",
      hint: null,
    });
  });

  it("loadScenario refuses to scale what is not there", () => {
    const text = setting("corridors.n-s.receiving.quotaPerYear: { scale: 2 }");
    expect(onlyIssue(text)).toMatchObject({ expected: "a value that can be scaled", received: "none" });
  });

  it("loadScenario refuses a factor that is no number", () => {
    const text = setting("corridors.n-s.interest.share: { scale: twice }");
    expect(onlyIssue(text)).toMatchObject({
      ...placeOf(text, "twice"),
      path: "corridors.n-s.interest.share",
      expected: "a factor, 0 or more",
      received: '"twice"',
    });
  });

  it("loadScenario points to the intervention for a wrong value", () => {
    const text = setting("corridors.n-s.handover: { every: 30, maxPersons: 60 }");
    expect(onlyIssue(text)).toMatchObject({
      ...placeOf(text, "30, maxPersons"),
      path: "corridors.n-s.handover.every",
      hint: 'add a unit: "30 d"',
    });
  });

  it("loadScenario points to an unknown key inside a set mapping", () => {
    const text = setting("corridors.n-s.handover: { evry: 30 d }");
    expect(onlyIssue(text)).toMatchObject({
      ...placeOf(text, "evry"),
      expected: "a key that exists",
      hint: 'did you mean "corridors.n-s.handover.every"?',
    });
  });

  it("loadScenario points to the share that breaks a sum on a date", () => {
    const text = setting("systems.north.streams.drug-men.levels: { low: 0.5, high: 0.4 }");
    expect(onlyIssue(text)).toMatchObject({
      ...placeOf(text, "{ low: 0.5"),
      path: "systems.north.streams.drug-men.levels",
      received: "a sum of 0.9",
    });
  });

  it("loadScenario refuses an unknown key of an intervention", () => {
    const text = edited(SMALL, "  - from: 2026-01-01", "  - form: 2026-01-01");
    const paths = issuesOf({ "small.yaml": text }, "small").map(({ path }) => path);
    expect(paths).toEqual(["interventions[0].from", "interventions[0].form"]);
  });
});
