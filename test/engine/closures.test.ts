import { describe, expect, it } from "vitest";
import type { CapacityChange, ModelParameters, StreamRegime } from "../../engine/index.ts";
import { ReplicationRunner, runReplication } from "../../engine/index.ts";
import { standardErrorsOff } from "./moments.ts";
import {
  corridorRegime,
  daysTo,
  facility,
  finalPlacement,
  forever,
  group,
  Reading,
  regime,
  smallModel,
  streamRegime,
} from "./smallModel.ts";
import { MOST_STANDARD_ERRORS } from "./theory/readings.ts";

function run(parameters: ModelParameters, seed = "closures"): Reading {
  return new Reading(parameters, runReplication(parameters, seed, 0));
}

/** A change of capacity that comes on its day. */
function change(facilityIndex: number, day: number, capacity: number): CapacityChange {
  return { facility: facilityIndex, day, slip: null, capacity };
}

/** 90 people in the first of three facilities, and admissions; replace what a test is about. */
function three(changes: Partial<ModelParameters> = {}, stream: Partial<StreamRegime> = {}): ModelParameters {
  return smallModel({
    gridDays: daysTo(100),
    facilities: [facility(0), facility(1), facility(2)],
    initialStock: [{ stream: 0, persons: 90, facility: 0, group: 0, residual: forever }],
    regimes: [
      regime({ capacity: [60, 30, 40], streams: [streamRegime({ admissionsPerDay: 1, ...stream })] }),
    ],
    ...changes,
  });
}

const [open] = three().regimes;

