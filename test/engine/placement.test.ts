import { describe, expect, it } from "vitest";
import type { ModelParameters, PlacementRule, Weighted } from "../../engine/index.ts";
import { runReplication } from "../../engine/index.ts";
import { prisonNetwork } from "../fixtures/prisonNetwork.ts";
import { daysTo, facility, forever, group, Reading, regime, smallModel, streamRegime } from "./smallModel.ts";
import { twoSystems } from "./twoSystems.ts";

function run(parameters: ModelParameters, seed = "placement"): Reading {
  return new Reading(parameters, runReplication(parameters, seed, 0));
}

/** The same model with every rated capacity multiplied. */
function withCapacity(parameters: ModelParameters, factor: number): ModelParameters {
  return {
    ...parameters,
    regimes: parameters.regimes.map((r) => ({
      ...r,
      capacity: r.capacity.map((beds) => (beds === null ? null : beds * factor)),
    })),
  };
}

/** The rules written out: facility of the next person, given stocks; of equally crowded ones the lowest number. */
function choice(
  stock: readonly number[],
  capacity: readonly number[],
  regionOf: readonly number[],
  rule: PlacementRule,
  home: number,
): number {
  const least = (members: readonly number[]): number =>
    members.reduce((best, i) => (stock[i]! * capacity[best]! < stock[best]! * capacity[i]! ? i : best));
  const open = capacity.flatMap((beds, i) => (beds > 0 ? [i] : []));
  const inRegion = open.filter((i) => regionOf[i] === home);
  if (rule.kind === "regionFirst" && inRegion.length > 0) {
    const best = least(inRegion);
    if (stock[best]! / capacity[best]! < rule.maximumOccupancy) {
      return best;
    }
  }
  return least(open);
}

/** People of one home region who stay for ever; the regions of the facilities are given. */
function arrivals(
  capacity: readonly number[],
  regionOf: readonly number[],
  rule: PlacementRule,
  homeRegion: readonly Weighted[],
): ModelParameters {
  return smallModel({
    horizonDays: 100,
    gridDays: daysTo(100),
    facilities: capacity.map((_, i) => facility(i, 0, regionOf[i]!)),
    regions: ["north", "south"],
    regimes: [
      regime({
        capacity: capacity,
        placement: [rule],
        streams: [streamRegime({ admissionsPerDay: 2, homeRegion })],
      }),
    ],
  });
}

