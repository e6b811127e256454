import { describe, expect, it } from "vitest";
import type { ModelParameters, StreamRegime } from "../../engine/index.ts";
import { runReplication } from "../../engine/index.ts";
import {
  corridorRegime,
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

function run(parameters: ModelParameters): Reading {
  return new Reading(parameters, runReplication(parameters, "people", 0));
}

/**
 * People from "here" go to "there" on stated days; streams: 0 here, 1 there. The first values of stream 0 hold
 * until `nextFrom`, the next ones after it.
 */
function over(
  days: readonly number[],
  streams: readonly StreamRegime[],
  nextFrom: number,
  changes: Partial<ModelParameters>,
): ModelParameters {
  return smallModel({
    systems: [{ id: "here" }, { id: "there" }],
    facilities: [facility(0), facility(1, 1)],
    groups: [group([0]), group([1], { system: 1 })],
    streams: ["here", "there"].map((id, system) => ({ id, system, offence: "any", citizenship: "any" })),
    corridors: [{ id: "over", from: 0, to: 1 }],
    regimes: streams.map((stream, i) =>
      regime({
        fromDay: i * nextFrom,
        capacity: [100, 100],
        placement: [{ kind: "leastCrowded" }, { kind: "leastCrowded" }],
        admissionsLevelSd: [0, 0],
        streams: [stream, streamRegime({ designation: [{ index: 1, share: 1 }] })],
        corridors: [
          corridorRegime({
            handover: { datedDays: days },
            arrival: { facilities: [{ index: 1, share: 1 }] },
          }),
        ],
      }),
    ),
    ...changes,
  });
}

describe("runReplication, sentences and deaths", () => {
  it("runReplication counts the days left of a stated residual alike for those who will die and those who will not", () => {
    const rule = { ...inFull(forever), servedShare: 0.5 };
    const reading = run(
      over([100], [streamRegime({ timeToServe: rule, mortality: deaths(0.001) })], 0, {
        horizonDays: 150,
        gridDays: [100, 150],
        initialStock: [
          { stream: 0, persons: 300, facility: 0, group: 0, residual: { kind: "fixed", days: 1000 } },
        ],
      }),
    );
    const people = reading.funnel(1, "handedOver");
    expect(reading.flow(1, 0, "deaths")).toBeGreaterThan(10);
    expect(people).toBeGreaterThan(200);
    expect(reading.corridorSum(1, 0)).toBeCloseTo(900 * people, 6);
  });

  it("runReplication leaves the release day of people inside alone when new sentences change", () => {
    const before = streamRegime({
      admissionsPerDay: 1,
      timeToServe: { ...inFull({ kind: "fixed", days: 1000 }), servedShare: 0.9 },
      mortality: deaths(0.0005),
    });
    const after = {
      ...before,
      admissionsPerDay: 0,
      timeToServe: { ...before.timeToServe, servedShare: 0.1 },
    };
    const reading = run(over([501], [before, after], 500, { horizonDays: 510, gridDays: [501, 510] }));
    // All entered on day 0 to 500 with 900 days to serve: 399 to 899 days are left on day 501.
    const left = reading.corridorSum(1, 0) / reading.funnel(1, "handedOver");
    const entered = reading.funnel(1, "handedOver");
    expect(entered).toBeGreaterThan(300);
    expect(left).toBeGreaterThan(600);
  });

  it("runReplication kills nobody at the handover when the death rate has risen before it", () => {
    const before = streamRegime({ timeToServe: inFull(forever), mortality: deaths(1e-7) });
    const after = { ...before, mortality: deaths(1e-3) };
    const reading = run(
      over([600], [before, after], 500, {
        horizonDays: 610,
        gridDays: [600, 601],
        initialStock: [{ stream: 0, persons: 300, facility: 0, group: 0, residual: forever }],
      }),
    );
    expect(reading.flow(1, 1, "transfersIn")).toBe(300);
    // One day at 1e-3: 0.3 deaths are expected; 6 or more have a chance below 1e-6.
    expect(reading.flow(1, 1, "deaths")).toBeLessThan(6);
  });

  it("runReplication has room for everybody when all are handed over, also when admissions cease later", () => {
    const stream = (admissionsPerDay: number) =>
      streamRegime({ admissionsPerDay, timeToServe: inFull({ kind: "fixed", days: 700 }) });
    const reading = run(over([11], [stream(1000), stream(0)], 10, { horizonDays: 800, gridDays: [800] }));
    expect(reading.flow(0, 1, "transfersIn")).toBe(reading.flow(0, 0, "admissions"));
    expect(reading.flow(0, 1, "transfersIn")).toBeGreaterThan(9000);
  });

  it("runReplication never releases people with a life term, and bars them from the corridor", () => {
    const rule = { ...inFull({ kind: "fixed", days: 10 }), lifeStockShare: 1, lifeAdmissionShare: 1 };
    const reading = run(
      over([50], [streamRegime({ timeToServe: rule, admissionsPerDay: 1 })], 0, {
        horizonDays: 100,
        gridDays: [100],
        initialStock: [{ stream: 0, persons: 20, facility: 0, group: 0, residual: null }],
      }),
    );
    expect(reading.stockOf(0, 0)).toBe(20 + reading.flow(0, 0, "admissions"));
    expect([reading.flow(0, 0, "releases"), reading.funnel(0, "handedOver")]).toEqual([0, 0]);
    expect(reading.funnel(0, "ineligible")).toBe(reading.funnel(0, "requests"));
  });

  it("runReplication holds people for the last days before release in the final placement", () => {
    const parameters = smallModel({
      gridDays: daysTo(100),
      facilities: [facility(0), facility(1)],
      groups: [group([0])],
      initialStock: [
        { stream: 0, persons: 30, facility: 1, group: 0, residual: { kind: "fixed", days: 500 } },
      ],
      expulsions: [{ day: 0, persons: 30, fromGroup: 1, toStream: 0 }],
      regimes: [
        regime({
          capacity: [100, 10],
          streams: [
            streamRegime({
              timeToServe: inFull({ kind: "fixed", days: 80 }),
              finalPlacement: finalPlacement(1, { kind: "fixed", days: 25 }),
            }),
          ],
        }),
      ],
    });
    const reading = run({ ...parameters, groups: [...parameters.groups, group([1])] });
    // Sentenced to 80 days on day 0: in facility 0 up to day 55, in facility 1 up to day 80.
    const places = [1, 55, 56, 80, 81].map((day) => [reading.stock(day - 1, 0), reading.stock(day - 1, 1)]);
    expect(places).toEqual([
      [30, 0],
      [30, 0],
      [0, 30],
      [0, 30],
      [0, 0],
    ]);
  });
});
