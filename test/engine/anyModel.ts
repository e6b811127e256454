import fc, { type GeneratorValue } from "fast-check";
import type {
  CapacityChange,
  Distribution,
  FinalPlacement,
  ModelParameters,
  PlacementRule,
  Reduction,
  Regime,
  StreamRegime,
} from "../../engine/index.ts";
import { corridorRegime, daysTo, group, regime, streamRegime } from "./smallModel.ts";

const HORIZON = 400;
const YEAR = 365.25;

/**
 * Facilities of system 0: 0 to 3 in two groups of two and one of all, 4 taken by function, 5 the final placement.
 * System 1: 6 and 7. Facilities 0, 2 and 6 never close.
 */
const FACILITIES = 8;
export const FINAL = 5;
const GROUPS = [
  group([0, 1]),
  group([2, 3], { level: 1 }),
  group([0, 1, 2, 3], { level: 2 }),
  group([4, 0], { byFunction: true }),
  group([6, 7], { system: 1, level: 2 }),
];
const HERE = [0, 1, 2, 3];
const ALWAYS_OPEN = [0, 2, 6];

type Gen = GeneratorValue;

const integer = (gen: Gen, min: number, max: number): number => gen(fc.integer, { min, max });
const share = (gen: Gen): number => integer(gen, 0, 20) / 20;
const chance = (gen: Gen): boolean => gen(fc.boolean);
const one = <T>(gen: Gen, list: readonly T[]): T => list[integer(gen, 0, list.length - 1)]!;
const some = <T>(gen: Gen, most: number, make: (i: number) => T): T[] =>
  Array.from({ length: integer(gen, 0, most) }, (_, i) => make(i));

function days(gen: Gen, most: number): Distribution {
  const mean = integer(gen, 1, most);
  return one<Distribution>(gen, [
    { kind: "fixed", days: mean },
    { kind: "exponential", meanDays: mean },
    { kind: "uniform", fromDays: 0, toDays: 2 * mean },
    { kind: "lognormal", meanDays: mean, cv: 0.8 },
    {
      kind: "bands",
      bands: [
        { fromDays: 0, toDays: mean, share: 0.6 },
        { fromDays: mean, toDays: 3 * mean, share: 0.4 },
      ],
    },
  ]);
}

function reductions(gen: Gen): Reduction[] {
  return some(gen, 3, (i): Reduction => {
    const base = { id: `R${i}`, share: share(gen) };
    return chance(gen)
      ? { ...base, kind: "fixed", days: integer(gen, 0, 90), minimumSentenceDays: integer(gen, 0, 200) }
      : {
          ...base,
          kind: "earned",
          perDay: integer(gen, 0, 10) / 10,
          maximumDays: integer(gen, 0, 60),
          beyond: chance(gen) ? "finalPlacement" : "lost",
        };
  });
}

function finalPlacement(gen: Gen): FinalPlacement | null {
  const placed = share(gen);
  return chance(gen)
    ? {
        facility: FINAL,
        share: placed,
        detainerShare: (1 - placed) * share(gen),
        days: days(gen, 60),
        waitAtStartDays: integer(gen, 0, 30),
        regroup: [],
      }
    : null;
}

function rule(gen: Gen): PlacementRule {
  return one<PlacementRule>(gen, [
    { kind: "leastCrowded" },
    { kind: "regionFirst", maximumOccupancy: 0.9 },
    { kind: "proportional" },
    { kind: "closedAbove", occupancy: 1 },
  ]);
}

function stream(gen: Gen, system: number): StreamRegime {
  const groups = system === 0 ? HERE : [4];
  const aged = chance(gen);
  return streamRegime({
    admissionsPerDay: integer(gen, 0, 10) / 10,
    admissionsGrowth: integer(gen, -5, 5) / 10,
    designation: groups.map((index) => ({ index, share: 1 / groups.length })),
    reclassification:
      system === 0
        ? some(gen, 2, (i) => ({ from: i, to: (i + 1) % 4, perDay: integer(gen, 0, 20) / 1000 }))
        : [],
    homeRegion: [
      { index: 0, share: 0.5 },
      { index: 1, share: 0.5 },
    ],
    timeToServe: {
      sentence: days(gen, 200),
      servedShare: integer(gen, 10, 20) / 20,
      creditDays: integer(gen, 0, 40),
      minimumDays: integer(gen, 0, 30),
      lifeAdmissionShare: integer(gen, 0, 2) / 20,
      lifeStockShare: integer(gen, 0, 2) / 20,
      reductions: reductions(gen),
    },
    ageAtEntry: aged ? { kind: "uniform", fromDays: 18 * YEAR, toDays: 60 * YEAR } : null,
    mortality: some(gen, 3, (i) => ({ fromAgeDays: i * 20 * YEAR, perDay: integer(gen, 0, 30) / 10_000 })),
    moves: chance(gen) ? days(gen, 80) : null,
    finalPlacement: system === 0 ? finalPlacement(gen) : null,
    highProfileShare: share(gen),
  });
}