describe("runReplication, closures", () => {
  const byDate = three({ capacityChanges: [change(0, 40, 0)] });
  const byRegime = three({ regimes: [open!, { ...open!, fromDay: 40, capacity: [0, 30, 40] }] });

  it.each([
    ["by a dated change", byDate],
    ["by a regime", byRegime],
  ])(
    "runReplication empties a facility that closes %s, at once and for good, and loses nobody",
    (_, model) => {
      for (const seed of ["a", "b", "c"]) {
        const reading = run(model, seed);
        // A sample is taken before the events of its day: row 39 is day 40.
        expect(reading.stock(39, 0)).toBe(90);
        for (let row = 40; row < 100; row++) {
          expect(reading.stock(row, 0)).toBe(0);
          expect(reading.stockOf(row)).toBe(90 + reading.flow(row, 0, "admissions"));
          expect(reading.levelStock(row, 0, 0)).toBe(reading.stockOf(row));
        }
        expect([reading.flow(39, 0, "closureMoves"), reading.flow(99, 0, "closureMoves")]).toEqual([0, 90]);
        expect(reading.flow(99, 0, "moves")).toBe(90);
        // By the rule: the least crowded takes the next one, so the loads end as equal as heads allow.
        const loads = [1, 2].map((i) => reading.stock(40, i) / open!.capacity[i]!);
        expect(Math.abs(loads[0]! - loads[1]!)).toBeLessThan(1 / 30);
      }
    },
  );

  it("runReplication gives the same bits for a closure by date and by regime", () => {
    expect(run(byDate).result.gridStock).toEqual(run(byRegime).result.gridStock);
  });

  it("runReplication keeps a dated change through regimes that say nothing new of that facility", () => {
    const later = { ...open!, fromDay: 60, capacity: [60, 300, 40] };
    const reading = run(three({ capacityChanges: [change(0, 40, 0)], regimes: [open!, later] }));
    expect([reading.stock(39, 0), reading.stock(40, 0), reading.stock(99, 0)]).toEqual([90, 0, 0]);
    // The new beds fill first.
    expect(reading.stock(99, 2)).toBe(reading.stock(59, 2));
  });

  it("runReplication opens a closed facility again", () => {
    const reading = run(three({ capacityChanges: [change(0, 40, 0), change(0, 70, 1000)] }));
    expect([reading.stock(69, 0), reading.stock(99, 1)]).toEqual([0, reading.stock(69, 1)]);
    expect(reading.stock(99, 0)).toBe(reading.stockOf(99) - reading.stockOf(69));
  });

  it("runReplication closes and opens at the same instant without regard to the order of the list", () => {
    const alone = { groups: [group([0, 1])], facilities: three().facilities };
    const start = { ...open!, capacity: [60, 0, null] };
    for (const capacityChanges of [
      [change(0, 40, 0), change(1, 40, 50)],
      [change(1, 40, 50), change(0, 40, 0)],
    ]) {
      const reading = run(three({ ...alone, regimes: [start], capacityChanges }));
      expect([reading.stock(39, 0), reading.stock(40, 0)]).toEqual([reading.stockOf(39), 0]);
      expect(reading.stock(40, 1)).toBeGreaterThanOrEqual(reading.stockOf(39));
    }
  });

  it("runReplication places the people of a closing facility in their own groups only", () => {
    const model = three({
      levels: ["low", "medium"],
      facilities: [facility(0), facility(1), facility(2), facility(3)],
      groups: [group([0, 1]), group([0, 2, 3], { level: 1 })],
      initialStock: [0, 1].map((level) => ({
        stream: 0,
        persons: level === 0 ? 20 : 31,
        facility: 0,
        group: level,
        residual: forever,
      })),
      regimes: [regime({ capacity: [60, 1, 500, 500] })],
      capacityChanges: [change(0, 40, 0)],
    });
    const reading = run(model);
    expect([0, 1, 2, 3].map((i) => reading.stock(99, i))).toEqual([0, 20, 16, 15]);
    expect([reading.levelStock(99, 0, 0), reading.levelStock(99, 0, 1)]).toEqual([20, 31]);
  });

  it("runReplication lets clocks, releases and cases in a corridor go on through a closure", () => {
    const residual = { kind: "uniform", fromDays: 1, toDays: 99 } as const;
    const model = (capacityChanges: readonly CapacityChange[]): ModelParameters =>
      three({
        initialStock: [{ stream: 0, persons: 90, facility: 0, group: 0, residual }],
        corridors: [{ id: "out", from: 0, to: -1 }],
        regimes: [
          {
            ...open!,
            corridors: [
              corridorRegime({
                interest: { share: 0.5 },
                package: { delay: { kind: "uniform", fromDays: 0, toDays: 60 } },
                handover: { everyDays: 30 },
              }),
            ],
          },
        ],
        capacityChanges,
      });
    const [stays, closes] = [model([]), model([change(0, 40, 0)])].map((one) => run(one));
    for (const name of ["releases", "transfersOut", "admissions"] as const) {
      expect(closes!.flow(99, 0, name)).toBe(stays!.flow(99, 0, name));
    }
    expect(closes!.result.gridFunnel).toEqual(stays!.result.gridFunnel);
    expect(closes!.stock(99, 0)).toBe(0);
  });

  it("runReplication puts the people of a final placement that closes back into their own group", () => {
    const model = three({
      groups: [group([1, 2])],
      initialStock: [],
      expulsions: [],
      regimes: [
        regime({
          capacity: [50, 30, 40],
          streams: [
            streamRegime({
              admissionsPerDay: 2,
              timeToServe: {
                ...streamRegime().timeToServe,
                sentence: { kind: "fixed", days: 30 },
              },
              finalPlacement: finalPlacement(0, { kind: "fixed", days: 10 }),
            }),
          ],
        }),
      ],
      capacityChanges: [change(0, 60, 0)],
    });
    const reading = run(model);
    const held = reading.stock(59, 0);
    expect(held).toBeGreaterThan(10);
    expect(reading.flow(99, 0, "closureMoves")).toBe(held);
    for (let row = 60; row < 100; row++) {
      expect(reading.stock(row, 0)).toBe(0);
    }
    // Release days are what they were: everybody who entered 30 days before has left.
    expect(reading.stockOf(99)).toBe(reading.flow(99, 0, "admissions") - reading.flow(69, 0, "admissions"));
  });

  it("runReplication sends those who arrive through a corridor past a first facility that has closed", () => {
    const model = smallModel({
      horizonDays: 100,
      gridDays: [50, 100],
      systems: [{ id: "here" }, { id: "there" }],
      facilities: [facility(0), facility(1, 1), facility(2, 1)],
      groups: [group([0]), group([1], { system: 1 }), group([1, 2], { system: 1 })],
      corridors: [{ id: "over", from: 0, to: 1 }],
      initialStock: [{ stream: 0, persons: 30, facility: 0, group: 0, residual: forever }],
      capacityChanges: [change(1, 50, 0)],
      regimes: [
        regime({
          capacity: [100, 100, 100],
          placement: [{ kind: "leastCrowded" }, { kind: "leastCrowded" }],
          admissionsLevelSd: [0, 0],
          corridors: [
            corridorRegime({
              handover: { datedDays: [20, 70], maximumPersons: 12 },
              arrival: { facilities: [{ index: 1, share: 1 }] },
            }),
          ],
        }),
      ],
    });
    const reading = run(model);
    expect([0, 1, 2].map((i) => reading.stock(0, i))).toEqual([18, 12, 0]);
    expect([0, 1, 2].map((i) => reading.stock(1, i))).toEqual([6, 0, 24]);
    expect([reading.flow(1, 1, "closureMoves"), reading.streamStock(1, 0)]).toEqual([12, 6]);
  });

  it("runReplication names the facilities of a group of which the last open one closes", () => {
    const model = three({ groups: [group([0, 1])], capacityChanges: [change(0, 10, 0), change(1, 10, 0)] });
    expect(() => run(model)).toThrow(new RangeError("designate requires an open facility among F0, F1"));
  });

  it("runReplication takes facilities without people, and groups that nobody needs, as they are when closed", () => {
    const model = three({ groups: [group([0, 1]), group([2])], capacityChanges: [change(2, 10, 0)] });
    expect(run(model).stock(99, 2)).toBe(0);
  });
});

