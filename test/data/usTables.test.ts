import { describe, expect, it } from "vitest";
import { readSource } from "../../data/pipeline/readSource.ts";
import {
  type FacilityRow,
  quantity,
  readTable,
  type StockRow,
  total,
  type UsStreamRow,
} from "./readTable.ts";

const facilities = readTable<FacilityRow>("us-facilities").rows;
const closed = readTable<FacilityRow>("us-facilities-closed").rows;
const institutions = readTable<FacilityRow>("us-institutions").rows;
const streams = readTable<UsStreamRow>("us-streams").rows;
const stock = readTable<StockRow>("us-initial-stock").rows;
const domestic = streams.filter((stream) => quantity(stream.admissions) > 0);
const facilityById = new Map(facilities.map((row) => [row.id, row]));
const streamById = new Map(streams.map((row) => [row.id, row]));
const totals = readSource("us-facilities.csv").filter((row) => row.row_level === "institution_total");

/** Mean days in custody in one band by a fine midpoint sum, independent of the closed form. */
function midpointStayDays(stream: UsStreamRow, from: number, to: number): { stay: number; placed: number } {
  const steps = 20_000;
  const hazard = quantity(stream.deaths) / 365.25;
  const days = quantity(stream.finalPlacement?.days ?? "0");
  let stay = 0;
  let placed = 0;
  for (let step = 0; step < steps; step += 1) {
    const sentence = (from + ((to - from) * (step + 0.5)) / steps) * 365.25;
    const served = stream.timeServed.share * sentence - quantity(stream.timeServed.preTrialCredit);
    const term = Math.max(quantity(stream.timeServed.minimum), served);
    stay += (1 - Math.exp(-hazard * term)) / hazard / steps;
    if (term > days)
      placed += (Math.exp(-hazard * (term - days)) * (1 - Math.exp(-hazard * days))) / hazard / steps;
  }
  return { stay, placed };
}

describe("us-facilities", () => {
  it("us-facilities and us-facilities-closed hold the 198 BOP units and 8 contract prisons, each id once", () => {
    const units = facilities.filter((row) => row.id !== "COMMUNITY");
    const contract = closed.filter((row) => row.institution === "CONTRACT");
    expect(contract.length).toBe(8);
    expect(units.length + closed.length - contract.length).toBe(198);
    expect(new Set([...facilities, ...closed].map((row) => row.id)).size).toBe(
      facilities.length + closed.length,
    );
  });

  it("us-facilities adds to the recommended capacity of every open institution", () => {
    expect(institutions.length).toBe(95);
    for (const institution of institutions) {
      const units = facilities.filter((row) => row.institution === institution.id);
      const recommended = totals.find(
        (row) => row.institution_code === institution.id,
      )?.recommended_capacity_beds;
      expect(
        total(units, (row) => row.ratedCapacity ?? Number.NaN),
        institution.id,
      ).toBe(Number(recommended));
      expect(institution.ratedCapacity).toBe(Number(recommended));
    }
  });

  it("us-facilities with us-facilities-closed gives the 136,826 recommended beds of all 98 institutions", () => {
    const bop = [...facilities, ...closed].filter((row) => row.institution !== "CONTRACT");
    expect(total(bop, (row) => row.ratedCapacity ?? 0)).toBe(136_826);
  });

  it("us-facilities has a positive whole capacity, a place and a known level for every unit", () => {
    for (const row of facilities.filter((entry) => entry.id !== "COMMUNITY")) {
      expect(Number.isInteger(row.ratedCapacity) && Number(row.ratedCapacity) > 0, row.id).toBe(true);
      expect(["MXR", "NCR", "NER", "SCR", "SER", "WXR"]).toContain(row.region);
      expect(["minimum", "low", "medium", "high", "administrative"]).toContain(row.level);
      expect(["male", "female", "mixed"]).toContain(row.sex);
      expect(Number(row.latitude)).toBeGreaterThan(17);
      expect(Number(row.longitude)).toBeLessThan(-60);
    }
  });
});

