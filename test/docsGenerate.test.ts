import { describe, expect, it } from "vitest";
import { type Comparison, comparisonTable } from "../docs/generate/comparison.ts";
import { misplacedShare } from "../docs/generate/institutions.ts";

const from = {
  measure: "stock",
  category: "total",
  value: 100,
  unit: "persons",
  asOf: "2024-10-31",
  base: "all",
  source: "S1",
  note: "",
};

function row(change: Partial<Comparison>): Comparison {
  return {
    what: "all people",
    unit: "persons",
    published: 1000,
    from,
    start: 990,
    end: [1010, 1030],
    ...change,
  };
}

const lines = (rows: readonly Comparison[]): string[] => comparisonTable(rows, "start", "end").split("\n");

describe("comparisonTable", () => {
  it("comparisonTable sets the model on day 0 and its mean at the end against the published figure", () => {
    // Mean 1,020; t(0.975, 1 degree of freedom) = 12.706; s / √2 = 10.
    expect(lines([row({})])[2]).toBe(
      "| all people, persons | 2024-10-31 | S1 | 1,000 | 990 | −10 | 1,020 ± 127 | +20 |",
    );
  });

  it("comparisonTable shows shares to a tenth, their differences in points, and no sign before 0", () => {
    const share = row({ unit: "%", published: 33.3, start: 33.29, end: [34, 34] });
    expect(lines([share])[2]).toMatch(/, % \| .* \| 33\.3 \| 33\.3 \| 0\.0 \| 34\.00 ± 0\.00 \| \+0\.7 \|$/);
  });

  it("comparisonTable leaves cells empty where the model has no figure, and columns where no row has one", () => {
    expect(lines([row({}), row({ start: null })])[3]).toContain("| 1,000 |  |  | 1,020");
    expect(lines([row({ end: [] })])[0]).toBe("| figure | as of | source | published | start | difference |");
  });
});

describe("misplacedShare", () => {
  it("misplacedShare is the share of people who would have to move, whatever the size of the system", () => {
    expect(
      misplacedShare([
        [10, 40],
        [10, 40],
      ]),
    ).toBe(0);
    expect(
      misplacedShare([
        [10, 30],
        [10, 10],
      ]),
    ).toBeCloseTo(0.25, 12);
    expect(
      misplacedShare([
        [10, 5],
        [10, 0],
      ]),
    ).toBeCloseTo(0.5, 12);
  });
});
