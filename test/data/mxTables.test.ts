import { describe, expect, it } from "vitest";
import { type FacilityRow, quantity, readTable, type StockRow, total } from "./readTable.ts";

interface MxStreamRow {
  readonly id: string;
  readonly sex: string;
  readonly jurisdiction: string;
  readonly admissions: string;
  readonly facilities: Readonly<Record<string, number>>;
  readonly stay: { readonly lognormal: { readonly mean: string; readonly cv: number } };
}

const facilities = readTable<FacilityRow>("mx-facilities").rows;
const streams = readTable<MxStreamRow>("mx-streams").rows;
const stock = readTable<StockRow>("mx-initial-stock").rows;

describe("mx-facilities", () => {
  it("mx-facilities holds 14 federal centres and 32 states with the published places", () => {
    const federal = facilities.filter((row) => row.level === "federal");
    const state = facilities.filter((row) => row.level === "state");
    expect([federal.length, state.length]).toEqual([14, 32]);
    expect(total(federal, (row) => Number(row.ratedCapacity))).toBe(28_200);
    expect(total(state, (row) => Number(row.ratedCapacity))).toBe(201_968);
  });

  it("mx-facilities has a governance score between 0 and 10 or none, and one for every state", () => {
    for (const row of facilities) {
      if (row.level === "state") expect(row.governanceScore, row.id).not.toBeNull();
      if (row.governanceScore === null) continue;
      expect(row.governanceScore).toBeGreaterThan(0);
      expect(row.governanceScore).toBeLessThanOrEqual(10);
    }
  });
});

describe("mx-initial-stock", () => {
  it("mx-initial-stock holds the baselines to the person", () => {
    const ofLevel = (level: string) =>
      new Set(facilities.filter((row) => row.level === level).map((row) => row.id));
    const federal = ofLevel("federal");
    expect(
      total(
        stock.filter((row) => federal.has(row.facility)),
        (row) => row.persons,
      ),
    ).toBe(20_702);
    expect(
      total(
        stock.filter((row) => !federal.has(row.facility)),
        (row) => row.persons,
      ),
    ).toBe(216_071);
    expect(
      total(
        stock.filter((row) => row.stream.endsWith("-female")),
        (row) => row.persons,
      ),
    ).toBe(13_985);
    expect(stock.filter((row) => row.stream === "federal-female")).toEqual([
      { facility: "CEFERESO_16", stream: "federal-female", persons: 771 },
    ]);
  });
});

describe("mx-streams", () => {
  it("mx-streams admit the people of 2024 and keep the stock stationary in every facility", () => {
    const admitted = (jurisdiction: string) =>
      total(
        streams.filter((row) => row.jurisdiction === jurisdiction),
        (row) => quantity(row.admissions),
      );
    expect(admitted("state")).toBeCloseTo(138_315, 1);
    expect(admitted("federal")).toBeCloseTo(2_195, 1);
    for (const stream of streams) {
      const years = quantity(stream.stay.lognormal.mean) / 365.25;
      for (const row of stock.filter((entry) => entry.stream === stream.id)) {
        const stationary = quantity(stream.admissions) * (stream.facilities[row.facility] ?? 0) * years;
        expect(Math.abs(stationary - row.persons), row.facility).toBeLessThan(
          Math.max(1, 0.001 * row.persons),
        );
      }
    }
  });

  it("mx-streams have facility shares that add to 1 and facilities of their sex", () => {
    for (const stream of streams) {
      expect(total(Object.values(stream.facilities), (share) => share)).toBeCloseTo(1, 9);
      for (const id of Object.keys(stream.facilities)) {
        expect(["mixed", stream.sex]).toContain(facilities.find((row) => row.id === id)?.sex);
      }
    }
  });
});
