import type {
  CorridorRegime,
  CustodyCount,
  CustodySum,
  Distribution,
  FacilityParameters,
  FinalPlacement,
  Flow,
  FunnelCount,
  ModelParameters,
  MortalityBand,
  PlacementGroup,
  Regime,
  ReplicationResult,
  StreamRegime,
  TimeToServe,
} from "../../engine/index.ts";
import {
  AGE_BANDS,
  CUSTODY_COUNTS,
  CUSTODY_SUMS,
  FLOWS,
  FUNNEL,
  HELD_INSIDE,
  receivingFacilities,
  SENTENCE_BANDS,
  TRANSFEREES,
} from "../../engine/index.ts";

/** A delay of no length. */
export const atOnce: Distribution = { kind: "fixed", days: 0 };

/** A stay that outlasts every run of these tests. */
export const forever: Distribution = { kind: "fixed", days: 1e6 };

/** A sentence served in full. */
export function inFull(sentence: Distribution): TimeToServe {
  return {
    sentence,
    servedShare: 1,
    creditDays: 0,
    minimumDays: 0,
    lifeAdmissionShare: 0,
    lifeStockShare: 0,
    reductions: [],
  };
}

/** A stream without deaths and moves, designated to group 0. */
export function streamRegime(changes: Partial<StreamRegime> = {}): StreamRegime {
  return {
    admissionsPerDay: 0,
    admissionsGrowth: 0,
    designation: [{ index: 0, share: 1 }],
    reclassification: [],
    homeRegion: [],
    timeToServe: inFull(forever),
    ageAtEntry: null,
    mortality: [],
    moves: null,
    finalPlacement: null,
    highProfileShare: 0,
    ...changes,
  };
}

/** Replacements for whole stages of a corridor, or for single values of them. */
export type CorridorChanges = { readonly [Stage in keyof CorridorRegime]?: Partial<CorridorRegime[Stage]> };

/** A corridor that everybody asks for on entry, without delay, limit or refusal; no handover is set. */
export function corridorRegime(changes: CorridorChanges = {}): CorridorRegime {
  return {
    eligibility: {
      citizenships: [],
      excludedOffences: [],
      minimumLeftDays: 0,
      bars: [],
      ...changes.eligibility,
    },
    interest: { share: 1, byOffence: [], delay: atOnce, ...changes.interest },
    package: { delay: atOnce, ...changes.package },
    review: {
      reviewers: null,
      serviceTime: atOnce,
      discipline: "firstComeFirstServed",
      approvalProbability: 1,
      approvalRules: [],
      reapplyAfterDays: null,
      ...changes.review,
    },
    receiving: {
      delay: atOnce,
      acceptanceProbability: 1,
      acceptanceRules: [],
      quotaPerYear: null,
      maximumOccupancy: null,
      ...changes.receiving,
    },
    consent: { delay: atOnce, withdrawalProbability: 0, ...changes.consent },
    handover: {
      firstDay: 0,
      everyDays: null,
      datedDays: [],
      maximumPersons: null,
      order: "readyFirst",
      individual: null,
      staging: [],
      ...changes.handover,
    },
    arrival: {
      facilities: [],
      conditionalRelease: { atShare: 1, probability: 0, excludedOffences: [] },
      conversion: null,
      homeMove: null,
      returned: null,
      ...changes.arrival,
    },
  };
}

/** A facility that is an institution of its own: of number `institution` in `system`. */
export function facility(institution: number, system = 0, region = -1): FacilityParameters {
  return { id: `F${institution}`, system, institution, level: `L${system}`, region };
}

/** Everybody spends so many last days in another facility, without limit or detainer. */
export function finalPlacement(facility: number, days: Distribution, share = 1): FinalPlacement {
  return { facility, share, detainerShare: 0, days, waitAtStartDays: 0, regroup: [] };
}

/** A placement group of people of one level, `any` unless said otherwise. */
export function group(
  facilities: readonly number[],
  changes: Partial<Omit<PlacementGroup, "facilities">> = {},
): PlacementGroup {
  return { system: 0, level: 0, byFunction: false, ...changes, facilities };
}

/** Deaths at one rate, whatever the age. */
export function deaths(perDay: number): readonly MortalityBand[] {
  return [{ fromAgeDays: 0, perDay }];
}

/** The first regime of a model with one system, one facility of 100 beds and one stream. */
export function regime(changes: Partial<Regime> = {}): Regime {
  const capacity = changes.capacity ?? [100];
  return {
    fromDay: 0,
    capacity,
    designationWeight: capacity.map(() => 1),
    placementLimit: capacity.map(() => null),
    placement: [{ kind: "leastCrowded" }],
    balancing: (changes.placement ?? [null]).map(() => null),
    admissionsLevelSd: [0],
    streams: [streamRegime()],
    corridors: [],
    ...changes,
  };
}

