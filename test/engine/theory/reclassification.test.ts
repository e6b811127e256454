import { describe, expect, it } from "vitest";
import type { ModelParameters, Reclassification, StreamRegime } from "../../../engine/index.ts";
import { runReplication } from "../../../engine/index.ts";
import { standardErrorsOff } from "../moments.ts";
import { facility, forever, group, inFull, regime, smallModel, streamRegime } from "../smallModel.ts";
import { expectCounts, MOST_STANDARD_ERRORS, readings } from "./readings.ts";

/** Three levels with a facility each; nobody leaves unless a test says so. */
function threeLevels(
  streams: readonly Partial<StreamRegime>[],
  changes: Partial<ModelParameters> = {},
  nextFrom = 1000,
): ModelParameters {
  return smallModel({
    facilities: [facility(0), facility(1), facility(2)],
    levels: ["low", "medium", "high"],
    groups: [0, 1, 2].map((level) => group([level], { level })),
    initialStock: [{ stream: 0, persons: 500, facility: 0, group: 0, residual: forever }],
    regimes: streams.map((stream, i) =>
      regime({ fromDay: i * nextFrom, capacity: [100, 100, 100], streams: [streamRegime(stream)] }),
    ),
    ...changes,
  });
}

function upAndDown(up: number, down: number): readonly Reclassification[] {
  return [
    { from: 0, to: 1, perDay: up },
    { from: 1, to: 0, perDay: down },
  ];
}

