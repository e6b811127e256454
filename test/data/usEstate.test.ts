import { describe, expect, it } from "vitest";
import { type FacilityRow, readTable, type StockRow, total, type UsStreamRow } from "./readTable.ts";

const facilities = readTable<FacilityRow>("us-facilities").rows;
const facilityById = new Map(facilities.map((row) => [row.id, row]));
const stock = readTable<StockRow>("us-initial-stock").rows;
const streamById = new Map(readTable<UsStreamRow>("us-streams").rows.map((row) => [row.id, row]));

describe("us-facilities weights", () => {
  const units = facilities.filter((row) => row.id !== "COMMUNITY");
  const personsIn = (isCounted: (row: StockRow) => boolean) =>
    total(stock.filter(isCounted), (row) => row.persons);

  it("us-facilities give administrative units in the long run the people that they have at the start", () => {
    const administrative = units.filter((row) => row.level === "administrative");
    const ids = new Set(administrative.map((row) => row.id));
    for (const unit of administrative) {
      const expected = total(["male", "female"], (sex) => {
        const members = administrative.filter((row) => row.sex === "mixed" || row.sex === sex);
        if (!members.includes(unit)) return 0;
        const persons = personsIn((row) => ids.has(row.facility) && streamById.get(row.stream)?.sex === sex);
        return (persons * (unit.weight ?? 0)) / total(members, (row) => row.weight ?? 0);
      });
      const persons = personsIn((row) => row.facility === unit.id);
      expect(Math.abs(expected / persons - 1), unit.id).toBeLessThan(0.01);
    }
  });

  it("us-facilities draw the occupancy of two units of one level together by the persistence", () => {
    const [first, second] = ["ATW", "BSY"].map((id) => units.find((row) => row.id === id) as FacilityRow);
    const occupancy = (unit: FacilityRow) =>
      personsIn((row) => row.facility === unit.id) / Number(unit.ratedCapacity);
    const wanted = (unit: FacilityRow) => Number(unit.weight) / Number(unit.ratedCapacity);
    const [a, b] = [first as FacilityRow, second as FacilityRow];
    const exponent = Math.log(wanted(a) / wanted(b)) / Math.log(occupancy(a) / occupancy(b));
    expect(exponent).toBeCloseTo(0.446, 2);
  });
});

describe("us-beds-off-line", () => {
  it("us-beds-off-line spreads 4,000 beds over the open units in proportion to rated capacity", () => {
    const rows = readTable<{ readonly id: string; readonly bedsOffLine: number }>("us-beds-off-line").rows;
    expect(total(rows, (row) => row.bedsOffLine)).toBe(4000);
    const capacity = total(facilities, (row) => row.ratedCapacity ?? 0);
    for (const row of rows) {
      const quota = (4000 * Number(facilityById.get(row.id)?.ratedCapacity)) / capacity;
      expect(Math.abs(row.bedsOffLine - quota), row.id).toBeLessThan(1);
    }
  });
});

describe("us-crowded-2020", () => {
  it("us-crowded-2020 lists the 17 institutions at 130 percent and more, the doubtful ones marked", () => {
    const rows = readTable<{ readonly id: string; readonly percent: number; readonly isDoubtful: boolean }>(
      "us-crowded-2020",
    ).rows;
    expect(rows.map((row) => [row.id, row.percent])).toEqual([
      ["CCC", 185],
      ["ENG", 177],
      ["SDC", 167],
      ["NYM", 163],
      ["DAN", 152],
      ["SAF", 150],
      ["TRM", 140],
      ["OKL", 139],
      ["CRW", 133],
      ["PHL", 133],
      ["GUA", 132],
      ["PEK", 132],
      ["SHE", 131],
      ["BAS", 131],
      ["DUB", 130],
      ["ALX", 130],
      ["MAR", 130],
    ]);
    expect(rows.filter((row) => row.isDoubtful).map((row) => row.id)).toEqual(["CCC", "PEK", "MAR"]);
  });
});

describe("us-published", () => {
  it("us-published has the totals, levels, composition, flows and institutions that the model is set against", () => {
    const rows = readTable<Readonly<Record<string, unknown>>>("us-published").rows;
    const value = (measure: string, category: string) =>
      rows.find((row) => row.measure === measure && row.category === category)?.value;
    expect(value("stock", "total")).toBe(157_973);
    expect(value("stock", "inInstitutions")).toBe(143_908);
    expect(value("stock", "outside")).toBe(14_065);
    expect(value("ownLevel", "low")).toBe(36.5);
    expect(value("citizenship", "MX")).toBe(12_336);
    expect(value("sentence", "life")).toBe(4600);
    expect(value("age", "50+")).toBe(22.2);
    expect(value("admissionsOverOneYear", "2022")).toBe(44_873);
    expect(value("deaths", "2020")).toBe(526);
    expect(value("meanTimeServed", "all")).toBe(37.5);
    expect(value("meanSentence", "drug")).toBe(82);
    expect(rows.filter((row) => row.measure === "institution" && row.asOf === "2020-02-01").length).toBe(98);
  });
});
