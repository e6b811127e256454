import { describe, expect, it } from "vitest";
import { readSource } from "../../../data/pipeline/readSource.ts";
import { announcedMillions, announcedValue } from "../../../reports/ledger/announcedValue.ts";
import { closableUnits, unitChange } from "../../../reports/ledger/closableUnits.ts";
import { custodyCost, custodyCostByLevel } from "../../../reports/ledger/custodyCost.ts";
import { discountFactor, midPeriodFactors } from "../../../reports/ledger/discountFactor.ts";
import { inDollars } from "../../../reports/ledger/inDollars.ts";
import { removalAvoided } from "../../../reports/ledger/removalAvoided.ts";

/** Published releases that state both the years and the amount. */
const releases = readSource("transfers-press-releases.csv").filter(
  (row) => row.combined_years_remaining !== "" && row.stated_savings_usd_floor !== "",
);
const fees = new Map(
  readSource("us-costs.csv")
    .filter(({ measure }) => measure === "COIF_federal_facility")
    .map((row) => [row.fiscal_year, Number(row.usd_per_person_year)]),
);

describe("announcedValue", () => {
  const millionsAt = (fee: number) =>
    releases
      .filter(({ agency }) => agency?.startsWith("DOJ OIA"))
      .map((row) => announcedMillions(announcedValue(Number(row.combined_years_remaining), fee)));
  const stated = [3, 4];

  it("with the fee of the fiscal year 2023 gives the amounts of both announcements of 2025", () => {
    expect(fees.get("FY2023")).toBe(44090);
    expect(millionsAt(44090)).toEqual(stated);
    expect(announcedValue(75, 44090)).toBe(3_306_750);
    expect(announcedValue(96, 44090)).toBe(4_232_640);
  });

  it("with the fee of the fiscal year 2020 gives neither of them", () => {
    expect(fees.get("FY2020")).toBe(39158);
    expect(millionsAt(39158)).toEqual([2, 3]);
  });

  it("gives both amounts for fees from 41,667 to 52,083 dollars and for no others", () => {
    expect([41_666, 41_667, 52_083, 52_084].map((fee) => millionsAt(fee))).toEqual([
      [3, 3],
      stated,
      stated,
      [3, 5],
    ]);
  });

  it("refuses years or fees below 0", () => {
    expect(() => announcedValue(-1, 44090)).toThrow(RangeError);
    expect(() => announcedValue(75, Number.NaN)).toThrow(RangeError);
    expect(() => announcedMillions(-1)).toThrow("announcedMillions requires a value of 0 or more, got -1");
  });
});

describe("custodyCost", () => {
  it("by level equals the plain one where all levels cost the same", () => {
    expect(custodyCostByLevel({ low: 10, high: 5 }, { low: 300, high: 300 })).toBe(custodyCost(15, 300));
  });

  it("by level refuses people in a level without a price, and takes no price for 0", () => {
    expect(() => custodyCostByLevel({ low: 1 }, { low: null })).toThrow(
      'custodyCostByLevel requires a price for every level with people, got none for "low"',
    );
    expect(() => custodyCostByLevel({ toString: 1 }, {})).toThrow(RangeError);
    expect(custodyCostByLevel({ low: 0, high: 2 }, { high: 7 })).toBe(14);
  });
});

describe("midPeriodFactors", () => {
  const months = Array.from({ length: 121 }, (_, month) => (month * 365.25) / 12);
  const valueOfOneAYear = (rate: number) =>
    midPeriodFactors(months, rate).reduce((sum, factor) => sum + factor / 12, 0);

  it("value one a year for ten years as the geometric series does", () => {
    const month = 1.03 ** (-1 / 12);
    const series = (Math.sqrt(month) * (1 - month ** 120)) / (1 - month) / 12;
    expect(valueOfOneAYear(0.03)).toBeCloseTo(series, 10);
  });

  it("are within 3 parts in 10 million of continuous discounting", () => {
    const continuous = (1 - 1.03 ** -10) / Math.log(1.03);
    expect(Math.abs(valueOfOneAYear(0.03) / continuous - 1)).toBeLessThan(3e-7);
  });

  it("do nothing at a rate of 0", () => {
    expect(valueOfOneAYear(0)).toBeCloseTo(10, 12);
    expect(discountFactor(1000, 0)).toBe(1);
  });

  it("refuse a negative rate", () => {
    expect(() => midPeriodFactors([0, 1], -0.01)).toThrow(RangeError);
  });
});

describe("closableUnits", () => {
  it("gives nothing below one unit, and a whole unit from its last place on", () => {
    expect(closableUnits([99, 99], 100)).toEqual([0, 0]);
    expect(closableUnits([100, 199], 100)).toEqual([1, 1]);
    expect(closableUnits([200, 200], 100)).toEqual([2, 2]);
  });

  it("counts a unit only from the moment after which it stays free", () => {
    expect(closableUnits([150, 90, 150, 150], 100)).toEqual([0, 0, 1, 1]);
    expect(closableUnits([150, 150, 90], 100)).toEqual([0, 0, 0]);
  });

  it("counts no unit where more people live than in the base", () => {
    expect(closableUnits([-500, -500], 100)).toEqual([0, 0]);
  });

  it("refuses a unit without places", () => {
    expect(() => closableUnits([1], 0)).toThrow(
      "closableUnits requires a whole number of places above 0, got 0",
    );
    expect(() => closableUnits([1], 12.5)).toThrow(RangeError);
  });
});

describe("unitChange", () => {
  it("counts a unit that must open as it counts one that can close", () => {
    const freed = [0, 120, 250, 230];
    const opened = unitChange(freed, 100);
    expect(opened).toEqual([0, -1, -2]);
    const mirrored = unitChange(
      freed.map((persons) => -persons),
      100,
    );
    expect(mirrored).toEqual([0, 1, 2]);
  });
});

describe("removalAvoided", () => {
  const amounts = { full: 17121, detentionAndTransport: 7600 };

  it("follows the setting", () => {
    const values = (["full", "detentionAndTransport", "none"] as const).map((setting) =>
      removalAvoided({ setting, ...amounts }),
    );
    expect(values).toEqual([17121, 7600, 0]);
  });

  it("is not known where its setting has no amount", () => {
    expect(
      removalAvoided({ setting: "detentionAndTransport", full: 17121, detentionAndTransport: null }),
    ).toBe(null);
  });
});

describe("inDollars", () => {
  it("divides by the units for one dollar", () => {
    expect(inDollars(783255, 17.7334)).toBeCloseTo(44_168.35, 1);
  });

  it("refuses a rate of 0", () => {
    expect(() => inDollars(1, 0)).toThrow("inDollars requires a rate above 0, got 0");
  });
});
