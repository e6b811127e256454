import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildModel } from "../../engine/model.ts";
import { Simulation } from "../../engine/simulation.ts";
import { facility, group, regime, smallModel } from "./smallModel.ts";

const REGIONS = 3;

/**
 * A placement index under test: group 0 has all facilities, group 1 every second one, group 2 the last one; a
 * facility's region is its number modulo 4, where 3 stands for none. Stocks and capacities change as they do in
 * a run.
 */
class Case {
  readonly groups: readonly (readonly number[])[];
  private readonly sim: Simulation;
  private readonly stock: number[];
  private capacity: readonly number[];

  constructor(
    facilities: number,
    private readonly capacities: readonly (readonly number[])[],
  ) {
    const all = Array.from({ length: facilities }, (_, i) => i);
    this.groups = [all, all.filter((i) => i % 2 === 0), [facilities - 1]];
    const model = smallModel({
      facilities: all.map((i) => facility(i, 0, i % 4 === 3 ? -1 : i % 4)),
      groups: this.groups.map((members) => group(members)),
      regions: Array.from({ length: REGIONS }, (_, i) => `R${i}`),
      regimes: capacities.map((capacity, i) =>
        regime({ fromDay: i, capacity, placement: [{ kind: "regionFirst", maximumOccupancy: 1 }] }),
      ),
    });
    this.sim = new Simulation(buildModel(model));
    this.sim.reset("placement", 0);
    this.stock = all.map(() => 0);
    this.capacity = [];
    this.useRegime(0);
  }

  useRegime(number: number): void {
    this.sim.tables = this.sim.model.regimes[number]!;
    this.capacity = this.capacities[number]!;
    this.capacity.forEach((beds, f) => {
      this.sim.placement.setCapacity(f, beds);
    });
  }

  change(facility: number, step: number): void {
    if (this.stock[facility]! + step >= 0) {
      this.stock[facility]! += step;
      this.sim.changeStock(facility, step);
    }
  }

  /** The rule written out: least stock / capacity of the open facilities, compared exactly; the lowest number wins. */
  private leastOf(members: readonly number[]): number {
    return members
      .filter((i) => this.capacity[i]! > 0)
      .reduce((best, i) => {
        const closer =
          best < 0 || this.stock[i]! * this.capacity[best]! < this.stock[best]! * this.capacity[i]!;
        return closer ? i : best;
      }, -1);
  }

  check(): void {
    this.groups.forEach((members, group) => {
      this.compare(this.leastOf(members), this.sim.placement.leastCrowded(group), members);
      for (let region = 0; region < REGIONS; region++) {
        const inRegion = members.filter((i) => i % 4 === region);
        const found = this.sim.placement.leastCrowdedInRegion(group, region);
        this.compare(this.leastOf(inRegion), found, inRegion);
      }
    });
  }

  /** Where every candidate is closed any of them will do; where there is none, the answer is -1. */
  private compare(expected: number, found: number, members: readonly number[]): void {
    if (expected >= 0 || members.length === 0) {
      expect(found).toBe(expected);
    } else {
      expect(members).toContain(found);
    }
  }
}

const operations = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ facility: fc.nat(), step: fc.constantFrom(1, 1, -1) }) },
    { weight: 1, arbitrary: fc.record({ regime: fc.nat({ max: 2 }) }) },
    { weight: 2, arbitrary: fc.constant({ check: true as const }) },
  ),
  { minLength: 1, maxLength: 120 },
);

describe("PlacementIndex", () => {
  it.each([
    [1, 60],
    [2, 100],
    [31, 60],
    [32, 60],
    [33, 60],
    [1100, 6],
  ])("PlacementIndex of %d facilities finds what a scan finds after any changes", (facilities, numRuns) => {
    // Powers of two, so that stock / capacity is exact; 0 is a closed facility.
    const oneCapacity = fc.constantFrom(0, 1, 2, 4, 8, 64);
    const rows = fc.array(oneCapacity, { minLength: facilities, maxLength: facilities });
    fc.assert(
      fc.property(fc.tuple(rows, rows, rows), operations, (capacities, list) => {
        const test = new Case(facilities, capacities);
        test.check();
        for (const operation of list) {
          if ("facility" in operation) {
            test.change(operation.facility % facilities, operation.step);
          } else if ("regime" in operation) {
            test.useRegime(operation.regime);
          } else {
            test.check();
          }
        }
        test.check();
      }),
      { numRuns, seed: 1, endOnFailure: facilities > 100 },
    );
  });

  it("PlacementIndex fills facilities of one capacity in turn, from the lowest number", () => {
    const test = new Case(1100, [new Array<number>(1100).fill(4)]);
    for (let i = 0; i < 1100; i++) {
      if (i % 97 === 0) {
        test.check();
      }
      test.change(i, 1);
    }
    test.check();
  });

  it("PlacementIndex takes equal ratios as a tie although no power of two divides the capacities", () => {
    for (const capacity of [3, 10, 49, 93, 98, 103, 107, 161, 187, 196, 1500]) {
      const test = new Case(2, [[1, capacity]]);
      for (let i = 0; i < capacity; i++) {
        test.change(1, 1);
      }
      test.change(0, 1);
      test.check();
    }
  });
});
