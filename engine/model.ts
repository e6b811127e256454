import { type Choice, choices } from "./choice.ts";
import { type CorridorTables, corridorTables } from "./corridorTables.ts";
import { DistributionTable } from "./distributions.ts";
import { ineligibilityReasons } from "./ineligibility.ts";
import { checkModel } from "./modelChecks.ts";
import { mortalityRow } from "./mortality.ts";
import type { Distribution, ModelParameters, Regime, StreamRegime, TimeToServe } from "./parameters.ts";
import { type PlacementLayout, placementLayout } from "./placementLayout.ts";
import { type PlacementRules, placementRules } from "./placementRules.ts";
import { type ReclassificationTable, reclassificationTable } from "./reclassificationTable.ts";
import { changedReductions } from "./reductions.ts";
import { receivingFacilities } from "./result.ts";
import { type ServingTable, servingTable } from "./servingTable.ts";

/** The parameters as the event loop reads them: the same for every replication. */
export interface Model {
  readonly parameters: ModelParameters;
  readonly placement: PlacementLayout;
  readonly regimes: readonly RegimeTables[];
  /** Institution and system of each facility. */
  readonly institutionOf: Int32Array;
  readonly systemOf: Int32Array;
  readonly streamSystem: Int32Array;
  /** Own level of the people of each group. */
  readonly groupLevel: Int32Array;
  /** The largest group of its system that holds each facility, or -1: where those who come from elsewhere belong. */
  readonly homeGroup: Int32Array;
  /** Whether some regime places people by home region: system. */
  readonly usesRegions: Uint8Array;
  /** Whether some regime moves people from one group to another: stream x group left. */
  readonly reclassifies: Uint8Array;
  /** Whether some regime says at what age the people of some stream enter. */
  readonly hasAges: boolean;
  /** Largest share of interested people over all regimes: corridor x stream. */
  readonly largestInterest: Float64Array;
  /** Reasons of ineligibility by corridor, and where those of each corridor begin among all. */
  readonly reasons: readonly (readonly string[])[];
  readonly reasonsAt: Int32Array;
  /** Number of each facility among those of receiving systems, or -1. */
  readonly receivingIndex: Int32Array;
  /** Whether some regime lets transferred people come back into the sending system. */
  readonly returnsPeople: boolean;
  /** Whether people of a stream may ever ask for a corridor: corridor x stream. */
  readonly mayAsk: Uint8Array;
}

/** One regime as columns; distributions are offsets into `table`. */
export interface RegimeTables extends ServingTable {
  readonly regime: Regime;
  readonly table: Float64Array;
  readonly designation: Choice;
  readonly homeRegion: Choice;
  readonly sentenceAt: Int32Array;
  /** 1 where the reductions of a stream are other ones than in the regime before. */
  readonly newReductions: Uint8Array;
  readonly lifeShare: Float64Array;
  readonly highProfileShare: Float64Array;
  /** Offset of the age at entry, or -1. */
  readonly ageAt: Int32Array;
  /** Hazard of death where age is not modelled, else 0. */
  readonly deathsPerDay: Float64Array;
  /** Offset of the hazards of death by age, or -1. */
  readonly mortalityAt: Int32Array;
  /** Offset of the time between moves, or -1. */
  readonly movesAt: Int32Array;
  /** Facility of the last days before release, or -1. */
  readonly finalFacility: Int32Array;
  /** Group that a person comes into with the final placement, or -1: stream x level. */
  readonly finalGroup: Int32Array;
  readonly finalShare: Float64Array;
  readonly detainerShare: Float64Array;
  readonly finalDaysAt: Int32Array;
  /** Days that people have waited for the final placement up to day 0. */
  readonly waitAtStartDays: Float64Array;
  /** Most people of each facility as a final placement; Infinity = no limit. */
  readonly placementLimit: Float64Array;
  readonly rules: PlacementRules;
  readonly reclassification: ReclassificationTable;
  readonly corridors: readonly CorridorTables[];
}

/**
 * Prepares the parameters for the event loop.
 *
 * @throws {RangeError} if they are inconsistent; see {@link checkModel}
 */
