import { describe, expect, it } from "vitest";
import { editDistance, nearest, nearestHint } from "../../scenarios/nearest.ts";
import {
  addedQuantity,
  durationDays,
  personsPerDay,
  ratePerDay,
  scaledQuantity,
} from "../../scenarios/quantities.ts";

describe("quantities", () => {
  it("durationDays knows hours, days, weeks, months and years", () => {
    expect(durationDays("12 h")).toBe(0.5);
    expect(durationDays("30 d")).toBe(30);
    expect(durationDays("5 weeks")).toBe(35);
    expect(durationDays("6 months")).toBe(182.625);
    expect(durationDays("2 y")).toBe(730.5);
    expect(durationDays("1 year")).toBe(365.25);
    expect(durationDays("0.5d")).toBe(0.5);
  });

  it("durationDays gives null for anything else", () => {
    for (const text of ["30", "d", "-1 d", "30 persons", "1 d 2 h", "1e999 parsec", "Infinity d", ""]) {
      expect(durationDays(text)).toBeNull();
    }
  });

  it("personsPerDay divides persons by the days", () => {
    expect(personsPerDay("45000 persons / 365 d")).toBe(45_000 / 365);
    expect(personsPerDay("12345.6 persons/y")).toBe(12_345.6 / 365.25);
    expect(personsPerDay("1 person/d")).toBe(1);
    expect(personsPerDay("3 persons/0 d")).toBeNull();
    expect(personsPerDay("3/d")).toBeNull();
  });

  it("ratePerDay divides a rate by the days", () => {
    expect(ratePerDay("0.36525 /y")).toBeCloseTo(0.001, 15);
    expect(ratePerDay("0 /y")).toBe(0);
    expect(ratePerDay("3 persons/y")).toBeNull();
  });

  it("scaledQuantity multiplies the number and keeps the unit", () => {
    expect(scaledQuantity("30 d", 1.5)).toBe("45 d");
    expect(scaledQuantity("45000 persons / 365 d", 2)).toBe("90000 persons / 365 d");
    expect(scaledQuantity("0.1 /y", 3)).toBe(`${0.1 * 3} /y`);
    expect(scaledQuantity("leastCrowded", 2)).toBeNull();
  });

  it("scaledQuantity by 1 leaves the quantity as it is, bit for bit", () => {
    for (const text of ["11257.02 persons/y", "0.00236 /y", "570.6 d"]) {
      const read = (value: string) => durationDays(value) ?? personsPerDay(value) ?? ratePerDay(value);
      expect(read(scaledQuantity(text, 1) ?? "")).toBe(read(text));
    }
  });

  it("scaledQuantity can be read again when the result is very small", () => {
    expect(ratePerDay(scaledQuantity("0.001 /y", 1e-9) ?? "")).toBeCloseTo(1e-12 / 365.25, 24);
  });

  it("addedQuantity adds quantities of one kind in their own units", () => {
    expect(addedQuantity("2 weeks", "10 d")).toBe("24 d");
    expect(addedQuantity("30 d", "-10 d")).toBe("20 d");
    expect(addedQuantity("1 persons/d", "+2 persons/d")).toBe("3 persons/d");
    expect(addedQuantity("30 d", "2 persons/d")).toBeNull();
  });
});

describe("nearest", () => {
  it("editDistance counts inserted, deleted, replaced and swapped characters", () => {
    expect(editDistance("gird", "grid")).toBe(1);
    expect(editDistance("every", "evry")).toBe(1);
    expect(editDistance("kitten", "sitting")).toBe(3);
    expect(editDistance("", "abc")).toBe(3);
  });

  it("nearest gives the closest known word, whatever its case, or null", () => {
    expect(nearest("Horizont", ["start", "horizon", "grid"])).toBe("horizon");
    expect(nearest("weather", ["start", "horizon", "grid"])).toBeNull();
  });

  it("nearestHint lists what is known when nothing is near", () => {
    expect(nearestHint("weather", ["start", "grid"])).toBe("known: start, grid");
    expect(nearestHint("weather", [])).toBeNull();
  });
});
