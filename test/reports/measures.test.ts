import { describe, expect, it } from "vitest";
import { BAND_COUNT, CORRIDOR_SUMS, FUNNEL, THRESHOLDS } from "../../engine/result.ts";
import {
  CATALOGUE,
  canonicalMeasure,
  findMeasure,
  measuresOf,
  measureValues,
  nearestMeasures,
} from "../../reports/measures.ts";
import { LEDGER } from "./ledger/pricedScenario.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

const scenario = syntheticScenario();
const results = syntheticResults(scenario, 5);
const facilities = scenario.parameters.facilities;
const count = facilities.length;
const capacity = (f: number) => 1000 + 100 * (f % 7);

describe("measuresOf", () => {
  it("measuresOf gives each name once, with unit, definition and source", () => {
    const measures = measuresOf(scenario);
    expect(new Set(measures.map(({ name }) => name)).size).toBe(measures.length);
    expect(measures.every(({ unit, definition, source }) => unit && definition && source)).toBe(true);
  });

  it("measuresOf names systems, levels, regions, institutions and corridors", () => {
    const names = measuresOf(scenario).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining([
        "us.system.stock",
        "us.level.medium.occupancy",
        "us.region.MXR.stock",
        "us.facility.U00.daysAbove130",
        "mx.facility.MX-MEX.occupancy",
        "mx.level.federal.occupancy",
        "us.system.facilitiesAbove150",
        "corridor.us-mx.personYearsToServe",
      ]),
    );
  });

  it("measuresOf uses every line of the catalogue", () => {
    const assaults = { perPersonPerOfficer: 1, perCrowdingPoint: 1, perPersons: 5000 };
    const harm = { staff: 1, officers: 1, programmePlaces: 1, specialHousingShare: 0.1, assaults };
    const full = { ...syntheticScenario({ harm }), ledger: LEDGER };
    const used = new Set(measuresOf(full).map(({ definition }) => definition));
    expect(CATALOGUE.filter(({ definition }) => !used.has(definition))).toEqual([]);
  });
});

describe("canonicalMeasure", () => {
  it("canonicalMeasure turns the short form of a level into the full name", () => {
    expect(canonicalMeasure("mx.federal.occupancy")).toBe("mx.level.federal.occupancy");
    expect(canonicalMeasure("us.system.stock")).toBe("us.system.stock");
    expect(canonicalMeasure("corridor.us-mx.handedOver")).toBe("corridor.us-mx.transfers");
    expect(canonicalMeasure("corridor.us-mx.requests")).toBe("corridor.us-mx.requests");
    expect(canonicalMeasure("ledger.us.grossSavings")).toBe("ledger.us.grossValueFreed");
    expect(canonicalMeasure("ledger.us.personYears")).toBe("ledger.us.personYears");
  });
});

describe("findMeasure", () => {
  it("findMeasure answers an unknown name with the nearest known ones", () => {
    expect(() => findMeasure(scenario, "us.system.ocupancy")).toThrow(
      /measure "us.system.ocupancy" is not known in scenario "base"; nearest: us.system.occupancy/,
    );
    expect(nearestMeasures(scenario, "mx.federal.stok")[0]).toBe("mx.level.federal.stock");
  });
});

