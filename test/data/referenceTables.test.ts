import { describe, expect, it } from "vitest";
import { readTable, total } from "./readTable.ts";

interface ParameterRow {
  readonly parameter: string;
  readonly value: number | string | null;
  readonly asOf: string;
}

const corridor = readTable<ParameterRow>("corridor-us-mx").rows;

/** Values of a parameter, by date. */
function valuesOf(parameter: string): Map<string, number> {
  const rows = corridor.filter((row) => row.parameter === parameter);
  return new Map(rows.map((row) => [row.asOf, Number(row.value)]));
}

describe("corridor-us-mx", () => {
  it("corridor-us-mx reproduces the two announced savings at the fee of FY2023", () => {
    const fee = [...valuesOf("announcedFeeUsdPerPersonYear").values()][0] ?? 0;
    const savings = valuesOf("announcedSavingsUsd");
    for (const [date, years] of valuesOf("announcedYearsLeft")) {
      expect(Math.floor((years * fee) / 1e6) * 1e6, date).toBe(savings.get(date));
    }
  });

  it("corridor-us-mx dates the handovers of 2025 exactly 119 days apart", () => {
    const interval = [...valuesOf("handoverIntervalDays").values()][0];
    const dates = [...valuesOf("handover").keys()].filter((date) => date.startsWith("2025-")).sort();
    const days = dates.map((date) => Date.parse(date) / 86_400_000);
    expect(days.slice(1).map((day, index) => day - (days[index] ?? 0))).toEqual([interval, interval]);
  });

  it("corridor-us-mx leaves blank what no source gives", () => {
    const blank = corridor.filter((row) => row.value === null).map((row) => row.parameter);
    expect(blank).toEqual(
      expect.arrayContaining(["interestShare", "consentWithdrawalShare", "transferCostUsd"]),
    );
  });
});

describe("expulsions-mx-us", () => {
  it("expulsions-mx-us adds to the 92 people announced", () => {
    expect(total(readTable<{ persons: number }>("expulsions-mx-us").rows, (row) => row.persons)).toBe(92);
  });
});

describe("costs", () => {
  it("costs hold the consistent fee of FY2023 and give either USD or MXN in every row", () => {
    const rows = readTable<Readonly<Record<string, unknown>>>("costs").rows;
    const fee = rows.find(
      (row) => row.measure === "averageCostOfIncarcerationFee" && row.period === "FY2023",
    );
    expect(Number(fee?.usdPerPersonYear)).toBe(44_090);
    expect(Math.abs(Number(fee?.usdPerPersonDay) * 365 - 44_090)).toBeLessThan(5);
    for (const row of rows) expect("usdPerPersonYear" in row).not.toBe("mxnPerPersonYear" in row);
  });
});
