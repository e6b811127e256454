import { describe, expect, it } from "vitest";
import { type FacilityRow, quantity, readTable, type StockRow, total } from "./readTable.ts";

interface MxStreamRow {
  readonly id: string;
  readonly sex: string;
  readonly jurisdiction: string;
  readonly admissions: string;
  readonly facilities: Readonly<Record<string, number>>;
}

interface MxFacilityRow extends FacilityRow {
  readonly ownCapacity: number;
  readonly compromisedControl: number;
  readonly controlBasis: string;
}

interface MxStockRow extends StockRow {
  readonly level: string;
}

const facilities = readTable<MxFacilityRow>("mx-facilities").rows;
const streams = readTable<MxStreamRow>("mx-streams").rows;
const stock = readTable<MxStockRow>("mx-initial-stock").rows;
const federal = new Set(facilities.filter(({ level }) => level === "federal").map(({ id }) => id));

function people(holds: (row: MxStockRow) => boolean): number {
  return total(stock.filter(holds), ({ persons }) => persons);
}

describe("mx-facilities", () => {
  it("mx-facilities holds 14 federal centres and 32 states with the published places", () => {
    const state = facilities.filter(({ level }) => level === "state");
    expect([federal.size, state.length]).toEqual([14, 32]);
    const places = (rows: readonly MxFacilityRow[], column: "ratedCapacity" | "ownCapacity") =>
      total(rows, (row) => Number(row[column]));
    const centres = facilities.filter(({ level }) => level === "federal");
    expect([places(centres, "ratedCapacity"), places(centres, "ownCapacity")]).toEqual([28_200, 28_200]);
    expect([places(state, "ratedCapacity"), places(state, "ownCapacity")]).toEqual([201_968, 195_906]);
  });

  it("mx-facilities has a governance score between 0 and 10 or none, and one for every state", () => {
    for (const row of facilities) {
      if (row.level === "state") expect(row.governanceScore, row.id).not.toBeNull();
      if (row.governanceScore === null) continue;
      expect(row.governanceScore).toBeGreaterThan(0);
      expect(row.governanceScore).toBeLessThanOrEqual(10);
    }
  });

  it("mx-facilities has a probability of compromised control whose mean over the states is the published share", () => {
    const states = facilities.filter(({ level }) => level === "state");
    const mean = total(states, ({ compromisedControl }) => compromisedControl) / states.length;
    expect(mean).toBeCloseTo(0.461, 3);
  });

  it("mx-facilities has compromised control that falls by a factor in the odds with each point of the score", () => {
    const odds = (id: string) => {
      const { compromisedControl: p } = facilities.find((row) => row.id === id)!;
      return Math.log(p / (1 - p));
    };
    // Scores of 6.67, 8.05 and 8.91, on one curve for all that are not listed; 6.95 listed counts as 5.95.
    expect(odds("CEFERESO_01") - odds("CEFEREPSI")).toBeCloseTo(8.05 - 6.67, 1);
    expect(odds("CEFERESO_01") - odds("MX-CHH")).toBeCloseTo(6.95 - 6.67, 1);
    expect(odds("MX-SON") - odds("MX-CHH")).toBeCloseTo(1, 1);
  });

  it("mx-facilities says where a probability of compromised control comes from", () => {
    const basis = (id: string) => facilities.find((row) => row.id === id)?.controlBasis;
    expect(basis("CEFERESO_01")).toBe("score 6.67");
    expect(basis("CEFERESO_04")).toBe("mean score of the federal centres (assumption)");
    expect(basis("MX-SON")).toBe("score 6.95, listed with lasting self-government");
  });

  it.each([
    ["MX-MEX", 238.8],
    ["MX-NAY", 238.8],
    ["MX-DUR", 168.9],
    ["MX-SON", 140.3],
    ["MX-COL", 39.2],
  ])("mx-facilities has the published occupancy of %s (%f percent)", (id, published) => {
    const places = Number(facilities.find((row) => row.id === id)?.ratedCapacity);
    expect((100 * people(({ facility }) => facility === id)) / places).toBeCloseTo(published, 1);
  });
});

describe("mx-initial-stock", () => {
  it("mx-initial-stock holds the people of the end of 2024 to the person", () => {
    expect(people(({ facility }) => federal.has(facility))).toBe(20_702);
    expect(people(({ facility }) => !federal.has(facility))).toBe(216_071);
    expect(people(({ stream }) => stream.includes("-female-"))).toBe(13_985);
    expect(people(({ level }) => level === "pretrial")).toBe(86_038);
  });

  it("mx-initial-stock has the published shares of people before trial", () => {
    const share = (holds: (row: MxStockRow) => boolean) =>
      (100 * people((row) => holds(row) && row.level === "pretrial")) / people(holds);
    expect(share(({ facility }) => federal.has(facility))).toBeCloseTo(26.7, 1);
    expect(share(({ facility }) => !federal.has(facility))).toBeCloseTo(37.3, 1);
    expect(share(({ stream }) => stream.includes("-female-"))).toBeCloseTo(46.3, 1);
    expect(share(({ facility }) => facility === "CEFERESO_16")).toBeCloseTo(47.1, 1);
    expect(share(({ facility }) => facility === "MX-SLP")).toBeCloseTo(100 * (2275 / 3198), 1);
    expect(share(({ facility }) => facility === "MX-QUE")).toBeCloseTo(100 * (874 / 3125), 1);
  });

  it("mx-initial-stock holds the women of federal centres in CEFERESO 16 and nobody else there", () => {
    const women = stock.filter(
      ({ facility, stream }) => federal.has(facility) && stream.includes("-female-"),
    );
    expect(new Set(women.map(({ facility }) => facility))).toEqual(new Set(["CEFERESO_16"]));
    expect(people(({ facility }) => facility === "CEFERESO_16")).toBe(771);
    expect(total(women, ({ persons }) => persons)).toBe(771);
  });

  it("mx-initial-stock puts everybody into a facility of their stream", () => {
    for (const { facility, stream } of stock) {
      const shares = streams.find(({ id }) => id === stream)?.facilities ?? {};
      expect(shares[facility], `${stream} in ${facility}`).toBeGreaterThan(0);
    }
  });
});

describe("mx-streams", () => {
  it("mx-streams admit the people of 2024, women in state centres 8 percent of them", () => {
    const admitted = (part: string) =>
      total(
        streams.filter(({ id }) => id.includes(part)),
        ({ admissions }) => quantity(admissions),
      );
    expect(admitted("-state-")).toBeCloseTo(138_315, 1);
    expect(admitted("-federal-")).toBeCloseTo(2195, 1);
    expect(admitted("-female-state-")).toBeCloseTo(0.08 * 138_315, 1);
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
