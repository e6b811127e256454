import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { mxModel } from "../../data/pipeline/mxModel.ts";
import { readTable } from "./readTable.ts";

interface GrowthRow {
  readonly date: string;
  readonly counted: number;
  readonly knownAtEndOf2024: number;
  readonly publishedAdmissions: number;
}

const rows = readTable<GrowthRow>("mx-growth").rows;
const { growth, stays } = mxModel();

/** Off the count, in percent. */
function miss(date: string, path: "knownAtEndOf2024" | "publishedAdmissions"): number {
  const row = rows.find((one) => one.date === date);
  if (row === undefined) throw new RangeError(`no count on ${date}`);
  return (100 * (row[path] - row.counted)) / row.counted;
}

describe("mx-growth", () => {
  it.each([
    ["2025-06-30", 248_361],
    ["2025-09-30", 254_109],
    ["2025-11-30", 256_557],
  ])(
    "mx-growth comes within half a percent of the count of %s with the published admissions",
    (date, counted) => {
      expect(rows.find((row) => row.date === date)?.counted).toBe(counted);
      expect(Math.abs(miss(date, "publishedAdmissions"))).toBeLessThan(0.5);
    },
  );

  it("mx-growth misses November 2025 by more than five percent with what was known at the end of 2024", () => {
    expect(miss("2025-11-30", "knownAtEndOf2024")).toBeLessThan(-5);
  });

  it("mx-growth takes the admissions of October 2025 over the monthly mean of 2024", () => {
    expect(growth.published[0]?.factor).toBeCloseTo((12 * 16_551) / 140_510, 4);
  });
});

interface Intervention {
  readonly from: string;
  readonly set: Readonly<Record<string, { readonly value: { readonly scale: number } }>>;
}

/** Factors on the admissions of 2024 by date and stream, as a scenario of the library has them. */
function factorsOf(scenario: string): Map<string, Map<string, number>> {
  const file = new URL(`../../scenarios/library/${scenario}.yaml`, import.meta.url);
  const { interventions } = parse(readFileSync(file, "utf8")) as { interventions: Intervention[] };
  const steps = interventions.map(({ from, set }) => {
    const entries = Object.entries(set).flatMap(([path, { value }]) => {
      const stream = /^systems\.mx\.streams\.([\w-]+)\.admissions$/.exec(path)?.[1];
      return stream === undefined ? [] : [[stream, value.scale] as const];
    });
    return [from, new Map(entries)] as const;
  });
  return new Map(steps.filter(([, factors]) => factors.size > 0));
}

describe("steps of admissions in the library", () => {
  const inState = stays.streams.filter(({ operator }) => operator === "state").map(({ id }) => id);

  it.each([
    ["baseline", growth.published],
    ["mexico-2025", growth.published],
    ["mexico-outlook-2024", growth.knownAtEndOf2024],
  ])("%s has the derived factors on the admissions of all state centres and no others", (scenario, steps) => {
    const written = factorsOf(scenario);
    expect([...written.keys()]).toEqual(steps.map(({ from }) => from));
    let before = 1;
    for (const { from, factor } of steps) {
      const factors = written.get(from) ?? new Map<string, number>();
      expect([...factors.keys()].sort()).toEqual([...inState].sort());
      for (const scale of factors.values()) expect(before * scale).toBeCloseTo(factor, 3);
      before = factor;
    }
  });
});