export function buildModel(parameters: ModelParameters): Model {
  const { facilities, streams, corridors, regimes, groups } = parameters;
  checkModel(parameters);
  const receiving = receivingFacilities(parameters);
  const reasons = corridors.map((_, c) => ineligibilityReasons(parameters, c));
  const tables = regimes.map((_, r) => regimeTables(r, parameters, reasons));
  const mayAsk = new Uint8Array(corridors.length * streams.length);
  corridors.forEach((corridor, c) => {
    streams.forEach((stream, s) => {
      const fits = regimes.some((regime) => {
        const nations = regime.corridors[c]?.eligibility.citizenships ?? [];
        return nations.length === 0 || nations.includes(stream.citizenship);
      });
      mayAsk[c * streams.length + s] = corridor.from === stream.system && fits ? 1 : 0;
    });
  });
  return {
    parameters,
    placement: placementLayout(parameters),
    regimes: tables,
    institutionOf: Int32Array.from(facilities, (f) => f.institution),
    systemOf: Int32Array.from(facilities, (f) => f.system),
    streamSystem: Int32Array.from(streams, (s) => s.system),
    groupLevel: Int32Array.from(groups, (g) => g.level),
    homeGroup: Int32Array.from(facilities, (_, f) => homeGroup(parameters, f)),
    usesRegions: Uint8Array.from(parameters.systems, (_, s) =>
      regimes.some((regime) => regime.placement[s]!.kind === "regionFirst") ? 1 : 0,
    ),
    reclassifies: Uint8Array.from({ length: streams.length * groups.length }, (_, row) =>
      tables.some(({ reclassification }) => reclassification.perDay[row]! > 0) ? 1 : 0,
    ),
    hasAges: regimes.some((regime) => regime.streams.some(({ ageAtEntry }) => ageAtEntry !== null)),
    largestInterest: largestInterest(tables, streams.length),
    reasons,
    reasonsAt: Int32Array.from(reasons, (_, c) => reasons.slice(0, c).flat().length),
    receivingIndex: Int32Array.from(facilities, (_, f) => receiving.indexOf(f)),
    returnsPeople: regimes.some((regime) =>
      regime.corridors.some(({ arrival }) => arrival.returned?.balanceEnforced),
    ),
    mayAsk,
  };
}

function largestInterest(tables: readonly RegimeTables[], streams: number): Float64Array {
  const corridors = tables[0]?.corridors.length ?? 0;
  return Float64Array.from({ length: corridors * streams }, (_, at) =>
    Math.max(...tables.map((table) => table.corridors[Math.floor(at / streams)]!.interest[at % streams]!)),
  );
}

function homeGroup({ groups, facilities }: ModelParameters, facility: number): number {
  let best = -1;
  groups.forEach((group, g) => {
    const holds = group.system === facilities[facility]!.system && group.facilities.includes(facility);
    if (holds && (best < 0 || group.facilities.length > groups[best]!.facilities.length)) {
      best = g;
    }
  });
  return best;
}

/** Group in the final placement of each stream x level, or -1. */
function finalGroups(streams: readonly StreamRegime[], levels: number): Int32Array {
  const result = new Int32Array(streams.length * levels).fill(-1);
  streams.forEach(({ finalPlacement }, s) => {
    for (const { level, group } of finalPlacement?.regroup ?? []) {
      result[s * levels + level] = group;
    }
  });
  return result;
}

function rules({ streams }: Regime): TimeToServe[] {
  return streams.map(({ timeToServe }) => timeToServe);
}

function regimeTables(
  number: number,
  parameters: ModelParameters,
  reasons: readonly (readonly string[])[],
): RegimeTables {
  const { groups, levels, regimes } = parameters;
  const regime = regimes[number]!;
  const before = regimes[number - 1] ?? regime;
  const table = new DistributionTable();
  const offset = (d: Distribution | null | undefined): number => (d ? table.add(d) : -1);
  const streams = regime.streams;
  const numbers = (pick: (s: StreamRegime) => number): Float64Array => Float64Array.from(streams, pick);
  const offsets = (pick: (s: StreamRegime) => Distribution | null | undefined): Int32Array =>
    Int32Array.from(streams, (s) => offset(pick(s)));
  const columns = {
    regime,
    ...servingTable(rules(regime)),
    newReductions: changedReductions(rules(before), rules(regime)),
    designation: choices(streams.map((s) => s.designation)),
    homeRegion: choices(streams.map((s) => s.homeRegion)),
    sentenceAt: offsets((s) => s.timeToServe.sentence),
    lifeShare: numbers((s) => s.timeToServe.lifeAdmissionShare),
    highProfileShare: numbers((s) => s.highProfileShare),
    ageAt: offsets((s) => s.ageAtEntry),
    deathsPerDay: numbers((s) => (s.ageAtEntry === null ? (s.mortality[0]?.perDay ?? 0) : 0)),
    mortalityAt: Int32Array.from(streams, ({ ageAtEntry, mortality }) =>
      ageAtEntry !== null && mortality.some(({ perDay }) => perDay > 0)
        ? table.addRow(mortalityRow(mortality))
        : -1,
    ),
    movesAt: offsets((s) => s.moves),
    finalFacility: Int32Array.from(streams, (s) => s.finalPlacement?.facility ?? -1),
    finalShare: numbers((s) => s.finalPlacement?.share ?? 0),
    detainerShare: numbers((s) => s.finalPlacement?.detainerShare ?? 0),
    finalGroup: finalGroups(streams, levels.length),
    finalDaysAt: offsets((s) => s.finalPlacement?.days),
    waitAtStartDays: numbers((s) => s.finalPlacement?.waitAtStartDays ?? 0),
    placementLimit: Float64Array.from(regime.placementLimit, (limit) => limit ?? Infinity),
    rules: placementRules(regime, groups),
    reclassification: reclassificationTable(streams, groups.length),
    corridors: regime.corridors.map((values, c) =>
      corridorTables(values, parameters.streams, reasons[c]!, offset),
    ),
  };
  return { ...columns, table: table.toArray() };
}
