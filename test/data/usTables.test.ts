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
import { Alive, servedOf } from "./usServing.ts";

const facilities = readTable<FacilityRow>("us-facilities").rows;
const closed = readTable<FacilityRow>("us-facilities-closed").rows;
const institutions = readTable<FacilityRow>("us-institutions").rows;
const streams = readTable<UsStreamRow>("us-streams").rows;
const stock = readTable<StockRow>("us-initial-stock").rows;
const domestic = streams.filter((stream) => quantity(stream.admissions) > 0);
const facilityById = new Map(facilities.map((row) => [row.id, row]));
const streamById = new Map(streams.map((row) => [row.id, row]));
const personsOf = (stream: UsStreamRow) =>
  total(
    stock.filter((row) => row.stream === stream.id),
    (row) => row.persons,
  );
const totals = readSource("us-facilities.csv").filter((row) => row.row_level === "institution_total");

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
    expect(institutions.length).toBe(96);
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
      if (facility?.level !== "administrative" && facility?.level !== "community") {
        expect(row.level, row.facility).toBe(facility?.level);
      }
    }
  });

  it("us-initial-stock has people of every level in administrative units, and of none but these without a level", () => {
    const levels = new Set(
      stock
        .filter((row) => facilityById.get(row.facility)?.level === "administrative")
        .map((row) => row.level),
    );
    expect([...levels].sort()).toEqual(["high", "low", "medium", "minimum", "unclassified"]);
    for (const row of stock.filter((entry) => entry.level === "unclassified")) {
      expect(facilityById.get(row.facility)?.level, row.facility).toBe("administrative");
    }
  });

  it("us-initial-stock has the published own levels of all people within one point", () => {
    const published = { minimum: 15.9, low: 36.5, medium: 31.6, high: 12.5, unclassified: 3.5 };
    for (const [level, percent] of Object.entries(published)) {
      const persons = total(
        stock.filter((row) => row.level === level),
        (row) => row.persons,
      );
      expect(Math.abs((100 * persons) / 157_973 - percent), level).toBeLessThan(1);
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
      for (const name of Object.keys(stream.levels)) {
        const unitLevel = name.split("/")[1] ?? name;
        const fits = (row: FacilityRow) =>
          row.level === unitLevel && (row.sex === "mixed" || row.sex === stream.sex);
        expect(facilities.some(fits), `${stream.id} ${name}`).toBe(true);
      }
    }
  });

  it("us-streams admit within 5 of the 44,873 people observed with sentences over one year, 6,433 of them violators", () => {
    const over = (rows: readonly UsStreamRow[]) =>
      total(rows, (stream) => {
        const under = stream.sentence.bands.filter((band) => quantity(band.to) <= 1);
        const { admissionShare } = stream.sentence.life;
        return quantity(stream.admissions) * (1 - (1 - admissionShare) * total(under, (band) => band.share));
      });
    expect(Math.abs(over(domestic) - 44_873)).toBeLessThan(5);
    const violators = domestic.filter((stream) => stream.offence === "supervisionViolation");
    expect(Math.abs(over(violators) - 6_433)).toBeLessThan(5);
  });

  it("us-streams have the mean sentences of FY2023: 82 months for drug, 27 for non-citizens", () => {
    const court = domestic.filter((stream) => stream.offence !== "supervisionViolation");
    const mean = (rows: readonly UsStreamRow[]) => {
      const months = total(rows, (stream) => {
        const { bands, life } = stream.sentence;
        const fixed = total(bands, (band) => band.share * 6 * (quantity(band.from) + quantity(band.to)));
        return quantity(stream.admissions) * ((1 - life.admissionShare) * fixed + life.admissionShare * 470);
      });
      return months / total(rows, (stream) => quantity(stream.admissions));
    };
    expect(Math.abs(mean(court.filter((stream) => stream.offence === "drug")) - 82)).toBeLessThan(0.2);
    expect(Math.abs(mean(court.filter((stream) => stream.citizenship !== "US")) - 27)).toBeLessThan(0.2);
  });

  it("us-streams have the sentence bands of the stock of 2019 within 0.2 points", () => {
    const published = [5155, 18_619, 17_897, 41_887, 34_995, 18_674, 22_738, 4662];
    const edges = [1, 3, 5, 10, 15, 20, 40];
    const alive = new Alive(domestic[0] as UsStreamRow);
    const bands = published.map(() => 0);
    for (const stream of domestic) {
      for (const served of servedOf(stream, 20)) {
        const band = edges.findIndex((edge) => served.sentenceYears <= edge);
        bands[band] = (bands[band] ?? 0) + served.perYear * alive.meanYears(served.years);
      }
      bands[7] = (bands[7] ?? 0) + personsOf(stream) * stream.sentence.life.stockShare;
    }
    bands.forEach((persons, band) => {
      const share = persons / total(bands, (value) => value);
      const observed = (published[band] ?? 0) / total(published, (value) => value);
      expect(Math.abs(100 * (share - observed)), `band ${band}`).toBeLessThan(0.2);
    });
  });

  it("us-streams change classes only to classes that their sex has units of, in both directions between levels", () => {
    for (const stream of domestic) {
      const takes = (unitLevel: string) =>
        facilities.some((row) => row.level === unitLevel && ["mixed", stream.sex].includes(row.sex));
      for (const { from, to, rate } of stream.reclassification) {
        expect(takes(to.split("/")[1] ?? to), `${stream.id} ${to}`).toBe(true);
        expect(quantity(rate)).toBeGreaterThan(0);
        if (from.startsWith("unclassified")) continue;
        const back = stream.reclassification.some((change) => change.from === to && change.to === from);
        expect(back, `${stream.id} from ${to} back to ${from}`).toBe(true);
      }
    }
  });

  it("us-streams give no First Step Act credits to more than the share of non-citizens without a removal order", () => {
    const credits = (id: string) =>
      streamById.get(id)?.timeServed.reductions.find((reduction) => reduction.id === "firstStepAct");
    for (const offence of ["drug", "weapons", "property"]) {
      const ratio = (credits(`${offence}-MX-male`)?.share ?? 0) / (credits(`${offence}-US-male`)?.share ?? 1);
      expect(ratio).toBeCloseTo(1 - 0.542, 3);
    }
    const perDay = credits("drug-US-male")?.earned?.perDay ?? 0;
    expect(perDay).toBeGreaterThanOrEqual(1 / 3);
    expect(perDay).toBeLessThanOrEqual(1 / 2);
  });

  it("us-streams leave nobody in a stream of fewer than five people and admit no expelled person", () => {
    for (const stream of domestic) expect(personsOf(stream), stream.id).toBeGreaterThanOrEqual(5);
    expect(streamById.get("expelled-MX-male")?.admissions).toBe("0 persons/y");
    expect(stock.some((row) => row.stream === "expelled-MX-male")).toBe(false);
  });
});