describe("runReplication, theory of reclassification", () => {
  it("runReplication makes a two-state chain of the level: up / (up + down) x (1 - exp(-(up + down) x days))", () => {
    const [up, down] = [0.02, 0.01];
    const days = [20, 60, 1000];
    const model = threeLevels([{ reclassification: upAndDown(up, down) }], {
      horizonDays: 1000,
      gridDays: days,
    });
    const runs = readings(model, 200);
    days.forEach((day, row) => {
      const share = (up / (up + down)) * (1 - Math.exp(-(up + down) * day));
      expectCounts(
        runs.map((run) => run.levelStock(row, 0, 1)),
        { mean: 500 * share, variance: 500 * share * (1 - share) },
      );
      expect(runs.every((run) => run.levelStock(row, 0, 1) === run.stock(row, 1))).toBe(true);
    });
  });

  it("runReplication follows a change of the hazards from its day on, and not before", () => {
    const before = [{ from: 0, to: 1, perDay: 0.004 }];
    const after = [{ from: 0, to: 1, perDay: 0.03 }];
    const days = { horizonDays: 100, gridDays: [50, 100] };
    const changing = threeLevels(
      [before, after].map((reclassification) => ({ reclassification })),
      days,
      50,
    );
    const runs = readings(changing, 200);
    const stay = Math.exp(-0.004 * 50 - 0.03 * 50);
    expectCounts(
      runs.map((run) => run.stock(1, 0)),
      { mean: 500 * stay, variance: 500 * stay * (1 - stay) },
    );
    const constant = readings(threeLevels([{ reclassification: before }], days), 200);
    expect(runs.map((run) => run.stock(0, 0))).toEqual(constant.map((run) => run.stock(0, 0)));
    expect(runs.map((run) => run.stock(1, 0))).not.toEqual(constant.map((run) => run.stock(1, 0)));
  });

  it("runReplication begins and ends reclassification with the regimes, also for those who are inside", () => {
    const model = threeLevels(
      [[], [{ from: 0, to: 1, perDay: 0.02 }], []].map((reclassification) => ({ reclassification })),
      { horizonDays: 150, gridDays: [50, 100, 150] },
      50,
    );
    const runs = readings(model, 200);
    const stay = Math.exp(-0.02 * 50);
    expect(runs.every((run) => run.stock(0, 0) === 500 && run.stock(1, 0) === run.stock(2, 0))).toBe(true);
    expectCounts(
      runs.map((run) => run.stock(2, 0)),
      { mean: 500 * stay, variance: 500 * stay * (1 - stay) },
    );
  });

  it("runReplication chooses the new group in proportion to its hazard", () => {
    const model = threeLevels(
      [
        {
          reclassification: [
            { from: 0, to: 1, perDay: 0.1 },
            { from: 0, to: 2, perDay: 0.3 },
          ],
        },
      ],
      { horizonDays: 400, gridDays: [400] },
    );
    const runs = readings(model, 200);
    expect(runs.every((run) => run.stock(0, 0) === 0)).toBe(true);
    expectCounts(
      runs.map((run) => run.stock(0, 1)),
      { mean: 125, variance: 500 * 0.25 * 0.75 },
    );
  });

  it("runReplication keeps the mix of levels when people enter at the mix that the hazards hold", () => {
    const [up, down] = [0.002, 0.003];
    const shares = [down / (up + down), up / (up + down)];
    const stay = 400;
    const model = threeLevels(
      [
        {
          admissionsPerDay: 500 / stay,
          designation: shares.map((share, index) => ({ index, share })),
          timeToServe: inFull({ kind: "exponential", meanDays: stay }),
          reclassification: upAndDown(up, down),
        },
      ],
      {
        horizonDays: 2000,
        gridDays: [100, 500, 2000],
        initialStock: shares.map((share, level) => ({
          stream: 0,
          persons: Math.round(500 * share),
          facility: level,
          group: level,
          residual: null,
        })),
      },
    );
    const runs = readings(model, 200);
    model.gridDays.forEach((_, row) => {
      shares.forEach((share, level) => {
        const counts = runs.map((run) => run.levelStock(row, 0, level));
        expect(Math.abs(standardErrorsOff(counts, 500 * share))).toBeLessThan(MOST_STANDARD_ERRORS);
      });
    });
  });

  it("runReplication lets the clocks of moves and of the level run side by side", () => {
    const days = 300;
    const model = threeLevels(
      [{ reclassification: upAndDown(0.01, 0.01), moves: { kind: "exponential", meanDays: 50 } }],
      { horizonDays: days, gridDays: [days] },
    );
    const runs = readings(model, 100);
    // Two Poisson processes of 0.01 and 0.02 a day for each of 500 people.
    const changes = runs.map((run) => run.flow(0, 0, "reclassifications"));
    expectCounts(changes, { mean: 500 * 0.01 * days, variance: 500 * 0.01 * days });
    const events = runs.map((run, i) => run.result.eventCounts[1]! - changes[i]!);
    expectCounts(events, { mean: 500 * 0.02 * days, variance: 500 * 0.02 * days });
    // With one facility for each level, a change of level is a move and a move within the level is none.
    expect(runs.map((run) => run.flow(0, 0, "moves"))).toEqual(changes);
  });

  it("runReplication counts a change of level within a facility as no move", () => {
    const model = threeLevels([{ reclassification: upAndDown(0.05, 0.05) }], {
      groups: [0, 1, 2].map((level) => group([0, 1, 2], { level, byFunction: true })),
      regimes: [
        regime({
          capacity: [100, 100, 100],
          designationWeight: [1, 0, 0],
          streams: [streamRegime({ reclassification: upAndDown(0.05, 0.05) })],
        }),
      ],
    });
    const run = readings(model, 1)[0]!;
    expect(run.flow(0, 0, "reclassifications")).toBeGreaterThan(1500);
    expect([run.flow(0, 0, "moves"), run.stock(0, 0)]).toEqual([0, 500]);
    expect(run.levelStock(0, 0, 0) + run.levelStock(0, 0, 1)).toBe(500);
    expect(run.levelStock(0, 0, 1)).toBeGreaterThan(150);
  });

  it("runReplication gives the same bits as a model without reclassification where all hazards are 0", () => {
    const stream = { admissionsPerDay: 2, moves: { kind: "exponential", meanDays: 20 } } as const;
    const [without, zero] = [[], upAndDown(0, 0)].map((reclassification) =>
      runReplication(threeLevels([{ ...stream, reclassification }]), "zero", 0),
    );
    expect(Buffer.from(zero!.buffer).equals(Buffer.from(without!.buffer))).toBe(true);
  });
});