describe("runReplication, changes of capacity that slip", () => {
  const slip = { kind: "uniform", fromDays: 0, toDays: 60 } as const;
  const slipping = (capacityChanges: readonly CapacityChange[]): ModelParameters =>
    three({ initialStock: [], horizonDays: 200, gridDays: [200], capacityChanges }, { admissionsPerDay: 0 });

  /** Days that the closure of facility 0 on day 20 came late: its capacity-days show it exactly. */
  function slips(model: ModelParameters, count: number): number[] {
    const runner = new ReplicationRunner(model);
    return Array.from({ length: count }, (_, index) => {
      const { bandCapacityDays } = runner.run("slip", index);
      return bandCapacityDays.subarray(0, 5).reduce((sum, days) => sum + days, 0) / 60 - 20;
    });
  }

  const closing = { facility: 0, day: 20, slip, capacity: 0 };

  it("runReplication draws one slip a replication: uniform over 60 days, another for each replication", () => {
    const drawn = slips(slipping([closing]), 400);
    expect(Math.abs(standardErrorsOff(drawn, 30))).toBeLessThan(MOST_STANDARD_ERRORS);
    const squares = drawn.map((days) => (days - 30) ** 2);
    expect(Math.abs(standardErrorsOff(squares, 60 ** 2 / 12))).toBeLessThan(MOST_STANDARD_ERRORS);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(new Set(drawn).size).toBe(400);
  });

  it("runReplication shifts no slip when a change of another facility is put before it", () => {
    const alone = slips(slipping([closing]), 20);
    const other = { facility: 2, day: 5, slip, capacity: 10 };
    expect(slips(slipping([other, { ...other, facility: 1 }, closing]), 20)).toEqual(alone);
    expect(slips(slipping([closing, other]), 20)).toEqual(alone);
  });

  it("runReplication draws a slip of its own for each change of a facility", () => {
    const model = slipping([
      { ...closing, capacity: 30 },
      { ...closing, day: 80 },
    ]);
    // 60 beds up to the first, 30 up to the second: 60 (20 + a) + 30 (60 + b - a) bed-days for slips of a and b.
    const sums = slips(model, 400).map((days) => 2 * days - 60);
    expect(Math.abs(standardErrorsOff(sums, 60))).toBeLessThan(MOST_STANDARD_ERRORS);
    const squares = sums.map((sum) => (sum - 60) ** 2);
    expect(Math.abs(standardErrorsOff(squares, 2 * 300))).toBeLessThan(MOST_STANDARD_ERRORS);
  });
});