function corridor(gen: Gen) {
  return corridorRegime({
    eligibility: {
      minimumLeftDays: integer(gen, 0, 40),
      bars: [{ id: "bar", share: share(gen), offences: one(gen, [[], ["barred"]]) }],
    },
    interest: { share: share(gen), delay: days(gen, 60) },
    package: { delay: days(gen, 20) },
    review: {
      reviewers: one(gen, [null, 0, 2]),
      serviceTime: days(gen, 10),
      approvalProbability: share(gen),
      reapplyAfterDays: one(gen, [null, 50]),
    },
    receiving: {
      delay: days(gen, 10),
      quotaPerYear: one(gen, [null, 20]),
      maximumOccupancy: one(gen, [null, 1.2]),
    },
    consent: { delay: days(gen, 5), withdrawalProbability: share(gen) / 2 },
    handover: {
      firstDay: integer(gen, 0, 40),
      everyDays: integer(gen, 20, 90),
      maximumPersons: one(gen, [null, 5]),
    },
    arrival: {
      facilities: [
        { index: 6, share: 0.5 },
        { index: 7, share: 0.5 },
      ],
      conditionalRelease: {
        atShare: 0.5,
        probability: share(gen),
        excludedOffences: one(gen, [[], ["barred"]]),
      },
      conversion: one(gen, [null, { share: share(gen) }]),
      homeMove: chance(gen)
        ? {
            after: days(gen, 40),
            probability: share(gen),
            facilities: [
              { index: 6, share: 0.5 },
              { index: 7, share: 0.5 },
            ],
          }
        : null,
      returned: chance(gen)
        ? { share: share(gen), after: days(gen, 40), balanceEnforced: chance(gen) }
        : null,
    },
  });
}

function capacity(gen: Gen, facility: number, regimeIndex: number): number | null {
  const mayClose = regimeIndex > 0 && !ALWAYS_OPEN.includes(facility);
  return one(gen, [...(mayClose ? [0] : []), null, 10, 30, 60]);
}

function regimes(gen: Gen): Regime[] {
  const starts = [0, ...some(gen, 3, (i) => 60 + 90 * i + integer(gen, 0, 50))];
  return starts.map((fromDay, i) =>
    regime({
      fromDay,
      capacity: Array.from({ length: FACILITIES }, (_, f) => capacity(gen, f, i)),
      designationWeight: Array.from({ length: FACILITIES }, (_, f) =>
        integer(gen, ALWAYS_OPEN.includes(f) ? 1 : 0, 3),
      ),
      placementLimit: Array.from({ length: FACILITIES }, (_, f) =>
        f === FINAL ? one(gen, [null, 0, 4, 12]) : null,
      ),
      placement: [rule(gen), rule(gen)],
      balancing: [
        chance(gen) ? { everyDays: integer(gen, 10, 60), aboveOccupancy: integer(gen, 5, 15) / 10 } : null,
        null,
      ],
      admissionsLevelSd: [share(gen) / 4, 0],
      streams: [stream(gen, 0), stream(gen, 0), stream(gen, 1)],
      corridors: [corridor(gen)],
    }),
  );
}

/** Any model of two countries in which everything that the engine knows may happen, in any combination. */
export const anyModel: fc.Arbitrary<ModelParameters> = fc.gen().map((gen) => {
  const changes: CapacityChange[] = some(gen, 3, () => ({
    facility: one(gen, [1, 3, 4, FINAL, 7]),
    day: integer(gen, 0, HORIZON),
    slip: chance(gen) ? days(gen, 60) : null,
    capacity: one(gen, [0, 0, 25]),
  }));
  return {
    horizonDays: integer(gen, 50, HORIZON) + share(gen),
    gridDays: daysTo(50, 5),
    yearStartDays: [-20, 180, 300],
    systems: [{ id: "here" }, { id: "there" }],
    institutions: Array.from({ length: FACILITIES }, (_, f) => ({ id: `F${f}`, system: f < 6 ? 0 : 1 })),
    facilities: Array.from({ length: FACILITIES }, (_, f) => ({
      id: `F${f}`,
      system: f < 6 ? 0 : 1,
      institution: f,
      level: "L",
      region: f % 2,
    })),
    levels: ["low", "high", "any"],
    groups: GROUPS,
    regions: ["north", "south"],
    streams: [0, 0, 1].map((system, i) => ({
      id: `S${i}`,
      system,
      offence: i === 1 ? "barred" : "any",
      citizenship: "there",
    })),
    corridors: [{ id: "over", from: 0, to: 1 }],
    initialStock: [
      { stream: 0, persons: integer(gen, 0, 40), facility: -1, group: 0, residual: null },
      { stream: 0, persons: integer(gen, 0, 20), facility: 2, group: 1, residual: null },
      { stream: 1, persons: integer(gen, 0, 30), facility: -1, group: 2, residual: days(gen, 100) },
      { stream: 1, persons: integer(gen, 0, 6), facility: FINAL, group: 0, residual: null },
      { stream: 0, persons: integer(gen, 0, 6), facility: FINAL, group: 1, residual: null },
      { stream: 2, persons: integer(gen, 0, 30), facility: -1, group: 4, residual: null },
    ],
    expulsions: some(gen, 2, () => ({
      day: integer(gen, 0, HORIZON),
      persons: integer(gen, 0, 10),
      fromGroup: 4,
      toStream: integer(gen, 0, 1),
    })),
    capacityChanges: changes,
    regimes: regimes(gen),
  };
});