describe("us-initial-stock", () => {
  it("us-initial-stock holds the published totals to the person", () => {
    const isOutside = (row: StockRow) => row.facility === "COMMUNITY";
    expect(
      total(
        stock.filter((row) => !isOutside(row)),
        (row) => row.persons,
      ),
    ).toBe(143_908);
    expect(total(stock.filter(isOutside), (row) => row.persons)).toBe(14_065);
  });

  it("us-initial-stock puts people only in units of their sex, and no non-citizen in a camp", () => {
    for (const row of stock) {
      const facility = facilityById.get(row.facility);
      const stream = streamById.get(row.stream);
      expect(row.persons).toBeGreaterThan(0);
      expect(["mixed", stream?.sex], row.facility).toContain(facility?.sex);
      if (stream?.citizenship !== "US") expect(facility?.level).not.toBe("minimum");
    }
  });

  it("us-initial-stock has people in every open unit and within 0.15 and 2.1 of its rated capacity", () => {
    for (const facility of facilities.filter((row) => row.id !== "COMMUNITY")) {
      const persons = total(
        stock.filter((row) => row.facility === facility.id),
        (row) => row.persons,
      );
      const occupancyRate = persons / Number(facility.ratedCapacity);
      expect(occupancyRate, facility.id).toBeGreaterThan(0.15);
      expect(occupancyRate, facility.id).toBeLessThan(2.1);
    }
  });
});

describe("us-streams", () => {
  it("us-streams have shares that add to 1 and levels that exist for their sex", () => {
    for (const stream of streams) {
      expect(total(Object.values(stream.levels), (share) => share)).toBeCloseTo(1, 9);
      expect(total(Object.values(stream.regions), (share) => share)).toBeCloseTo(1, 9);
      expect(total(stream.sentence.bands, (band) => band.share)).toBeCloseTo(1, 9);
      for (const level of Object.keys(stream.levels)) {
        const fits = (row: FacilityRow) =>
          row.level === level && (row.sex === "mixed" || row.sex === stream.sex);
        expect(facilities.some(fits), `${stream.id} ${level}`).toBe(true);
      }
    }
  });

  it("us-streams keep the stock of every stream stationary (Little's law, within 0.2 percent or 1 person)", () => {
    for (const stream of domestic) {
      const yearly = quantity(stream.admissions);
      const fixed = total(stream.sentence.bands, (band) => {
        const days = midpointStayDays(stream, quantity(band.from), quantity(band.to)).stay;
        return (yearly * band.share * days) / 365.25;
      });
      const persons = total(
        stock.filter((row) => row.stream === stream.id),
        (row) => row.persons,
      );
      const expected = persons * (1 - stream.sentence.life.stockShare);
      expect(Math.abs(fixed - expected), stream.id).toBeLessThan(Math.max(1, 0.002 * expected));
      const life = (yearly * stream.sentence.life.admissionShare) / quantity(stream.deaths);
      expect(Math.abs(life - persons * stream.sentence.life.stockShare), stream.id).toBeLessThan(1);
    }
  });

  it("us-streams admit within 150 of the 44,873 people observed with sentences over one year", () => {
    const over = total(domestic, (stream) => {
      const under = stream.sentence.bands.find((band) => band.to === "1 y")?.share ?? 0;
      return quantity(stream.admissions) * (1 - under);
    });
    expect(Math.abs(over - 44_873)).toBeLessThan(150);
  });

  it("us-streams place within 70 of the 14,065 people held outside in a stationary state", () => {
    const placed = total(domestic, (stream) => {
      const share = stream.finalPlacement?.share ?? 0;
      return total(stream.sentence.bands, (band) => {
        const days = midpointStayDays(stream, quantity(band.from), quantity(band.to)).placed;
        return (quantity(stream.admissions) * share * band.share * days) / 365.25;
      });
    });
    expect(Math.abs(placed - 14_065)).toBeLessThan(70);
  });

  it("us-streams leave nobody in a stream of fewer than five people and admit no expelled person", () => {
    for (const stream of domestic) {
      const persons = total(
        stock.filter((row) => row.stream === stream.id),
        (row) => row.persons,
      );
      expect(persons, stream.id).toBeGreaterThanOrEqual(5);
    }
    expect(streamById.get("expelled-MX-male")?.admissions).toBe("0 persons/y");
    expect(stock.some((row) => row.stream === "expelled-MX-male")).toBe(false);
  });
});
