import { describe, expect, it } from "vitest";
import type { Balancing, ModelParameters, PlacementGroup, Regime } from "../../engine/index.ts";
import { runReplication } from "../../engine/index.ts";
import {
  daysTo,
  facility,
  finalPlacement,
  forever,
  group,
  inFull,
  Reading,
  regime,
  smallModel,
  streamRegime,
} from "./smallModel.ts";

function run(parameters: ModelParameters, seed = "balancing"): Reading {
  return new Reading(parameters, runReplication(parameters, seed, 0));
}

const rule: Balancing = { everyDays: 10, aboveOccupancy: 1.5 };

/** Facilities of ten beds with so many people in each, for ever; replace what a test is about. */
function standing(
  stocks: readonly number[],
  changes: Partial<ModelParameters> = {},
  values: Partial<Regime> = {},
): ModelParameters {
  return smallModel({
    horizonDays: 40,
    gridDays: daysTo(40),
    facilities: stocks.map((_, i) => facility(i)),
    initialStock: stocks.map((persons, i) => ({
      stream: 0,
      persons,
      facility: i,
      group: 0,
      residual: forever,
    })),
    regimes: [regime({ capacity: stocks.map(() => 10), balancing: [rule], ...values })],
    ...changes,
  });
}

function stocksOf(reading: Reading, row: number, facilities: number): number[] {
  return Array.from({ length: facilities }, (_, i) => reading.stock(row, i));
}