describe("measureValues", () => {
  it("measureValues sums an institution over its units", () => {
    const stock = measureValues(scenario, results, "us.facility.U00.stock", 3);
    expect([...stock]).toEqual(results.map((r) => r.gridStock[3 * count]! + r.gridStock[3 * count + 1]!));
    const occupancy = measureValues(scenario, results, "us.facility.U00.occupancy", 3);
    expect(occupancy[0]).toBe(stock[0]! / (capacity(0) + capacity(1)));
  });

  it("measureValues reads day 0 before the first event", () => {
    const first = measureValues(scenario, results, "us.facility.U00.stock", "start")[0];
    expect(first).toBe(results[0]!.initialStock[0]! + results[0]!.initialStock[1]!);
    expect(measureValues(scenario, results, "us.system.admissions", "start")[0]).toBe(0);
  });

  it("measureValues orders replications by index, whatever the order of completion", () => {
    const shuffled = [3, 0, 4, 1, 2].map((i) => results[i]!);
    expect(measureValues(scenario, shuffled, "us.system.stock", 5)).toEqual(
      measureValues(scenario, results, "us.system.stock", 5),
    );
  });

  it("measureValues refuses two results of one replication", () => {
    expect(() => measureValues(scenario, [results[0]!, results[0]!], "us.system.stock", 0)).toThrow(
      "distinct replication indices, got 0 twice",
    );
  });

  it("measureValues takes the rated capacity that is in force at the date", () => {
    const changed = syntheticScenario({ laterCapacity: 500 });
    const before = measureValues(changed, results, "us.facility.U00.occupancy", 11)[0]!;
    const after = measureValues(changed, results, "us.facility.U00.occupancy", 12)[0]!;
    const stock = (grid: number) =>
      results[0]!.gridStock[grid * count]! + results[0]!.gridStock[grid * count + 1]!;
    expect(before).toBe(stock(11) / 2100);
    expect(after).toBe(stock(12) / (500 + 1100));
  });

  it("measureValues leaves a facility without rated capacity out of occupancy on both sides", () => {
    const changed = syntheticScenario({ laterCapacity: null });
    const value = measureValues(changed, results, "us.facility.U00.occupancy", 12)[0];
    expect(value).toBe(results[0]!.gridStock[12 * count + 1]! / 1100);
  });

  it("measureValues counts institutions above a threshold and the people in them", () => {
    const units = (i: number) => facilities.flatMap((facility, f) => (facility.institution === i ? [f] : []));
    const above = [0, 1, 2, 3].filter((i) => {
      const stock = units(i).reduce((sum, f) => sum + results[1]!.gridStock[7 * count + f]!, 0);
      return stock > 1.1 * units(i).reduce((sum, f) => sum + capacity(f), 0);
    });
    expect(measureValues(scenario, results, "us.system.facilitiesAbove110", 7)[1]).toBe(above.length);
    const share = measureValues(scenario, results, "us.system.shareAbove110", 7)[1]!;
    const people = above.flatMap(units).reduce((sum, f) => sum + results[1]!.gridStock[7 * count + f]!, 0);
    expect(share).toBeCloseTo(people / measureValues(scenario, results, "us.system.stock", 7)[1]!, 12);
  });

  it("measureValues sums person-days in excess of a threshold over the bands above it", () => {
    const one = results[0]!;
    const excess = [0, 1, 2, 3].flatMap((i) =>
      [3, 4].map((band) => {
        const cell = i * BAND_COUNT + band;
        return one.bandBedDays[cell]! - THRESHOLDS[2] * one.bandCapacityDays[cell]!;
      }),
    );
    const sum = excess.reduce((a, b) => a + b, 0);
    expect(measureValues(scenario, results, "us.system.bedDaysAbove130", "horizon")[0]).toBeCloseTo(sum, 6);
  });

  it("measureValues gives 0 or 1 for a crossing, and days and average occupancy over the run", () => {
    const crossed = measureValues(scenario, results, "us.facility.U01.crossed100", "horizon");
    const days = measureValues(scenario, results, "us.facility.U01.daysAbove100", "horizon");
    expect([...crossed]).toEqual([...days].map((value) => (value > 0 ? 1 : 0)));
    const average = measureValues(scenario, results, "us.facility.U01.averageOccupancy", "horizon")[0]!;
    const cells = Array.from({ length: BAND_COUNT }, (_, band) => BAND_COUNT + band);
    const total = (column: Float64Array) => cells.reduce((sum, cell) => sum + column[cell]!, 0);
    expect(average).toBeCloseTo(total(results[0]!.bandBedDays) / total(results[0]!.bandCapacityDays), 12);
  });

  it("measureValues derives open cases and person-years from the corridor's counts", () => {
    const one = results[0]!;
    const at = (name: (typeof FUNNEL)[number]) => one.gridFunnel[4 * FUNNEL.length + FUNNEL.indexOf(name)]!;
    const left =
      at("requests") -
      (at("ineligible") + at("denied") + at("refused")) -
      (at("refusedQuota") + at("refusedOccupancy") + at("withdrawn") + at("lapsed")) -
      (at("releasedWaiting") + at("diedWaiting") + at("handedOver"));
    expect(measureValues(scenario, results, "corridor.us-mx.waiting", 4)[0]).toBe(left);
    const sum = one.gridCorridorSums[4 * CORRIDOR_SUMS.length]!;
    expect(measureValues(scenario, results, "corridor.us-mx.personYearsMoved", 4)[0]).toBe(sum / 365.25);
  });

  it("measureValues does not define the time waited when nobody was handed over", () => {
    const nobody = syntheticResults(scenario, 1, 0);
    expect(measureValues(scenario, nobody, "corridor.us-mx.meanDaysWaited", 4)[0]).toBeNaN();
  });

  it("measureValues refuses a date for a sum over the run, and the run for a stock", () => {
    expect(() => measureValues(scenario, results, "us.system.bedDaysAbove100", 1)).toThrow("not at 1");
    expect(() => measureValues(scenario, results, "us.system.stock", "horizon")).toThrow("read at a date");
    expect(() => measureValues(scenario, results, "us.system.deaths", "horizon")).toThrow("read at a date");
  });
});