/** One system with one facility and one stream of which nothing happens; replace what a test is about. */
export function smallModel(changes: Partial<ModelParameters> = {}): ModelParameters {
  const facilities = changes.facilities ?? [facility(0)];
  return {
    horizonDays: 100,
    gridDays: [100],
    yearStartDays: [0],
    systems: [{ id: "here" }],
    institutions: facilities.map(({ id, system }) => ({ id, system })),
    facilities,
    levels: ["any"],
    groups: [group(facilities.map((_, i) => i))],
    regions: [],
    streams: [{ id: "all", system: 0, offence: "any", citizenship: "any" }],
    corridors: [],
    initialStock: [],
    expulsions: [],
    capacityChanges: [],
    regimes: [regime()],
    ...changes,
  };
}

/** Days from `first` to `last` in steps, the last one included. */
export function daysTo(last: number, step = 1, first = step): number[] {
  return Array.from({ length: Math.round((last - first) / step) + 1 }, (_, i) => first + i * step);
}

/** Reads one replication by name. */
export class Reading {
  constructor(
    private readonly parameters: ModelParameters,
    readonly result: ReplicationResult,
  ) {}

  /** Head-count of a facility in a row of the grid. */
  stock(row: number, facility: number): number {
    return this.result.gridStock[row * this.parameters.facilities.length + facility]!;
  }

  /** Head-count of a system in a row of the grid; of everywhere without a system. */
  stockOf(row: number, system?: number): number {
    return this.parameters.facilities.reduce(
      (sum, f, i) => sum + (system === undefined || f.system === system ? this.stock(row, i) : 0),
      0,
    );
  }

  /** Head-count of a system on day 0. */
  initialOf(system: number): number {
    return this.parameters.facilities.reduce(
      (sum, f, i) => sum + (f.system === system ? this.result.initialStock[i]! : 0),
      0,
    );
  }

  /** Head-count of people of a level in a system, in a row of the grid. */
  levelStock(row: number, system: number, level: number): number {
    const { systems, levels } = this.parameters;
    return this.result.gridLevelStock[(row * systems.length + system) * levels.length + level]!;
  }

  /** Head-count of a stream in its own system, in a row of the grid. */
  streamStock(row: number, stream: number): number {
    return this.result.gridStreamStock[row * this.parameters.streams.length + stream]!;
  }

  /** People of a system who are counted apart, in a row of the grid. */
  held(row: number, system: number, which: (typeof HELD_INSIDE)[number]): number {
    const at = (row * this.parameters.systems.length + system) * HELD_INSIDE.length;
    return this.result.gridHeldInside[at + HELD_INSIDE.indexOf(which)]!;
  }

  /** Days served by the people released from a system up to a row of the grid. */
  daysServed(row: number, system: number): number {
    return this.result.gridSystemSums[row * this.parameters.systems.length + system]!;
  }

  /** Census of a stream by sentence imposed; 0 on day 0, 1 on the last day. */
  sentences(census: 0 | 1, stream: number): number[] {
    const at = (census * this.parameters.streams.length + stream) * SENTENCE_BANDS;
    return [...this.result.censusSentence.subarray(at, at + SENTENCE_BANDS)];
  }

  /** Census of a system by age. */
  ages(census: 0 | 1, system: number): number[] {
    const at = (census * this.parameters.systems.length + system) * AGE_BANDS;
    return [...this.result.censusAge.subarray(at, at + AGE_BANDS)];
  }

  flow(row: number, system: number, flow: Flow): number {
    const at = (row * this.parameters.systems.length + system) * FLOWS.length;
    return this.result.gridFlows[at + FLOWS.indexOf(flow)]!;
  }

  funnel(row: number, count: FunnelCount, corridor = 0): number {
    const at = (row * this.parameters.corridors.length + corridor) * FUNNEL.length;
    return this.result.gridFunnel[at + FUNNEL.indexOf(count)]!;
  }

  /** Corridor sum: 0 days left at the handover, 1 days left on arrival, 2 days waited. */
  corridorSum(row: number, sum: 0 | 1 | 2, corridor = 0): number {
    return this.result.gridCorridorSums[(row * this.parameters.corridors.length + corridor) * 3 + sum]!;
  }
  /** Count of transferred people of a corridor, in a row of the grid. */
  custody(row: number, count: CustodyCount, corridor = 0): number {
    const at = (row * this.parameters.corridors.length + corridor) * CUSTODY_COUNTS.length;
    return this.result.gridCustodyCounts[at + CUSTODY_COUNTS.indexOf(count)]!;
  }

  /** Person-days of the people released in the receiving system of a corridor, in a row of the grid. */
  custodySum(row: number, sum: CustodySum, corridor = 0): number {
    const at = (row * this.parameters.corridors.length + corridor) * CUSTODY_SUMS.length;
    return this.result.gridCustodySums[at + CUSTODY_SUMS.indexOf(sum)]!;
  }

  /** Transferred people in a facility of a receiving system, in a row of the grid. */
  transferees(row: number, facility: number): number {
    const receiving = receivingFacilities(this.parameters);
    return this.result.gridTransferees[row * receiving.length + receiving.indexOf(facility)]!;
  }

  /** Person-days of transferred people in such a facility over the run. */
  transfereeDays(facility: number, kind: (typeof TRANSFEREES)[number] = "all"): number {
    const at = receivingFacilities(this.parameters).indexOf(facility) * TRANSFEREES.length;
    return this.result.transfereeDays[at + TRANSFEREES.indexOf(kind)]!;
  }
}
