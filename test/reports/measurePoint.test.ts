import { describe, expect, it } from "vitest";
import { parseMeasurePoint, pointText } from "../../reports/measurePoint.ts";
import { gatedScenario } from "./gates/poissonScenario.ts";

const scenario = gatedScenario();
const read = (text: string) => parseMeasurePoint(scenario, text);

describe("parseMeasurePoint", () => {
  it("reads a measure on a date, on the last one, or over the run", () => {
    expect(read("here.system.stock@2026-03-15")).toMatchObject({ at: 0, when: { at: "2026-03-15" } });
    expect(read(" here.system.stock ")).toMatchObject({ at: 4, when: { at: "2027-01-01" } });
    const run = { at: "horizon", when: { window: ["2026-01-01", "2027-01-01"] } };
    expect(read("here.facility.east.crossed130")).toMatchObject(run);
    expect(read("here.facility.east.crossed130@horizon")).toMatchObject(run);
  });

  it.each([
    ["here.system.stock@", 'a measure at a date is written <measure>@<date>, got "here.system.stock@"'],
    ["a@b@c", 'a measure at a date is written <measure>@<date>, got "a@b@c"'],
    ["here.system.stock@soon", 'a date must be written as 2030-01-31, got "soon"'],
    ["here.system.stock@horizon", '"here.system.stock" is read at a date, not over the whole run'],
    [
      "here.system.stock@2026-03-16",
      '"2026-03-16" is not a sampling date of "gated" (5 dates from 2026-03-15 to 2027-01-01)',
    ],
    [
      "here.facility.east.crossed130@2027-01-01",
      '"here.facility.east.crossed130" is read over the whole run, not at a date: leave out "2027-01-01"',
    ],
  ])("refuses %s", (text, message) => {
    expect(() => read(text)).toThrow(new RangeError(message));
  });

  it("is undone by pointText", () => {
    for (const text of ["here.system.stock@2026-03-15", "here.facility.east.crossed130"]) {
      expect(pointText(read(text))).toBe(text);
    }
  });
});
