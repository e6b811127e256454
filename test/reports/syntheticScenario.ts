import type {
  CapacityChange,
  FacilityParameters,
  InstitutionParameters,
  ModelParameters,
  Regime,
  StreamRegime,
} from "../../engine/parameters.ts";
import type {
  CapacityDefinition,
  CompiledScenario,
  HarmDescription,
} from "../../scenarios/compiledScenario.ts";
import { CORRIDOR } from "./syntheticCorridor.ts";

/** Size and words of a made-up scenario. */
export interface SyntheticOptions {
  readonly id?: string;
  readonly title?: string;
  readonly institutions?: number;
  readonly months?: number;
  readonly states?: readonly string[];
  readonly centres?: number;
  /** Capacity of the first facility from the middle of the run on. */
  readonly laterCapacity?: number | null;
  readonly capacityChanges?: readonly CapacityChange[];
  readonly capacityDefinition?: CapacityDefinition;
  readonly harm?: Partial<HarmDescription>;
}

/** Streams of the first system, and one of the second: offence, citizenship. */
const STREAMS = [
  { id: "drug-US", system: 0, offence: "drug", citizenship: "US" },
  { id: "drug-MX", system: 0, offence: "drug", citizenship: "MX" },
  { id: "weapons-US", system: 0, offence: "weapons", citizenship: "US" },
  { id: "local", system: 1, offence: "any", citizenship: "MX" },
] as const;

const NO_HARM: HarmDescription = {
  staff: null,
  officers: null,
  programmePlaces: null,
  specialHousingShare: null,
  assaults: null,
};

const LEVELS = ["minimum", "low", "medium", "high"];
const REGIONS = ["MXR", "NCR", "NER", "SCR", "SER", "WXR"];

/** US institution i has two facilities when i is even (a medium unit and a minimum one); Mexican ones one. */
export function syntheticScenario(options: SyntheticOptions = {}): CompiledScenario {
  const { id = "base", title = "No change", states = ["MX-MEX", "MX-JAL"], centres = 2 } = options;
  const count = options.institutions ?? 4;
  const institutions: InstitutionParameters[] = [
    ...Array.from({ length: count }, (_, i) => ({ id: `U${String(i).padStart(2, "0")}`, system: 0 })),
    ...states.map((state) => ({ id: state, system: 1 })),
    ...Array.from({ length: centres }, (_, i) => ({
      id: `CEFERESO_${String(i + 1).padStart(2, "0")}`,
      system: 1,
    })),
  ];
  const facilities = institutions.flatMap((institution, i) => unitsOf(institution, i));
  const gridDays = Array.from({ length: options.months ?? 24 }, (_, m) => monthStart(m + 1));
  const parameters: ModelParameters = {
    horizonDays: gridDays[gridDays.length - 1] as number,
    gridDays,
    yearStartDays: gridDays.filter((_, m) => (m + 1) % 12 === 0).toSpliced(0, 0, 0),
    systems: [{ id: "us" }, { id: "mx" }],
    institutions,
    facilities,
    levels: [...LEVELS, "any"],
    groups: [
      ...LEVELS.map((_, level) => ({ system: 0, level, byFunction: false, facilities: [] })),
      { system: 1, level: LEVELS.length, byFunction: false, facilities: [] },
    ],
    regions: REGIONS,
    streams: STREAMS,
    corridors: [{ id: "us-mx", from: 0, to: 1 }],
    initialStock: [],
    expulsions: [],
    capacityChanges: options.capacityChanges ?? [],
    regimes: regimes(facilities, gridDays, options.laterCapacity),
  };
  return {
    id,
    title,
    question: "Does a faster treaty programme relieve medium security?",
    mark: "assumption",
    source: "Made up for tests.",
    chain: id === "base" ? ["base"] : [id, "base"],
    startDate: "2026-01-01",
    endDate: isoMonth((options.months ?? 24) + 0),
    parameters,
    firstDifferenceDay: id === "base" ? null : 0,
    systems: [
      {
        id: "us",
        title: "United States, Bureau of Prisons",
        capacityDefinition: options.capacityDefinition ?? "rated",
        harm: { ...NO_HARM, ...options.harm },
      },
      { id: "mx", title: "Mexico", capacityDefinition: "rated", harm: NO_HARM },
    ],
    institutions: institutions.map(describe),
    facilities: facilities.map((facility) => ({
      id: facility.id,
      name: `Unit ${facility.id}`,
      institution: institutions[facility.institution]!.id,
      system: facility.system === 0 ? "us" : "mx",
      level: facility.level,
      sex: "male",
      region: REGIONS[facility.region] ?? null,
      compromisedControl: facility.system === 0 ? null : 0.25,
    })),
    streams: STREAMS.map(({ id, system, offence, citizenship }) => {
      return {
        id,
        title: `Stream ${id}`,
        system: system === 0 ? "us" : "mx",
        offence,
        citizenship,
        sex: "male",
      };
    }),
    corridors: [{ id: "us-mx", title: "Treaty transfer to Mexico", from: "us", to: "mx" }],
    ledger: {
      systems: [null, null],
      corridors: [null],
      discountRate: null,
      exchangeRate: {},
      announcedFee: null,
    },
    changes:
      id === "base"
        ? []
        : [
            {
              scenario: id,
              date: "2026-01-01",
              path: "corridors.us-mx.review.approvalProbability",
              before: "0.21",
              after: "0.42",
            },
          ],
    citations: [
      {
        path: "corridors.us-mx.review.approvalProbability",
        value: "0.21",
        mark: "derived",
        sources: ["T-S22"],
        date: "2010-09-30",
        note: "US approvals divided by applications",
      },
      {
        path: "corridors.us-mx.interest.share",
        value: "0.3",
        mark: "assumption",
        sources: [],
        date: null,
        note: null,
      },
    ],
    gates: [],
    uncertain: [],
    warnings: [],
  };
}

