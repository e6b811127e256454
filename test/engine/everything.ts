import type { CorridorRegime, ModelParameters, Reduction, Regime, StreamRegime } from "../../engine/index.ts";
import { facility, finalPlacement, group, inFull } from "./smallModel.ts";
import { twoSystems } from "./twoSystems.ts";

/** Facilities here in order: two low, two medium, a hospital, a halfway house, two for women. There: two. */
export const HERE = { low: [0, 1], medium: [5, 6], hospital: 7, halfway: 4, women: [8, 9] } as const;
const CAPACITY = [80, 90, 70, 60, 12, 40, 50, 10, 15, 15];

const reductions: readonly Reduction[] = [
  { id: "earned", share: 0.5, kind: "earned", perDay: 0.4, maximumDays: 40, beyond: "finalPlacement" },
  { id: "programme", share: 0.2, kind: "fixed", days: 60, minimumSentenceDays: 150 },
];

/** What becomes of transferred people there. */
const AFTER_ARRIVAL: Partial<CorridorRegime["arrival"]> = {
  conditionalRelease: { atShare: 0.6, probability: 0.6, excludedOffences: ["nothing"] },
  conversion: { share: 0.9 },
  homeMove: {
    after: { kind: "exponential", meanDays: 60 },
    probability: 0.7,
    facilities: [
      { index: 2, share: 0.5 },
      { index: 3, share: 0.5 },
    ],
  },
  returned: { share: 0.7, after: { kind: "uniform", fromDays: 0, toDays: 40 }, balanceEnforced: true },
};

/** People of the streams here that were in `twoSystems`, with all that a stream may have. */
function developed(stream: StreamRegime): StreamRegime {
  return {
    ...stream,
    admissionsGrowth: 0.1,
    designation: [
      { index: 0, share: 0.6 },
      { index: 2, share: 0.35 },
      { index: 3, share: 0.05 },
    ],
    reclassification: [
      { from: 0, to: 2, perDay: 0.002 },
      { from: 2, to: 0, perDay: 0.004 },
      { from: 0, to: 3, perDay: 0.001 },
      { from: 3, to: 0, perDay: 0.02 },
    ],
    highProfileShare: 0.3,
    homeRegion: [
      { index: 0, share: 0.5 },
      { index: 1, share: 0.5 },
    ],
    timeToServe: { ...stream.timeToServe, minimumDays: 5, lifeAdmissionShare: 0.02, reductions },
    ageAtEntry: { kind: "lognormal", meanDays: 35 * 365, cv: 0.3 },
    mortality: [
      { fromAgeDays: 0, perDay: 2e-4 },
      { fromAgeDays: 40 * 365, perDay: 1e-3 },
    ],
    finalPlacement: {
      ...finalPlacement(HERE.halfway, { kind: "uniform", fromDays: 20, toDays: 60 }, 0.6),
      detainerShare: 0.2,
      waitAtStartDays: 10,
      regroup: [{ level: 1, group: 0 }],
    },
  };
}

/**
 * All that the engine knows in one small model: `twoSystems` with levels, sexes, regions, units by function, limited
 * final placement, reductions, ages, growth, closures, balancing and four regimes with the four rules of placement.
 * Groups: 0 low, 1 there, 2 medium, 3 hospital, 4 women. Stream 3: women.
 */
export function everything(changes: Partial<ModelParameters> = {}): ModelParameters {
  const base = twoSystems();
  const women = developed(base.regimes[0]!.streams[0]!);
  const streams = [
    ...base.regimes[0]!.streams.map((stream, s) => (s < 2 ? developed(stream) : stream)),
    {
      ...women,
      admissionsPerDay: 0.1,
      designation: [{ index: 4, share: 1 }],
      reclassification: [],
      timeToServe: inFull({ kind: "uniform", fromDays: 30, toDays: 400 }),
    },
  ];
  const first: Regime = {
    ...base.regimes[0]!,
    capacity: CAPACITY,
    designationWeight: [...CAPACITY.slice(0, 9), 30],
    placementLimit: CAPACITY.map((_, f) => (f === HERE.halfway ? 12 : null)),
    placement: [{ kind: "regionFirst", maximumOccupancy: 0.9 }, { kind: "leastCrowded" }],
    balancing: [{ everyDays: 45, aboveOccupancy: 1.1 }, null],
    streams,
    corridors: base.regimes[0]!.corridors.map((corridor) => ({
      ...corridor,
      arrival: { ...corridor.arrival, ...AFTER_ARRIVAL },
    })),
  };
  const later = (fromDay: number, placement: Regime["placement"][number], limit: number): Regime => ({
    ...first,
    fromDay,
    placement: [placement, { kind: "leastCrowded" }],
    placementLimit: CAPACITY.map((_, f) => (f === HERE.halfway ? limit : null)),
  });
  const unit = (f: number, region: number) => ({ ...facility(f, 0, region), region });
  return {
    ...base,
    levels: ["low", "medium", "any"],
    regions: ["north", "south"],
    facilities: [
      unit(0, 0),
      unit(1, 1),
      base.facilities[2]!,
      base.facilities[3]!,
      base.facilities[4]!,
      unit(5, 0),
      unit(6, 1),
      unit(7, 0),
      unit(8, 0),
      unit(9, 1),
    ],
    institutions: CAPACITY.map((_, f) => ({ id: `F${f}`, system: f === 2 || f === 3 ? 1 : 0 })),
    groups: [
      group(HERE.low),
      group([2, 3], { system: 1, level: 2 }),
      group(HERE.medium, { level: 1 }),
      group([HERE.hospital], { byFunction: true }),
      group(HERE.women),
    ],
    streams: [...base.streams, { id: "here/women", system: 0, offence: "drug", citizenship: "there" }],
    initialStock: [
      ...base.initialStock,
      { stream: 0, persons: 70, facility: -1, group: 2, residual: null },
      { stream: 0, persons: 12, facility: HERE.halfway, group: 0, residual: null },
      { stream: 3, persons: 20, facility: 9, group: 4, residual: null },
    ],
    capacityChanges: [
      { facility: 1, day: 300, slip: { kind: "uniform", fromDays: 0, toDays: 60 }, capacity: 0 },
      { facility: 1, day: 600, slip: { kind: "exponential", meanDays: 20 }, capacity: 45 },
      { facility: 8, day: 400, slip: null, capacity: 0 },
      { facility: HERE.halfway, day: 700, slip: null, capacity: 0 },
      { facility: HERE.halfway, day: 760, slip: null, capacity: 12 },
      { facility: 2, day: 500, slip: null, capacity: 0 },
    ],
    regimes: [
      first,
      later(200, { kind: "leastCrowded" }, 20),
      later(450, { kind: "closedAbove", occupancy: 0.95 }, 6),
      {
        ...later(650, { kind: "proportional" }, 15),
        streams: streams.map((stream) => ({
          ...stream,
          timeToServe: { ...stream.timeToServe, reductions: stream.timeToServe.reductions.slice(1) },
        })),
      },
    ],
    ...changes,
  };
}
