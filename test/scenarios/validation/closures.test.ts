import { describe, expect, it } from "vitest";
import { ESTATE, overEstate } from "../estateScenario.ts";
import { edited, issuesOf, placeOf, SMALL } from "../smallScenario.ts";

const CHANGES = "capacityChanges:\n";

function issues(text: string) {
  return issuesOf({ "estate.yaml": text }, "estate");
}

/** The estate with changes of capacity, one a row. */
function changing(...rows: readonly string[]): string {
  return `${ESTATE}${CHANGES}${rows.map((row) => `  - { ${row} }\n`).join("")}`;
}

/** The estate with one entry of a `set` mapping, in force from 2026 on. */
function setting(entry: string): string {
  return `${ESTATE}interventions:\n  - from: 2026-01-01\n    set:\n      ${entry}\n`;
}

describe("loadScenario on wrong changes of capacity", () => {
  const mistakes = [
    {
      title: "outside the horizon",
      row: "date: 2031-01-01, facility: LOW-1, capacity: 0",
      at: "2031",
      path: "capacityChanges[0].date",
      expected: "a date within the horizon, 2025-01-01 to 2028-12-31",
      received: '"2031-01-01"',
      hint: null,
    },
    {
      title: "of an unknown facility",
      row: "date: 2026-01-01, facility: LOW-4, capacity: 9",
      at: "LOW-4",
      path: "capacityChanges[0].facility",
      expected: "the id of a facility",
      received: '"LOW-4"',
      hint: 'did you mean "LOW-1"?',
    },
    {
      title: "of a facility of another system",
      row: "date: 2026-01-01, facility: mx/LOW-1, capacity: 9",
      at: "mx/LOW-1",
      path: "capacityChanges[0].facility",
      expected: "the id of a facility",
      received: '"mx/LOW-1"',
      hint: 'did you mean "LOW-1"?',
    },
    {
      title: "to no capacity",
      row: "date: 2026-01-01, facility: LOW-1, capacity: null",
      at: "null }",
      path: "capacityChanges[0].capacity",
      expected: "a whole number, 0 or more",
      received: "null",
      hint: null,
    },
    {
      title: "with a slip that is no duration",
      row: "date: 2026-01-01, facility: LOW-1, slip: 30, capacity: 9",
      at: "30, capacity",
      path: "capacityChanges[0].slip",
      expected: 'a duration such as "30 d" or a distribution',
      received: "30",
      hint: 'add a unit: "30 d"',
    },
    {
      title: "that closes a final placement",
      row: "date: 2026-01-01, facility: HOMES, capacity: 0",
      at: "0 }\n",
      path: "capacityChanges[0].capacity",
      expected: 'a final placement that is open: no capacity of 0 for "HOMES"',
      received: "0 from 2026-01-01 on",
      hint: null,
    },
    {
      title: "that closes the last facility of a class",
      row: "date: 2026-01-01, facility: HIGH-1, capacity: 0",
      at: "0 }\n",
      path: "capacityChanges[0].capacity",
      expected: "an open facility for male prisoners of class high from 2026-01-01 on",
      received: "none: HIGH-1 closed",
      hint: null,
    },
  ] as const;
  for (const { title, row, at, path, expected, received, hint } of mistakes) {
    it(`loadScenario refuses a change ${title}`, () => {
      const text = changing(row);
      // The row stands after the rest of the estate.
      const place = placeOf(text, `${CHANGES}  - { ${row}`);
      const column = "  - { ".length + `${row} }\n`.indexOf(at) + 1;
      expect(issues(text)).toEqual([
        { file: "estate.yaml", line: place.line + 1, column, path, expected, received, hint },
      ]);
    });
  }

  it("loadScenario asks for the system of a facility whose name two systems use", () => {
    const shared = `${SMALL.replaceAll("S1", "N1")}${CHANGES}  - { date: 2026-01-01, facility: N1, capacity: 9 }\n`;
    expect(issuesOf({ "small.yaml": shared }, "small")).toMatchObject([
      {
        path: "capacityChanges[0].facility",
        received: '"N1", the id of 2 facilities',
        hint: 'write "north/N1" or "south/N1"',
      },
    ]);
  });

  it("loadScenario points into the scenario that closes the last facility, not into its base", () => {
    const body = `${CHANGES}  - { date: 2026-01-01, facility: LOW-2, capacity: 0 }\n`;
    const base = changing("date: 2025-07-01, facility: LOW-1, capacity: 0");
    const files = { ...overEstate(body), "estate.yaml": base };
    expect(issuesOf(files, "over")).toEqual([
      {
        file: "over.yaml",
        ...placeOf(files["over.yaml"], "0 }\n"),
        path: "capacityChanges[0].capacity",
        expected: "an open facility for male prisoners of class low from 2026-01-01 on",
        received: "none: LOW-1, LOW-2 closed",
        hint: null,
      },
    ]);
  });
});