function unitsOf(institution: InstitutionParameters, i: number): FacilityParameters[] {
  const unit = (level: string, suffix: string): FacilityParameters => ({
    id: `${institution.id}${suffix}`,
    system: institution.system,
    institution: i,
    level,
    region: institution.system === 0 ? i % REGIONS.length : -1,
  });
  if (institution.system === 1) {
    return [unit(institution.id.startsWith("MX-") ? "state" : "federal", "")];
  }
  return i % 2 === 0
    ? [unit("medium", ""), unit("minimum", "-CAMP")]
    : [unit(LEVELS[1 + (i % 3)] as string, "")];
}

function describe(institution: InstitutionParameters, i: number) {
  return {
    id: institution.id,
    name: institution.system === 0 ? `FCI Made-up ${i}` : `Centre ${institution.id}`,
    system: institution.system === 0 ? "us" : "mx",
    level:
      institution.system === 1
        ? institution.id.startsWith("MX-")
          ? "state"
          : "federal"
        : i % 2 === 0
          ? "mixed"
          : (LEVELS[1 + (i % 3)] as string),
    region: institution.system === 0 ? (REGIONS[i % 6] as string) : null,
    state: institution.system === 0 ? "TX" : null,
    latitude: institution.system === 0 ? 30 + (i % 5) / 2 : null,
    longitude: institution.system === 0 ? -100 + (i % 7) / 2 : null,
  };
}

/** A stream in which nothing happens. */
const QUIET: StreamRegime = {
  admissionsPerDay: 0,
  admissionsGrowth: 0,
  designation: [],
  reclassification: [],
  homeRegion: [],
  timeToServe: {
    sentence: { kind: "fixed", days: 0 },
    servedShare: 1,
    creditDays: 0,
    minimumDays: 0,
    lifeAdmissionShare: 0,
    lifeStockShare: 0,
    reductions: [],
  },
  ageAtEntry: null,
  mortality: [],
  moves: null,
  finalPlacement: null,
  highProfileShare: 0,
};

/** Rated capacity of facility f: 1000 + 100 (f mod 7); the second regime may change the first facility's. */
function regimes(
  facilities: readonly FacilityParameters[],
  grid: readonly number[],
  later?: number | null,
): Regime[] {
  const capacity = facilities.map((_, f) => 1000 + 100 * (f % 7));
  const first: Regime = {
    fromDay: 0,
    capacity,
    designationWeight: capacity,
    placementLimit: facilities.map(() => null),
    balancing: [null, null],
    placement: [{ kind: "regionFirst", maximumOccupancy: 1.2 }, { kind: "leastCrowded" }],
    admissionsLevelSd: [0, 0],
    streams: STREAMS.map(() => QUIET),
    corridors: [CORRIDOR],
  };
  if (later === undefined) {
    return [first];
  }
  const middle = grid[Math.floor(grid.length / 2)] as number;
  return [first, { ...first, fromDay: middle, capacity: [later, ...capacity.slice(1)] }];
}

/** Days from 1 January 2026 to the first of month m (0 = January 2026). */
function monthStart(month: number): number {
  return (Date.UTC(2026, month, 1) - Date.UTC(2026, 0, 1)) / 86_400_000;
}

function isoMonth(month: number): string {
  return new Date(Date.UTC(2026, month, 1)).toISOString().slice(0, 10);
}
