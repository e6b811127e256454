import { describe, expect, it } from "vitest";
import type { ModelParameters, Regime, StreamRegime } from "../../engine/index.ts";
import { buildModel } from "../../engine/model.ts";
import { facility, finalPlacement, forever, group, smallModel, streamRegime } from "./smallModel.ts";
import { twoSystems } from "./twoSystems.ts";

const sound = twoSystems();

/** The same model with values of its first regime replaced. */
function withRegime(changes: Partial<Regime>): ModelParameters {
  return { ...sound, regimes: [{ ...sound.regimes[0]!, ...changes }] };
}

/** The same model with values of its first stream replaced. */
function withStream(changes: Partial<StreamRegime>): ModelParameters {
  return withRegime({ streams: [streamRegime(changes), ...sound.regimes[0]!.streams.slice(1)] });
}

describe("buildModel", () => {
  it("buildModel takes a sound model", () => {
    expect(() => buildModel(sound)).not.toThrow();
  });

  it.each<[string, ModelParameters]>([
    ["at least one regime, got none", { ...sound, regimes: [] }],
    ["an index below 1 in groups[0].level, got 1", { ...sound, groups: [group([0], { level: 1 })] }],
    ["an index below 2 in groups[0].system, got 2", { ...sound, groups: [group([0], { system: 2 })] }],
    ["facilities in groups[0], got none", { ...sound, groups: [group([])] }],
    ["an index below 5 in groups[0].facilities, got 5", { ...sound, groups: [group([0, 5])] }],
    ["facilities of one system in groups[0], got F2 of another", { ...sound, groups: [group([0, 2])] }],
    ["5 values in regimes[0].capacity, got 1", withRegime({ capacity: [3] })],
    ["5 values in regimes[0].designationWeight, got 0", withRegime({ designationWeight: [] })],
    ["5 values in regimes[0].placementLimit, got 0", withRegime({ placementLimit: [] })],
    ["2 values in regimes[0].placement, got 0", withRegime({ placement: [] })],
    ["2 values in regimes[0].balancing, got 1", withRegime({ balancing: [null] })],
    ["2 values in regimes[0].admissionsLevelSd, got 1", withRegime({ admissionsLevelSd: [0] })],
    ["3 values in regimes[0].streams, got 0", withRegime({ streams: [] })],
    ["1 values in regimes[0].corridors, got 0", withRegime({ corridors: [] })],
    [
      "designation weights of at least 0 in regimes[0], got -1",
      withRegime({ designationWeight: [1, 1, -1, 1, 1] }),
    ],
    [
      "balancing at intervals above 0 in regimes[0], got 0",
      withRegime({ balancing: [null, { everyDays: 0, aboveOccupancy: 1 }] }),
    ],
    ["regimes[0].streams[0].admissionsGrowth above -1, got -1", withStream({ admissionsGrowth: -1 })],
    [
      "an index below 2 in regimes[0].streams[0].designation, got -1",
      withStream({ designation: [{ index: -1, share: 1 }] }),
    ],
    [
      "an index below 2 in regimes[0].streams[0].reclassification, got 2",
      withStream({ reclassification: [{ from: 0, to: 2, perDay: 1 }] }),
    ],
    [
      "two different groups in regimes[0].streams[0].reclassification, got 0 twice",
      withStream({ reclassification: [{ from: 0, to: 0, perDay: 1 }] }),
    ],
    [
      "groups of the stream's own system in regimes[0].streams[0].reclassification, got 0 to 1",
      withStream({ reclassification: [{ from: 0, to: 1, perDay: 1 }] }),
    ],
    [
      "an index below 1 in regimes[0].streams[0].finalPlacement.regroup, got 1",
      withStream({ finalPlacement: { ...finalPlacement(0, forever), regroup: [{ level: 1, group: 0 }] } }),
    ],
    [
      "an index below 2 in regimes[0].streams[0].finalPlacement.regroup, got 2",
      withStream({ finalPlacement: { ...finalPlacement(0, forever), regroup: [{ level: 0, group: 2 }] } }),
    ],
    [
      "groups of the stream's own system in regimes[0].streams[0].finalPlacement.regroup, got 1",
      withStream({ finalPlacement: { ...finalPlacement(0, forever), regroup: [{ level: 0, group: 1 }] } }),
    ],
    [
      "an index below 5 in capacityChanges[0].facility, got 7",
      { ...sound, capacityChanges: [{ facility: 7, day: 1, slip: null, capacity: 1 }] },
    ],
    [
      "capacityChanges[0].capacity of at least 0, got -2",
      { ...sound, capacityChanges: [{ facility: 0, day: 1, slip: null, capacity: -2 }] },
    ],
    ["an open facility in initialStock[1], got F1", withRegime({ capacity: [80, 0, 70, 60, 30] })],
  ])("buildModel requires %s", (message, model) => {
    expect(() => buildModel(model)).toThrow(new RangeError(`buildModel requires ${message}`));
  });

  it("buildModel requires hazards that are numbers of at least 0", () => {
    const model = smallModel({
      groups: [group([0]), group([0])],
      initialStock: [{ stream: 0, persons: 1, facility: 0, group: 0, residual: forever }],
    });
    for (const perDay of [-1, Number.NaN, Infinity]) {
      const streams = [streamRegime({ reclassification: [{ from: 0, to: 1, perDay }] })];
      expect(() => buildModel({ ...model, regimes: [{ ...model.regimes[0]!, streams }] })).toThrow(
        RangeError,
      );
    }
  });

  it("buildModel requires no more facilities than a record can number", () => {
    const facilities = Array.from({ length: 0x10000 }, (_, i) => facility(i));
    expect(() => buildModel(smallModel({ facilities, groups: [] }))).toThrow(
      new RangeError("buildModel requires at most 65535 facilities, got 65536"),
    );
  });
});
