import { describe, expect, it } from "vitest";
import {
  type FacilityRow,
  quantity,
  readTable,
  type StockRow,
  total,
  type UsStreamRow,
} from "./readTable.ts";
import { servedOf } from "./usServing.ts";

const facilities = readTable<FacilityRow>("hindcast-2017-facilities").rows;
const streams = readTable<UsStreamRow>("hindcast-2017-streams").rows;
const stock = readTable<StockRow>("hindcast-2017-initial-stock").rows;
const personsIn = (isCounted: (row: StockRow) => boolean) =>
  total(stock.filter(isCounted), (row) => row.persons);
const personsOf = (stream: UsStreamRow) => personsIn((row) => row.stream === stream.id);

describe("hindcast-2017-initial-stock", () => {
  it("hindcast-2017-initial-stock holds the year end of 2017 to the person: 183,058, 154,578 of them in BOP units", () => {
    const isBop = (row: StockRow) => row.facility !== "PRIVATE" && row.facility !== "COMMUNITY";
    expect(personsIn(() => true)).toBe(183_058);
    expect(personsIn(isBop)).toBe(154_578);
  });

  it("hindcast-2017-initial-stock crowds high security by the 25 percent printed in October 2017", () => {
    const units = facilities.filter((row) => row.level === "high");
    const persons = personsIn((row) => units.some((unit) => unit.id === row.facility));
    expect(persons / total(units, (unit) => unit.ratedCapacity ?? 0)).toBeCloseTo(1.25, 3);
  });

  it("hindcast-2017-initial-stock has mostly non-citizens in the contract prisons, men only", () => {
    const rows = stock.filter((row) => row.facility === "PRIVATE");
    const foreign = rows.filter((row) => !row.stream.includes("-US-"));
    expect(rows.every((row) => row.stream.endsWith("-male"))).toBe(true);
    const share = total(foreign, (row) => row.persons) / total(rows, (row) => row.persons);
    expect(share).toBeGreaterThan(0.8);
  });
});

describe("hindcast-2017-facilities", () => {
  it("hindcast-2017-facilities holds all 198 units with the levels before the changes, and the contract prisons", () => {
    const level = (id: string) => facilities.find((row) => row.id === id)?.level;
    expect(facilities.length).toBe(200);
    expect([level("ATL"), level("MEM"), level("OXF"), level("LEW"), level("TOM")]).toEqual([
      "medium",
      "medium",
      "medium",
      "high",
      "high",
    ]);
    expect(facilities.find((row) => row.id === "PRIVATE")?.ratedCapacity).toBeNull();
  });
});

describe("hindcast-2017-streams", () => {
  it("hindcast-2017-streams let 49,461 people with sentences over one year go in the first year, within one percent", () => {
    const leaving = total(streams, (stream) => {
      const served = servedOf(stream, 20);
      const ending = total(served, (one) => one.perYear * one.years);
      const scale = (personsOf(stream) * (1 - stream.sentence.life.stockShare)) / ending;
      return total(served, (one) => (one.sentenceYears > 1 ? one.perYear * scale : 0));
    });
    expect(Math.abs(leaving / 49_461 - 1)).toBeLessThan(0.01);
  });

  it("hindcast-2017-streams admit fewer people than leave, violators as many", () => {
    const stays = (stream: UsStreamRow) => {
      const served = servedOf(stream, 20);
      const ending = total(served, (one) => one.perYear * one.years);
      return ending / (personsOf(stream) * (1 - stream.sentence.life.stockShare));
    };
    const court = 40_180 / (49_461 - 4_527);
    for (const stream of streams) {
      const expected = stream.offence === "supervisionViolation" ? 1 : court;
      expect(Math.abs(stays(stream) / expected - 1), stream.id).toBeLessThan(0.06);
    }
  });

  it("hindcast-2017-streams know nothing of the First Step Act", () => {
    for (const stream of streams) {
      expect(stream.timeServed.share).toBeCloseTo(0.871, 3);
      expect(stream.timeServed.reductions.map((reduction) => reduction.id)).not.toContain("firstStepAct");
      expect(quantity(stream.admissions)).toBeGreaterThan(0);
    }
  });
});