describe("runReplication, placement", () => {
  it.each([
    ["the reference workload", { ...prisonNetwork({ scale: 0.02, days: 730 }), gridDays: daysTo(730, 10) }],
    ["two systems", twoSystems()],
  ])(
    "runReplication moves nobody under leastCrowded when all capacities are doubled, and halves every occupancy: %s",
    (_, model) => {
      // Without limits that depend on occupancy itself.
      const free: ModelParameters = {
        ...model,
        regimes: model.regimes.map((r) => ({
          ...r,
          corridors: r.corridors.map((c) => ({
            ...c,
            receiving: { ...c.receiving, maximumOccupancy: null },
          })),
        })),
      };
      const doubled = withCapacity(free, 2);
      const [a, b] = [free, doubled].map((p) => run(p).result);
      expect(b!.gridStock).toEqual(a!.gridStock);
      expect(b!.gridFlows).toEqual(a!.gridFlows);
      const capacityDays = (days: Float64Array): number => days.reduce((sum, v) => sum + v, 0);
      expect(capacityDays(b!.bandCapacityDays) / capacityDays(a!.bandCapacityDays)).toBeCloseTo(2, 9);
      const fourfold = run(withCapacity(free, 4)).result;
      expect(fourfold.gridStock).toEqual(a!.gridStock);
    },
  );

  it.each<[string, readonly number[], readonly number[], PlacementRule, number]>([
    // Powers of two first, whose ratios are exact in binary; then ties of 9 / 30 with 12 / 40, and 49 / 49 with 1.
    ["leastCrowded", [8, 32, 64], [0, 1, 1], { kind: "leastCrowded" }, 0],
    ["regionFirst, one at home", [8, 32, 64], [0, 1, 1], { kind: "regionFirst", maximumOccupancy: 1 }, 0],
    ["regionFirst, two at home", [8, 32, 64], [0, 1, 1], { kind: "regionFirst", maximumOccupancy: 0.9 }, 1],
    ["regionFirst, none at home", [8, 32], [1, 1], { kind: "regionFirst", maximumOccupancy: 1 }, 0],
    ["regionFirst, closed at home", [0, 32, 64], [0, 1, 1], { kind: "regionFirst", maximumOccupancy: 1 }, 0],
    [
      "regionFirst, above capacity",
      [8, 32, 16],
      [0, 1, -1],
      { kind: "regionFirst", maximumOccupancy: 1.5 },
      0,
    ],
    ["leastCrowded, tie of 30 and 40 beds", [10, 40, 30], [0, 1, 1], { kind: "leastCrowded" }, 0],
    ["regionFirst, full at 49 beds", [49, 256], [0, 1], { kind: "regionFirst", maximumOccupancy: 1 }, 0],
  ])(
    "runReplication places each person as the rule written out does: %s",
    (_, capacity, regionOf, rule, home) => {
      const parameters = arrivals(capacity, regionOf, rule, [{ index: home, share: 1 }]);
      const reading = run(parameters);
      const stock = capacity.map(() => 0);
      let placed = 0;
      parameters.gridDays.forEach((_day, row) => {
        for (; placed < reading.flow(row, 0, "admissions"); placed++) {
          stock[choice(stock, capacity, regionOf, rule, home)]!++;
        }
        expect(capacity.map((_beds, i) => reading.stock(row, i))).toEqual(stock);
      });
      expect(placed).toBeGreaterThan(150);
    },
  );

  it("runReplication gives people the stated shares of home regions", () => {
    const rule = { kind: "regionFirst", maximumOccupancy: 100 } as const;
    const homes = [
      { index: 0, share: 0.3 },
      { index: 1, share: 0.7 },
    ];
    let north = 0;
    let all = 0;
    for (let seed = 0; seed < 20; seed++) {
      const reading = run(arrivals([10, 10], [0, 1], rule, homes), `home ${seed}`);
      north += reading.stock(99, 0);
      all += reading.stockOf(99);
    }
    const standardError = Math.sqrt((0.3 * 0.7) / all);
    expect(Math.abs(north / all - 0.3) / standardError).toBeLessThan(3.5);
  });

  it("runReplication moves a person with the person counted where he or she is", () => {
    // Of 2 people in facilities of one bed each nobody gains by moving; with both in one of them, one goes.
    const two = (places: readonly number[]): ModelParameters =>
      smallModel({
        horizonDays: 100,
        gridDays: [100],
        facilities: [facility(0), facility(1)],
        initialStock: places.map((place) => ({
          stream: 0,
          persons: 1,
          facility: place,
          group: 0,
          residual: forever,
        })),
        regimes: [
          regime({ capacity: [1, 1], streams: [streamRegime({ moves: { kind: "fixed", days: 7 } })] }),
        ],
      });
    // A tie goes to the lowest number, and a person in the other one moves there: [0, 1] → [0, 0] → one goes back.
    const together = run(two([1, 1]));
    expect([together.stock(0, 0) + together.stock(0, 1), together.flow(0, 0, "moves") > 0]).toEqual([
      2,
      true,
    ]);
    const alone = run(two([0]));
    // Alone in facility 0 at 1 of 1, with 0 of 1 in the other: every move changes the place.
    expect(alone.flow(0, 0, "moves")).toBe(14);
    expect([alone.stock(0, 0), alone.stock(0, 1)]).toEqual([1, 0]);
  });

  it("runReplication breaks ties in the order of the group's list", () => {
    const model = arrivals([10, 10, 10], [-1, -1, -1], { kind: "leastCrowded" }, []);
    const reading = run({ ...model, groups: [group([2, 0, 1])] });
    const row = model.gridDays.findIndex((_, i) => reading.flow(i, 0, "admissions") % 3 === 1);
    expect(reading.stock(row, 2)).toBe(reading.stock(row, 0) + 1);
  });
});
