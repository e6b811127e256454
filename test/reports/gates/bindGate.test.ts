import { describe, expect, it } from "vitest";
import { bindGate } from "../../../reports/gates/bindGate.ts";
import { GateError } from "../../../reports/gates/gate.ts";
import { parseGate } from "../../../reports/gates/parseGate.ts";
import { gatedScenario, resultsOf } from "./poissonScenario.ts";

const scenario = gatedScenario();
const bind = (text: string) => bindGate(parseGate(text), scenario);

describe("bindGate", () => {
  it("reads limits in the measure's unit, or in per cent of a proportion", () => {
    expect(bind("mean(here.system.occupancy) < 130 %").limit).toBeCloseTo(1.3, 12);
    expect(bind("mean(here.system.occupancy) < 1.30").limit).toBe(1.3);
    expect(bind("mean(here.system.stock) < 60 persons")).toMatchObject({ limit: 60, unit: "persons" });
    expect(bind("probability(here.system.stock > 60, at: 2027-01-01) < 5 %")).toMatchObject({
      limit: 0.05,
      unit: "probability",
    });
  });

  it("takes the last date unless another is given, and the whole run for its measures", () => {
    expect(bind("mean(here.system.stock) < 60").when).toEqual({ at: "2027-01-01" });
    expect(bind("mean(here.system.stock, at: 2026-03-15) < 60").when).toEqual({ at: "2026-03-15" });
    const window = ["2026-01-01", "2027-01-01"];
    expect(bind("mean(here.facility.east.crossed130) < 0.1").when).toEqual({ window });
  });

  it("reads an event on its date, or on every sampling date up to one", () => {
    const [rising] = resultsOf(scenario, [50], [10, 90, 20, 30]);
    const at = bind("probability(here.system.stock > 60, at: 2027-01-01) < 0.5");
    expect(at.read(rising!)).toBe(0);
    const by = bind("probability(here.system.stock > 60, by: 2027-01-01) < 0.5");
    expect([by.read(rising!), by.note]).toEqual([1, "looked for on 5 sampling dates"]);
    const early = bind("probability(here.system.stock > 60, by: 2026-04-01) < 0.5");
    expect([early.read(rising!), early.note]).toEqual([0, "looked for on 1 sampling date"]);
    expect(bind("probability(here.system.stock < 15, by: 2027-01-01) < 0.5").read(rising!)).toBe(1);
  });

  it("reads the exact day on which an institution first stood above a watched threshold", () => {
    const [result] = resultsOf(scenario, [50]);
    const [by, after] = ["2026-06-01", "2026-07-01"].map((date) =>
      bind(`probability(here.facility.east.occupancy > 130 %, by: ${date}) < 0.05`),
    );
    result!.firstAboveDay[2] = 160.5;
    expect(by!.note).toBe("");
    expect([by!.read(result!), after!.read(result!)]).toEqual([0, 1]);
    result!.firstAboveDay[2] = 0;
    expect(by!.read(result!)).toBe(1);
    expect(bind("probability(here.facility.east.occupancy > 120 %, by: 2026-06-01) < 0.05").note).not.toBe(
      "",
    );
    expect(bind("probability(here.facility.east.occupancy >= 130 %, by: 2026-06-01) < 0.05").note).not.toBe(
      "",
    );
  });

  it.each([
    [
      "mean(here.system.ocupancy) < 1",
      6,
      '"gated" has no measure "here.system.ocupancy"',
      /^nearest: here\.system\.occupancy, /,
    ],
    [
      "mean(here.system.stock, at: 2026-02-02) < 1",
      29,
      '"2026-02-02" is not a sampling date of "gated" (5 dates from 2026-03-15 to 2027-01-01)',
      null,
    ],
    ["mean(here.system.stock, at: soon) < 1", 29, 'a date must be written as 2030-01-31, got "soon"', null],
    [
      "mean(here.facility.east.crossed130, at: 2027-01-01) < 1",
      41,
      '"here.facility.east.crossed130" is read over the whole run, not at a date: leave out "2027-01-01"',
      null,
    ],
    ["mean(here.system.stock) < 90 %", 27, 'the limit is in persons, got "90 %"', null],
    ["mean(here.system.stock) < 90 beds", 27, 'the limit is in persons, got "90 beds"', null],
    ["mean(here.system.occupancy) < 130", 31, "130 is 13000 %", /^did you mean "130 %"\?$/],
    ["probability(here.system.stock > 60, at: 2027-01-01) < 5", 55, "5 is 500 %", /^did you mean "5 %"\?$/],
    ["probability(here.system.stock > 60) < 5 %", 13, "a probability needs a date", /^at: /],
    [
      "probability(here.system.stock > 6, by: 2031-01-01) < 5 %",
      40,
      '"by:" needs a date after 2026-01-01 and up to 2027-01-01, got 2031-01-01',
      null,
    ],
    [
      "probability(here.system.stock > 6, by: never) < 5 %",
      40,
      'a date must be written as 2030-01-31, got "never"',
      null,
    ],
    [
      "probability(here.system.stock > 6, by: 2026-02-01) < 5 %",
      40,
      "there is no sampling date up to 2026-02-01",
      null,
    ],
    [
      "probability(here.facility.east.daysAbove130 > 6, by: 2026-06-01) < 5 %",
      54,
      '"here.facility.east.daysAbove130" is read over the whole run: leave out "by:"',
      null,
    ],
  ])("says where %j does not fit", (text, column, message, hint) => {
    const error = errorOf(text);
    expect(error.message).toBe(`gate "${text}", column ${column}: ${message}`);
    if (hint === null) expect(error.hint).toBeNull();
    else expect(error.hint).toMatch(hint);
  });
});

function errorOf(text: string): GateError {
  try {
    bind(text);
  } catch (error) {
    if (error instanceof GateError) return error;
    throw error;
  }
  throw new Error(`${text} has no GateError`);
}
