import { describe, expect, it } from "vitest";
import { GateError } from "../../../reports/gates/gate.ts";
import { parseGate } from "../../../reports/gates/parseGate.ts";

describe("parseGate", () => {
  it("reads every form", () => {
    expect(parseGate("mean(us.system.stock, at: 2030-01-01) <= 150000 persons")).toEqual({
      kind: "mean",
      text: "mean(us.system.stock, at: 2030-01-01) <= 150000 persons",
      measure: { text: "us.system.stock", column: 6 },
      moment: { kind: "at", date: { text: "2030-01-01", column: 27 } },
      comparison: "<=",
      limit: { number: 150000, unit: "persons", column: 42 },
    });
    expect(parseGate(" probability(us.level.medium.occupancy>130%,by:2030-01-01)<.05 ")).toMatchObject({
      kind: "probability",
      measure: { text: "us.level.medium.occupancy" },
      event: { comparison: ">", limit: { number: 130, unit: "%" } },
      moment: { kind: "by", date: { text: "2030-01-01" } },
      limit: { number: 0.05, unit: "" },
    });
    expect(parseGate("quantile(a.system.stock, 90 %) >= -1e3")).toMatchObject({
      kind: "quantile",
      probability: 0.9,
      moment: { kind: "at", date: null },
      comparison: ">=",
      limit: { number: -1000 },
    });
    expect(parseGate("difference(corridor.us-mx.transfers, at: 2030-01-01) > 0").kind).toBe("difference");
  });

  it.each([
    ["", 1, "expected one of mean, probability, quantile and difference, got the end"],
    ["meen(a.b) < 1", 1, 'unknown kind of gate "meen"'],
    ["mean a.b < 1", 6, 'expected "(", got "a.b < 1"'],
    ["mean(< 1)", 6, 'expected a measure, got "< 1)"'],
    ["mean(a.b) = 1", 11, 'expected one of <, <=, > and >=, got "= 1"'],
    ["mean(a.b) < much", 13, 'expected a number, got "much"'],
    ["mean(a.b, on: 2030-01-01) < 1", 11, 'expected "at:" or "by:", got "on"'],
    ["mean(a.b, by: 2030-01-01) < 1", 11, '"by:" belongs to a probability; a mean is read "at:" a date'],
    ["mean(a.b, at: ) < 1", 15, 'expected a date such as 2030-01-31, got ") < 1"'],
    ["mean(a.b, at 2030-01-01) < 1", 14, 'expected ":", got "2030-01-01) < 1"'],
    ["mean(a.b < 1", 10, 'expected ")", got "< 1"'],
    ["mean(a.b) < 1; rm", 14, 'expected the end, got "; rm"'],
    ["quantile(a.b, 1.5) < 1", 15, "a quantile is one of a probability between 0 and 1, got 1.5"],
    ["quantile(a.b) < 1", 13, 'expected ",", got ") < 1"'],
    [
      "probability(a.b, at: 2030-01-01) < 1",
      16,
      'expected one of <, <=, > and >=, got ", at: 2030-01-01) < …"',
    ],
  ])("says where %j is wrong", (text, column, message) => {
    const error = errorOf(text);
    expect(error.message).toBe(`gate "${text}", column ${column}: ${message}`);
    expect(error.column).toBe(column);
  });

  it("hints at the kind that is meant", () => {
    expect(errorOf("quantle(a.b, 0.9) < 1").hint).toBe('did you mean "quantile"?');
  });
});

function errorOf(text: string): GateError {
  try {
    parseGate(text);
  } catch (error) {
    if (error instanceof GateError) return error;
  }
  throw new Error(`${text} has no GateError`);
}