describe("loadScenario on classes without an open facility", () => {
  const first = "date: 2025-07-01, facility: LOW-1, capacity: 0";

  it("loadScenario accepts the closing of one of two, and of the other after the first is open again", () => {
    expect(issues(changing(first))).toEqual([]);
    const reopened = "date: 2026-01-01, facility: LOW-1, capacity: 90";
    const second = "date: 2026-07-01, facility: LOW-2, capacity: 0";
    expect(issues(changing(first, reopened, second))).toEqual([]);
  });

  it("loadScenario counts a closing that may slip from its day, and an opening when it is surely there", () => {
    const reopening = (slip: string) => `date: 2026-01-01, facility: LOW-1, slip: ${slip}, capacity: 90`;
    const second = "date: 2026-07-01, facility: LOW-2, capacity: 0";
    expect(issues(changing(first, reopening("{ uniform: { from: 0 d, to: 100 d } }"), second))).toEqual([]);
    for (const slip of ["{ uniform: { from: 0 d, to: 300 d } }", "{ exponential: { mean: 1 d } }"]) {
      expect(issues(changing(first, reopening(slip), second))).toMatchObject([
        { path: "capacityChanges[2].capacity", received: "none: LOW-1, LOW-2 closed" },
      ]);
    }
    const slipping = "date: 2025-07-01, facility: LOW-1, slip: 400 d, capacity: 0";
    expect(issues(changing(slipping, "date: 2026-01-01, facility: LOW-2, capacity: 0"))).toHaveLength(1);
  });

  it("loadScenario refuses a closing that may slip past the reopening of the same facility", () => {
    const slipping =
      "date: 2025-07-01, facility: LOW-1, slip: { uniform: { from: 0 d, to: 1 y } }, capacity: 0";
    const reopened = "date: 2026-01-01, facility: LOW-1, capacity: 90";
    expect(
      issues(changing(slipping, reopened, "date: 2027-01-01, facility: LOW-2, capacity: 0")),
    ).toMatchObject([{ path: "capacityChanges[2].capacity" }]);
  });

  it("loadScenario points to the intervention that closes the last facility", () => {
    const text = setting("systems.us.facilities.HIGH-1.ratedCapacity: 0");
    expect(issues(text)).toEqual([
      {
        file: "estate.yaml",
        line: text.split("\n").length - 1,
        column: "      systems.us.facilities.HIGH-1.ratedCapacity: ".length + 1,
        path: "systems.us.facilities.HIGH-1.ratedCapacity",
        expected: "an open facility for male prisoners of class high from 2026-01-01 on",
        received: "none: HIGH-1 closed",
        hint: null,
      },
    ]);
  });

  it("loadScenario points to the beds off line if those close the last facility", () => {
    const entry = "systems.us.facilities.HIGH-1.bedsOffLine: 50";
    const text = edited(setting(entry), "capacity: rated", "capacity: available");
    expect(issues(text)).toMatchObject([
      { path: "systems.us.facilities.HIGH-1.bedsOffLine", received: "none: HIGH-1 closed" },
    ]);
    expect(issues(setting(entry))).toEqual([]);
  });

  it("loadScenario refuses a class whose facilities are closed from the start", () => {
    const text = edited(ESTATE, "region: east, ratedCapacity: 50", "region: east, ratedCapacity: 0");
    expect(issues(text)).toMatchObject([
      {
        ...placeOf(text, "0 }\n      - { id: WOMEN"),
        expected: "an open facility for male prisoners of class high from 2025-01-01 on",
      },
    ]);
  });

  it("loadScenario names every class whose people have no place, once", () => {
    const text = changing("date: 2026-01-01, facility: HOSPITAL, capacity: 0");
    expect(issues(text)).toMatchObject([
      {
        expected:
          "an open facility for male prisoners of class new/hospital, low/hospital, high/hospital from 2026-01-01 on",
        received: "none: HOSPITAL closed",
      },
    ]);
  });

  it("loadScenario refuses to close a facility to which people are sent straight", () => {
    const text = edited(
      SMALL,
      "interventions:",
      `${CHANGES}  - { date: 2025-07-01, facility: N2, capacity: 0 }\ninterventions:`,
    );
    expect(issuesOf({ "small.yaml": text }, "small")).toMatchObject([
      {
        path: "capacityChanges[0].capacity",
        expected: 'an open facility for people sent straight to "N2", of class low from 2025-07-01 on',
        received: "none: N2 closed",
      },
      { expected: "an open facility for female prisoners of class low from 2025-07-01 on" },
    ]);
  });

  it("loadScenario refuses a class whose facilities have no weight where people are placed by weight", () => {
    const text = edited(ESTATE, "ratedCapacity: 20, weight: 5", "ratedCapacity: 20, weight: 0");
    expect(issues(text)).toEqual([
      {
        file: "estate.yaml",
        ...placeOf(text, "0 }\n      - { id: HOMES"),
        path: "systems.us.facilities.HOSPITAL.weight",
        expected:
          "an open facility with a weight for male prisoners of class new/hospital, low/hospital, high/hospital from 2025-01-01 on",
        received: "none: HOSPITAL without weight",
        hint: null,
      },
    ]);
    const high = setting("systems.us.facilities.HIGH-1.weight: 0");
    expect(issues(high)).toHaveLength(1);
    expect(issues(edited(high, "placement: proportional", "placement: leastCrowded"))).toEqual([]);
  });

  it("loadScenario refuses a final placement that an intervention closes", () => {
    const text = setting("systems.us.facilities.HOMES.ratedCapacity: 0");
    expect(issues(text)).toMatchObject([
      {
        path: "systems.us.facilities.HOMES.ratedCapacity",
        expected: 'a final placement that is open: no capacity of 0 for "HOMES"',
      },
    ]);
  });

  it("loadScenario finds a closing together with a mistake of another kind on another day", () => {
    const text = `${setting("systems.us.balancing.above: -1")}${CHANGES}  - { date: 2031-01-01, facility: LOW-1, capacity: 0 }\n`;
    expect(
      issues(text)
        .map(({ path }) => path)
        .sort(),
    ).toEqual(["capacityChanges[0].date", "systems.us.balancing.above"]);
  });
});
