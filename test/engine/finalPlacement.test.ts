import { describe, expect, it } from "vitest";
import type { ModelParameters, Regime, StreamRegime } from "../../engine/index.ts";
import { runReplication } from "../../engine/index.ts";
import {
  daysTo,
  deaths,
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

function run(parameters: ModelParameters, index = 0): Reading {
  return new Reading(parameters, runReplication(parameters, "final", index));
}

/** Everybody is admitted to facilities 0 and 1 and may come to facility 2, which takes so many from the given days on. */
function limited(
  limits: readonly (readonly [number, number | null])[],
  stream: Partial<StreamRegime> = {},
): ModelParameters {
  return smallModel({
    horizonDays: 600,
    gridDays: daysTo(600, 7.5),
    facilities: [facility(0), facility(1), facility(2)],
    groups: [group([0, 1])],
    initialStock: [
      { stream: 0, persons: 150, facility: -1, group: 0, residual: null },
      { stream: 0, persons: 10, facility: 2, group: 0, residual: null },
    ],
    regimes: limits.map(([fromDay, limit]) =>
      regime({
        fromDay,
        capacity: [90, 100, 40],
        placementLimit: [null, null, limit],
        streams: [
          streamRegime({
            admissionsPerDay: 0.9,
            timeToServe: inFull({ kind: "lognormal", meanDays: 180, cv: 0.7 }),
            mortality: deaths(5e-4),
            moves: { kind: "exponential", meanDays: 50 },
            finalPlacement: {
              ...finalPlacement(2, { kind: "uniform", fromDays: 20, toDays: 90 }, 0.7),
              detainerShare: 0.1,
            },
            ...stream,
          }),
        ],
      }),
    ),
  });
}

const SEEDS = [0, 1, 2, 3];

describe("runReplication, limited places in the final placement", () => {
  it("runReplication places min(demand, limit), path by path, and the others wait: the limit changes no release", () => {
    for (const index of SEEDS) {
      const free = run(limited([[0, null]]), index);
      const model = limited([[0, 15]]);
      const tight = run(model, index);
      let waited = 0;
      model.gridDays.forEach((_, row) => {
        const demand = free.stock(row, 2);
        expect(tight.stock(row, 2)).toBe(Math.min(demand, 15));
        expect(tight.held(row, 0, "waitingForPlacement")).toBe(Math.max(0, demand - 15));
        expect(tight.held(row, 0, "detainer")).toBe(free.held(row, 0, "detainer"));
        for (const flow of ["admissions", "releases", "deaths"] as const) {
          expect(tight.flow(row, 0, flow)).toBe(free.flow(row, 0, flow));
        }
        waited += Math.max(0, demand - 15);
      });
      expect(waited).toBeGreaterThan(100);
    }
  });

  it("runReplication gives people the level of the final placement, and changes nothing else", () => {
    const plain = limited([[0, 15]]);
    const model = {
      ...plain,
      levels: ["inside", "outside"],
      groups: [group([0, 1]), group([0, 1], { level: 1 })],
      regimes: plain.regimes.map((one) => ({
        ...one,
        streams: one.streams.map((stream) => ({
          ...stream,
          finalPlacement: { ...stream.finalPlacement!, regroup: [{ level: 0, group: 1 }] },
        })),
      })),
      initialStock: plain.initialStock.map((row) => ({ ...row, group: row.facility === 2 ? 1 : 0 })),
    };
    for (const index of SEEDS) {
      const before = run(plain, index);
      const after = run(model, index);
      model.gridDays.forEach((_, row) => {
        expect(after.levelStock(row, 0, 1)).toBe(after.stock(row, 2));
        for (const facility of [0, 1, 2]) {
          expect(after.stock(row, facility)).toBe(before.stock(row, facility));
        }
      });
      expect(after.stock(model.gridDays.length - 1, 2)).toBeGreaterThan(5);
    }
  });

  it("runReplication lets the people who wait in at once when a regime raises the limit", () => {
    const model = {
      ...limited([
        [0, 12],
        [300, 20],
      ]),
      gridDays: daysTo(600, 7.5).map((day) => day + 1e-6),
    };
    for (const index of SEEDS) {
      const free = run({ ...limited([[0, null]]), gridDays: model.gridDays }, index);
      const raised = run({ ...model, horizonDays: 601 }, index);
      model.gridDays.forEach((day, row) => {
        expect(raised.stock(row, 2)).toBe(Math.min(free.stock(row, 2), day < 300 ? 12 : 20));
      });
    }
  });

  it("runReplication moves nobody out when a regime lowers the limit, and places nobody until it is reached", () => {
    const model = limited([
      [0, null],
      [300, 4],
    ]);
    for (const index of SEEDS) {
      const lowered = run(model, index);
      const rows = [...model.gridDays.keys()].filter((row) => model.gridDays[row]! > 300);
      const placed = (row: number): number => lowered.flow(row, 0, "finalPlacements");
      for (const row of rows.slice(1)) {
        const before = lowered.stock(row - 1, 2);
        expect(lowered.stock(row, 2)).toBeLessThanOrEqual(Math.max(4, before));
        if (lowered.stock(row, 2) > 4) {
          expect(placed(row)).toBe(placed(row - 1));
        }
      }
      expect(lowered.stock(rows[0]!, 2)).toBeGreaterThan(10);
      expect(lowered.stock(rows[rows.length - 1]!, 2)).toBe(4);
    }
  });

  it("runReplication releases everybody unplaced where there is no place, and counts each", () => {
    const reading = run(limited([[0, 0]], { mortality: [] }));
    const free = run(limited([[0, null]], { mortality: [] }));
    const last = 79;
    expect(reading.flow(last, 0, "finalPlacements")).toBe(0);
    const placed = free.flow(last, 0, "finalPlacements") - free.stock(last, 2);
    // The ten who are placed on day 0 are released from there in both.
    expect(reading.flow(last, 0, "releasedWithoutPlacement")).toBe(placed);
    expect(free.flow(last, 0, "releasedWithoutPlacement")).toBe(0);
  });

  it("runReplication conserves: whoever begins to wait is placed, leaves unplaced, dies or still waits", () => {
    for (const index of SEEDS) {
      const model = limited([[0, 8]], { mortality: [] });
      const tight = run(model, index);
      const free = run(limited([[0, null]], { mortality: [] }), index);
      model.gridDays.forEach((_, row) => {
        expect(
          tight.flow(row, 0, "finalPlacements") +
            tight.flow(row, 0, "releasedWithoutPlacement") +
            tight.held(row, 0, "waitingForPlacement"),
        ).toBe(free.flow(row, 0, "finalPlacements"));
      });
    }
  });

  /**
   * Batches from a pool into streams of their own, each with a sentence and last days, on a day: so everybody's days
   * are known. Facility 2 is the final placement.
   */
  const batches = (
    list: readonly {
      day: number;
      persons: number;
      sentence: number;
      before: number;
      share?: number;
      detained?: number;
    }[],
    limit: number,
    changes: Partial<Regime> = {},
  ): ModelParameters => {
    const pool = streamRegime();
    return smallModel({
      horizonDays: 300,
      gridDays: daysTo(300),
      facilities: [facility(0), facility(1), facility(2)],
      groups: [group([0]), group([1])],
      streams: [pool, ...list].map((_, i) => ({
        id: `S${i}`,
        system: 0,
        offence: "any",
        citizenship: "any",
      })),
      initialStock: [{ stream: 0, persons: 100, facility: 0, group: 0, residual: forever }],
      expulsions: list.map(({ day, persons }, i) => ({ day, persons, fromGroup: 0, toStream: i + 1 })),
      regimes: [
        regime({
          capacity: [100, 100, 100],
          placementLimit: [null, null, limit],
          streams: [
            pool,
            ...list.map(({ sentence, before, share = 1, detained = 0 }) =>
              streamRegime({
                designation: [{ index: 1, share: 1 }],
                timeToServe: inFull({ kind: "fixed", days: sentence }),
                finalPlacement: {
                  ...finalPlacement(2, { kind: "fixed", days: before }, share),
                  detainerShare: detained,
                },
              }),
            ),
          ],
          ...changes,
        }),
      ],
    });
  };
  const on = (days: readonly number[], read: (row: number) => number): number[] =>
    days.map((day) => read(day - 1));

  it("runReplication gives a place that is free to whoever has waited longest, not to who came last", () => {
    // One place: A holds it from day 0 to 30. B waits from day 10 (released day 100), C from day 20 (released day 40).
    const reading = run(
      batches(
        [
          { day: 0, persons: 1, sentence: 30, before: 29.5 },
          { day: 1, persons: 1, sentence: 99, before: 90 },
          { day: 2, persons: 1, sentence: 38, before: 20 },
        ],
        1,
      ),
    );
    const days = [5, 15, 25, 35, 45, 99, 102];
    expect(on(days, (row) => reading.stock(row, 2))).toEqual([1, 1, 1, 1, 1, 1, 0]);
    expect(on(days, (row) => reading.held(row, 0, "waitingForPlacement"))).toEqual([0, 1, 2, 1, 0, 0, 0]);
    expect(on(days, (row) => reading.flow(row, 0, "releasedWithoutPlacement"))).toEqual([
      0, 0, 0, 0, 1, 1, 1,
    ]);
  });

  it("runReplication lets people leave the list from its head, its middle and its tail", () => {
    // Nobody gets a place before day 200; four wait from days 10 to 13 and go in another order.
    const releases = [60, 90, 50, 80];
    const reading = run(
      batches(
        [
          { day: 0, persons: 1, sentence: 200, before: 199.5 },
          ...releases.map((day, i) => ({ day: 0, persons: 1, sentence: day, before: day - 10 - i })),
        ],
        1,
      ),
    );
    expect(on([14, 51, 61, 81, 91], (row) => reading.held(row, 0, "waitingForPlacement"))).toEqual([
      4, 3, 2, 1, 0,
    ]);
    expect(reading.flow(298, 0, "releasedWithoutPlacement")).toBe(4);
    expect(reading.flow(298, 0, "finalPlacements")).toBe(1);
  });

  it("runReplication keeps people with a detainer inside, and counts them from that day to the release", () => {
    const reading = run(
      batches([{ day: 0, persons: 20, sentence: 100, before: 30, share: 0, detained: 1 }], 50),
    );
    const days = [70, 71, 100, 101];
    expect(on(days, (row) => reading.held(row, 0, "detainer"))).toEqual([0, 20, 20, 0]);
    expect(on(days, (row) => reading.stock(row, 1))).toEqual([20, 20, 20, 0]);
    expect(reading.flow(298, 0, "finalPlacements")).toBe(0);
  });

  it("runReplication places the same people, all of them, when more of the others have a detainer", () => {
    const held = (detainerShare: number): Reading => {
      const placement = finalPlacement(2, { kind: "uniform", fromDays: 20, toDays: 90 }, 0.6);
      const model = limited([[0, null]], { finalPlacement: { ...placement, detainerShare } });
      return run({ ...model, initialStock: [] });
    };
    const [few, many] = [held(0.1), held(0.4)];
    let more = 0;
    for (let row = 0; row < 80; row++) {
      expect(many.stock(row, 2)).toBe(few.stock(row, 2));
      more += many.held(row, 0, "detainer") - few.held(row, 0, "detainer");
    }
    expect(more).toBeGreaterThan(80);
  });

  it("runReplication moves and reclassifies nobody in the final placement", () => {
    const reading = run(
      batches([{ day: 0, persons: 30, sentence: 200, before: 190 }], 30, {
        streams: [
          streamRegime(),
          streamRegime({
            designation: [{ index: 1, share: 1 }],
            timeToServe: inFull({ kind: "fixed", days: 200 }),
            moves: { kind: "exponential", meanDays: 5 },
            reclassification: [{ from: 1, to: 0, perDay: 0.05 }],
            finalPlacement: finalPlacement(2, { kind: "fixed", days: 190 }),
          }),
        ],
      }),
    );
    expect(reading.flow(9, 0, "reclassifications")).toBeGreaterThan(3);
    expect(reading.stock(10, 2)).toBe(30);
    const counts = (row: number) => [
      reading.flow(row, 0, "moves"),
      reading.flow(row, 0, "reclassifications"),
    ];
    expect(counts(198)).toEqual(counts(10));
    expect(reading.stock(198, 2)).toBe(30);
  });

  it("runReplication goes on moving people who wait, and no more once they are placed", () => {
    // Twenty wait from day 10 on; the limit is raised on day 100.
    const stream = streamRegime({
      designation: [{ index: 1, share: 1 }],
      timeToServe: inFull({ kind: "fixed", days: 200 }),
      reclassification: [
        { from: 1, to: 0, perDay: 0.05 },
        { from: 0, to: 1, perDay: 0.05 },
      ],
      finalPlacement: finalPlacement(2, { kind: "fixed", days: 190 }),
    });
    const model = batches([{ day: 0, persons: 20, sentence: 200, before: 190 }], 0, {
      streams: [streamRegime(), stream],
    });
    const raised = {
      ...model,
      regimes: [...model.regimes, { ...model.regimes[0]!, fromDay: 100, placementLimit: [null, null, 20] }],
    };
    const reading = run(raised);
    const reclassified = (row: number): number => reading.flow(row, 0, "reclassifications");
    expect(reclassified(98) - reclassified(10)).toBeGreaterThan(40);
    expect([reading.stock(100, 2), reading.held(100, 0, "waitingForPlacement")]).toEqual([20, 0]);
    expect(reclassified(298)).toBe(reclassified(100));
    expect(reading.flow(200, 0, "releases")).toBe(20);
  });

  it("runReplication lets nobody into a final placement that is closed, and everybody who waits when it opens", () => {
    const model = {
      ...batches([{ day: 0, persons: 10, sentence: 200, before: 150 }], 50),
      capacityChanges: [
        { facility: 2, day: 20, slip: null, capacity: 0 },
        { facility: 2, day: 90, slip: null, capacity: 100 },
      ],
    };
    const reading = run(model);
    expect(on([51, 89, 91, 200, 201], (row) => reading.stock(row, 2))).toEqual([0, 0, 10, 10, 0]);
    expect(on([51, 89, 91], (row) => reading.held(row, 0, "waitingForPlacement"))).toEqual([10, 10, 0]);
  });

  it("runReplication empties a final placement that closes, and keeps these people inside to the end", () => {
    const model = {
      ...batches([{ day: 0, persons: 10, sentence: 200, before: 150 }], 50),
      capacityChanges: [{ facility: 2, day: 100, slip: null, capacity: 0 }],
    };
    const reading = run(model);
    expect(on([99, 101, 200, 201], (row) => reading.stock(row, 2))).toEqual([10, 0, 0, 0]);
    expect(on([99, 101, 200, 201], (row) => reading.stock(row, 1))).toEqual([0, 10, 10, 0]);
    expect(reading.flow(298, 0, "releases")).toBe(10);
  });
});