describe("runReplication, lateral balancing", () => {
  it("runReplication moves people from above the trigger to the least crowded, on the days of balancing only", () => {
    const reading = run(standing([30, 5, 0]));
    for (let row = 0; row < 40; row++) {
      // Down to 15 of 10 beds; the others end as equal as they can. A sample is taken before the events of its day.
      expect(stocksOf(reading, row, 3)).toEqual(row < 10 ? [30, 5, 0] : [15, 10, 10]);
      expect(reading.flow(row, 0, "balancingMoves")).toBe(row < 10 ? 0 : 15);
      expect(reading.flow(row, 0, "moves")).toBe(row < 10 ? 0 : 15);
    }
  });

  it("runReplication leaves the people of a group by function where they are, though others may go from there", () => {
    const people = { stream: 0, persons: 30, facility: 0, group: 1, residual: forever };
    const groups = [group([0, 1]), { ...group([0, 1]), byFunction: true }];
    expect(stocksOf(run(standing([30, 0], { groups, initialStock: [people] })), 39, 2)).toEqual([30, 0]);
    const first = { ...people, group: 0 };
    expect(stocksOf(run(standing([30, 0], { groups, initialStock: [first] })), 39, 2)).toEqual([15, 15]);
  });

  it.each<[readonly number[], readonly number[]]>([
    [
      [15, 0],
      [15, 0],
    ],
    [
      [16, 15],
      [16, 15],
    ],
    [
      [32, 27],
      [30, 29],
    ],
    [
      [20, 20, 20],
      [20, 20, 20],
    ],
  ])("runReplication makes %j to %j: nobody moves to where it would be as crowded", (before, after) => {
    expect(stocksOf(run(standing(before)), 39, before.length)).toEqual(after);
  });

  it("runReplication balances each group by itself, also where groups share facilities", () => {
    const groups = [group([0, 1]), group([1, 2])];
    const initialStock = [
      { stream: 0, persons: 40, facility: 0, group: 0, residual: forever },
      { stream: 0, persons: 12, facility: 1, group: 1, residual: forever },
    ];
    const reading = run(standing([40, 12, 0], { groups, initialStock }));
    // 0 fills 1 above the trigger, 1 gives its own people to 2, and so there is room for more of 0.
    expect(stocksOf(reading, 39, 3)).toEqual([20, 20, 12]);
  });

  it("runReplication leaves those alone whose group takes by function, does not hold the facility or is in final placement", () => {
    const places = (
      of: Partial<PlacementGroup>,
      facilities: readonly number[],
    ): readonly PlacementGroup[] => [group(facilities, of)];
    const byFunction = run(standing([30, 0], { groups: places({ byFunction: true }, [0, 1]) }));
    expect(stocksOf(byFunction, 39, 2)).toEqual([30, 0]);
    const elsewhere = run(standing([30, 0, 0], { groups: places({}, [1, 2]) }));
    expect(stocksOf(elsewhere, 39, 3)).toEqual([30, 0, 0]);
    const final = standing(
      [0, 0],
      {},
      {
        streams: [
          streamRegime({
            admissionsPerDay: 3,
            timeToServe: inFull({ kind: "fixed", days: 1000 }),
            finalPlacement: finalPlacement(0, { kind: "fixed", days: 999 }),
          }),
        ],
      },
    );
    const placed = run({ ...final, groups: [...final.groups, group([1])] });
    expect(placed.flow(39, 0, "finalPlacements")).toBeGreaterThan(60);
    expect(placed.flow(39, 0, "moves") - placed.flow(39, 0, "finalPlacements")).toBeLessThanOrEqual(6);
  });

  it("runReplication begins, changes and ends balancing with the regimes", () => {
    const first = standing([30, 0]).regimes[0]!;
    const changing = (balancing: readonly (Balancing | null)[]): readonly number[] => {
      const regimes = balancing.map((one, i) => ({ ...first, fromDay: 20 * i, balancing: [one] }));
      const reading = run(standing([30, 0], { regimes }));
      return [5, 10, 20, 21, 25].map((row) => reading.stock(row, 0));
    };
    expect(changing([null, rule])).toEqual([30, 30, 15, 15, 15]);
    expect(changing([rule, null])).toEqual([30, 15, 15, 15, 15]);
    expect(changing([null, { everyDays: 7, aboveOccupancy: 2 }])).toEqual([30, 30, 30, 20, 20]);
    expect(
      changing([
        { everyDays: 10, aboveOccupancy: 2 },
        { everyDays: 25, aboveOccupancy: 1.6 },
      ]),
    ).toEqual([30, 20, 20, 20, 16]);
  });

  /** Crowded people who come, go and are moved by function of two groups, over years. */
  const lively = (changes: Partial<ModelParameters> = {}): ModelParameters =>
    standing([60, 5, 20, 20], {
      horizonDays: 720,
      gridDays: daysTo(720, 1, 0.5),
      groups: [group([0, 1, 2]), group([2, 3])],
      initialStock: [60, 5, 20, 20].map((persons, i) => ({
        stream: 0,
        persons,
        facility: i,
        group: i === 3 ? 1 : 0,
        residual: { kind: "exponential", meanDays: 200 } as const,
      })),
      regimes: [
        regime({
          capacity: [20, 10, 12, 15],
          balancing: [{ everyDays: 30, aboveOccupancy: 1.2 }],
          placement: [{ kind: "proportional" }],
          designationWeight: [9, 1, 1, 4],
          streams: [
            streamRegime({
              admissionsPerDay: 0.6,
              designation: [
                { index: 0, share: 0.7 },
                { index: 1, share: 0.3 },
              ],
              timeToServe: inFull({ kind: "exponential", meanDays: 200 }),
            }),
          ],
        }),
      ],
      ...changes,
    });

  it("runReplication leaves nobody above the trigger whom a less crowded facility of the group could take", () => {
    // Each group holds facilities of its own (0 and 1; 3), so whoever is there is of that group.
    const days = Array.from({ length: 23 }, (_, i) => 30 * (i + 1));
    const model = lively({ gridDays: days.map((day) => day + 1e-9) });
    const capacity = model.regimes[0]!.capacity as readonly number[];
    let crowded = 0;
    for (const seed of ["a", "b", "c", "d", "e"]) {
      const reading = run(model, seed);
      days.forEach((_, row) => {
        for (const [from, candidates] of [
          [0, [0, 1, 2]],
          [1, [0, 1, 2]],
          [3, [2, 3]],
        ] as const) {
          const load = (i: number): number => reading.stock(row, i) / capacity[i]!;
          if (load(from) > 1.2) {
            crowded++;
            const least = [...candidates].sort((a, b) => load(a) - load(b))[0]!;
            expect((reading.stock(row, least) + 1) / capacity[least]!).toBeGreaterThanOrEqual(load(from));
          }
        }
      });
      expect(reading.flow(days.length - 1, 0, "balancingMoves")).toBeGreaterThan(50);
    }
    expect(crowded).toBeGreaterThan(20);
  });

  it("runReplication loses nobody in balancing, and gives the same bits again", () => {
    const model = lively();
    const [one, two] = [run(model), run(model)];
    expect(Buffer.from(two.result.buffer).equals(Buffer.from(one.result.buffer))).toBe(true);
    model.gridDays.forEach((_, row) => {
      const flows = one.flow(row, 0, "admissions") - one.flow(row, 0, "releases");
      expect(one.stockOf(row)).toBe(105 + flows);
    });
  });

  it("runReplication chooses who moves by who they are, not by where their records stand", () => {
    // The same people, with those of another system put before them, who shift every record.
    const plain = lively();
    const other = { stream: 1, facility: 4, group: 2, residual: { kind: "fixed", days: 37 } } as const;
    const shifted = lively({
      systems: [...plain.systems, { id: "elsewhere" }],
      facilities: [...plain.facilities, facility(4, 1)],
      groups: [...plain.groups, group([4], { system: 1 })],
      streams: [...plain.streams, { id: "others", system: 1, offence: "any", citizenship: "any" }],
      initialStock: [{ ...other, persons: 333 }, ...plain.initialStock],
      regimes: plain.regimes.map((one) => ({
        ...one,
        capacity: [...one.capacity, 500],
        designationWeight: [...one.designationWeight, 1],
        placementLimit: [...one.placementLimit, null],
        placement: [...one.placement, { kind: "leastCrowded" }],
        balancing: [...one.balancing, null],
        admissionsLevelSd: [0, 0],
        streams: [...one.streams, streamRegime({ designation: [{ index: 2, share: 1 }] })],
      })),
    });
    const [a, b] = [run(plain), run(shifted)];
    const difference = plain.gridDays.findIndex(
      (_, row) => String(stocksOf(a, row, 4)) !== String(stocksOf(b, row, 4)),
    );
    expect(difference).toBe(-1);
    expect(a.flow(700, 0, "balancingMoves")).toBeGreaterThan(50);
  });
});
