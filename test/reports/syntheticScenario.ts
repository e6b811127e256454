import type {
  FacilityParameters,
  InstitutionParameters,
  ModelParameters,
  Regime,
} from "../../engine/parameters.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
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
}

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
    groups: [],
    regions: REGIONS,
    streams: [],
    corridors: [{ id: "us-mx", from: 0, to: 1 }],
    initialStock: [],
    expulsions: [],
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
      { id: "us", title: "United States, Bureau of Prisons" },
      { id: "mx", title: "Mexico" },
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
    })),
    streams: [],
    corridors: [{ id: "us-mx", title: "Treaty transfer to Mexico", from: "us", to: "mx" }],
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
    state: null,
    latitude: null,
    longitude: null,
  };
}

/** Rated capacity of facility f: 1000 + 100 (f mod 7); the second regime may change the first facility's. */
function regimes(
  facilities: readonly FacilityParameters[],
  grid: readonly number[],
  later?: number | null,
): Regime[] {
  const ratedCapacity = facilities.map((_, f) => 1000 + 100 * (f % 7));
  const first: Regime = {
    fromDay: 0,
    ratedCapacity,
    placement: [{ kind: "regionFirst", maximumOccupancy: 1.2 }, { kind: "leastCrowded" }],
    admissionsLevelSd: [0, 0],
    streams: [],
    corridors: [CORRIDOR],
  };
  if (later === undefined) {
    return [first];
  }
  const middle = grid[Math.floor(grid.length / 2)] as number;
  return [first, { ...first, fromDay: middle, ratedCapacity: [later, ...ratedCapacity.slice(1)] }];
}

/** Days from 1 January 2026 to the first of month m (0 = January 2026). */
function monthStart(month: number): number {
  return (Date.UTC(2026, month, 1) - Date.UTC(2026, 0, 1)) / 86_400_000;
}

function isoMonth(month: number): string {
  return new Date(Date.UTC(2026, month, 1)).toISOString().slice(0, 10);
}
