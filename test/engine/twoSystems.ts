import type { ModelParameters } from "../../engine/index.ts";
import {
  corridorRegime,
  daysTo,
  deaths,
  facility,
  finalPlacement,
  group,
  inFull,
  regime,
  smallModel,
  streamRegime,
} from "./smallModel.ts";

/**
 * Two countries in which everything that the engine knows happens: admissions, moves, final placement, deaths,
 * life terms, a corridor with every kind of refusal, and two batches of expulsions. Facilities: 0 and 1 here, 2
 * and 3 there, 4 the final placement here. Streams: 0 and 1 here, 2 there.
 */
export function twoSystems(changes: Partial<ModelParameters> = {}): ModelParameters {
  const mixed = {
    ...inFull({ kind: "lognormal", meanDays: 250, cv: 0.6 }),
    servedShare: 0.85,
    creditDays: 10,
  };
  const final = finalPlacement(4, { kind: "uniform", fromDays: 10, toDays: 40 }, 0.5);
  const moves = { kind: "exponential", meanDays: 90 } as const;
  return smallModel({
    horizonDays: 900,
    gridDays: daysTo(900, 4.5),
    yearStartDays: [-100, 265, 630],
    systems: [{ id: "here" }, { id: "there" }],
    facilities: [facility(0), facility(1), facility(2, 1), facility(3, 1), facility(4)],
    groups: [group([0, 1]), group([2, 3], { system: 1 })],
    streams: [
      { id: "here/drug", system: 0, offence: "drug", citizenship: "there" },
      { id: "here/barred", system: 0, offence: "barred", citizenship: "there" },
      { id: "there/all", system: 1, offence: "any", citizenship: "there" },
    ],
    corridors: [{ id: "here-there", from: 0, to: 1 }],
    initialStock: [
      { stream: 0, persons: 120, facility: -1, group: 0, residual: null },
      { stream: 1, persons: 30, facility: 1, group: 0, residual: { kind: "exponential", meanDays: 200 } },
      { stream: 2, persons: 150, facility: -1, group: 1, residual: null },
    ],
    expulsions: [
      { day: 100, persons: 5, fromGroup: 1, toStream: 0 },
      { day: 301.5, persons: 8, fromGroup: 1, toStream: 1 },
    ],
    regimes: [
      regime({
        capacity: [80, 90, 70, 60, 30],
        placement: [{ kind: "leastCrowded" }, { kind: "leastCrowded" }],
        admissionsLevelSd: [0, 0],
        streams: [
          streamRegime({
            admissionsPerDay: 0.7,
            timeToServe: mixed,
            mortality: deaths(5e-4),
            moves,
            finalPlacement: final,
          }),
          streamRegime({ admissionsPerDay: 0.2, timeToServe: mixed, mortality: deaths(5e-4), moves }),
          streamRegime({
            admissionsPerDay: 0.6,
            designation: [{ index: 1, share: 1 }],
            timeToServe: inFull({ kind: "uniform", fromDays: 50, toDays: 450 }),
            mortality: deaths(1e-3),
            moves,
          }),
        ],
        corridors: [
          corridorRegime({
            eligibility: {
              excludedOffences: ["barred"],
              minimumLeftDays: 60,
              bars: [{ id: "pending charge", share: 0.1, offences: [] }],
            },
            interest: { share: 0.9, delay: { kind: "uniform", fromDays: 0, toDays: 60 } },
            package: { delay: { kind: "exponential", meanDays: 10 } },
            review: {
              reviewers: 4,
              serviceTime: { kind: "exponential", meanDays: 5 },
              approvalProbability: 0.8,
              reapplyAfterDays: 90,
            },
            receiving: {
              delay: { kind: "fixed", days: 7 },
              acceptanceProbability: 0.9,
              quotaPerYear: 100,
              maximumOccupancy: 1.35,
            },
            consent: { delay: { kind: "fixed", days: 3 }, withdrawalProbability: 0.1 },
            handover: { firstDay: 15, everyDays: 45, maximumPersons: 20 },
            arrival: {
              facilities: [
                { index: 2, share: 0.7 },
                { index: 3, share: 0.3 },
              ],
              conditionalRelease: { atShare: 0.6, probability: 0.4, excludedOffences: [] },
            },
          }),
        ],
      }),
    ],
    ...changes,
  });
}
