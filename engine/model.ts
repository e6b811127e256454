import { DistributionTable } from "./distributions.ts";
import type {
  CorridorRegime,
  Distribution,
  ModelParameters,
  Regime,
  StreamRegime,
  Weighted,
} from "./parameters.ts";
import { type PlacementLayout, placementLayout } from "./placementLayout.ts";
import { MOST_NUMBERED } from "./population.ts";

/** The parameters as the event loop reads them: the same for every replication. */
export interface Model {
  readonly parameters: ModelParameters;
  readonly placement: PlacementLayout;
  readonly regimes: readonly RegimeTables[];
  /** Institution and system of each facility. */
  readonly institutionOf: Int32Array;
  readonly systemOf: Int32Array;
  readonly streamSystem: Int32Array;
  readonly groupSystem: Int32Array;
  /** Largest share of interested people over all regimes: corridor. */
  readonly largestInterest: readonly number[];
  /** Whether people of a stream may ever ask for a corridor: corridor x stream. */
  readonly mayAsk: Uint8Array;
}

/** One regime as columns; distributions are offsets into `table`. */
export interface RegimeTables {
  readonly regime: Regime;
  readonly table: Float64Array;
  readonly designation: Choice;
  readonly homeRegion: Choice;
  readonly sentenceAt: Int32Array;
  readonly servedShare: Float64Array;
  readonly creditDays: Float64Array;
  readonly minimumDays: Float64Array;
  readonly lifeShare: Float64Array;
  readonly deathsPerDay: Float64Array;
  /** Offset of the time between moves, or -1. */
  readonly movesAt: Int32Array;
  /** Facility of the last days before release, or -1. */
  readonly finalFacility: Int32Array;
  readonly finalShare: Float64Array;
  readonly finalDaysAt: Int32Array;
  /** Per system: occupancy up to which the home region goes first; -1 where the rule is `leastCrowded`. */
  readonly regionFirstBelow: Float64Array;
  readonly corridors: readonly CorridorTables[];
}

/** A corridor's values in force, with the offsets of its delays. */
export interface CorridorTables {
  readonly values: CorridorRegime;
  readonly interestDelayAt: number;
  readonly packageDelayAt: number;
  readonly serviceAt: number;
  readonly receivingDelayAt: number;
  readonly consentDelayAt: number;
  readonly arrival: Choice;
}

/** Weighted alternatives of many rows: row `i` ends before `ends[i]`; `cumulative` rises to 1 within a row. */
export interface Choice {
  readonly ends: Int32Array;
  readonly cumulative: Float64Array;
  readonly index: Int32Array;
}

/** Lays rows of weighted alternatives out as columns. */
export function choices(rows: readonly (readonly Weighted[])[]): Choice {
  const cumulative: number[] = [];
  const index: number[] = [];
  const ends = rows.map((row) => {
    let sum = 0;
    for (const item of row) {
      sum += item.share;
      cumulative.push(sum);
      index.push(item.index);
    }
    return index.length;
  });
  return {
    ends: Int32Array.from(ends),
    cumulative: Float64Array.from(cumulative),
    index: Int32Array.from(index),
  };
}

/** Alternative of a row that a uniform picks; -1 when the row is empty. */
export function choose(choice: Choice, row: number, cell: Float64Array): number {
  const { ends, cumulative, index } = choice;
  const last = ends[row]! - 1;
  let at = row > 0 ? ends[row - 1]! : 0;
  if (at > last) {
    return -1;
  }
  const uniform = cell[0]!;
  while (at < last && uniform >= cumulative[at]!) {
    at++;
  }
  return index[at]!;
}

/**
 * Prepares the parameters for the event loop.
 *
 * @throws {RangeError} if there are more streams, facilities or groups than a record can number
 */
export function buildModel(parameters: ModelParameters): Model {
  const { facilities, streams, corridors, regimes, groups } = parameters;
  requireNumbered({ facilities, streams, groups });
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
    regimes: regimes.map(regimeTables),
    institutionOf: Int32Array.from(facilities, (f) => f.institution),
    systemOf: Int32Array.from(facilities, (f) => f.system),
    streamSystem: Int32Array.from(streams, (s) => s.system),
    groupSystem: Int32Array.from(groups, (g) => g.system),
    largestInterest: corridors.map((_, c) =>
      Math.max(...regimes.map((regime) => regime.corridors[c]?.interest.share ?? 0)),
    ),
    mayAsk,
  };
}

function requireNumbered(lists: Readonly<Record<string, readonly unknown[]>>): void {
  for (const [name, list] of Object.entries(lists)) {
    if (list.length > MOST_NUMBERED) {
      throw new RangeError(`buildModel requires at most ${MOST_NUMBERED} ${name}, got ${list.length}`);
    }
  }
}

function regimeTables(regime: Regime): RegimeTables {
  const table = new DistributionTable();
  const offset = (d: Distribution | null | undefined): number => (d ? table.add(d) : -1);
  const streams = regime.streams;
  const numbers = (pick: (s: StreamRegime) => number): Float64Array => Float64Array.from(streams, pick);
  const offsets = (pick: (s: StreamRegime) => Distribution | null | undefined): Int32Array =>
    Int32Array.from(streams, (s) => offset(pick(s)));
  const columns = {
    regime,
    designation: choices(streams.map((s) => s.designation)),
    homeRegion: choices(streams.map((s) => s.homeRegion)),
    sentenceAt: offsets((s) => s.timeToServe.sentence),
    servedShare: numbers((s) => s.timeToServe.servedShare),
    creditDays: numbers((s) => s.timeToServe.creditDays),
    minimumDays: numbers((s) => s.timeToServe.minimumDays),
    lifeShare: numbers((s) => s.timeToServe.lifeAdmissionShare),
    deathsPerDay: numbers((s) => s.deathsPerDay),
    movesAt: offsets((s) => s.moves),
    finalFacility: Int32Array.from(streams, (s) => s.finalPlacement?.facility ?? -1),
    finalShare: numbers((s) => s.finalPlacement?.share ?? 0),
    finalDaysAt: offsets((s) => s.finalPlacement?.days),
    regionFirstBelow: Float64Array.from(regime.placement, (rule) =>
      rule.kind === "regionFirst" ? rule.maximumOccupancy : -1,
    ),
    corridors: regime.corridors.map((values) => corridorTables(values, offset)),
  };
  return { ...columns, table: table.toArray() };
}

function corridorTables(values: CorridorRegime, offset: (d: Distribution) => number): CorridorTables {
  return {
    values,
    interestDelayAt: offset(values.interest.delay),
    packageDelayAt: offset(values.package.delay),
    serviceAt: offset(values.review.serviceTime),
    receivingDelayAt: offset(values.receiving.delay),
    consentDelayAt: offset(values.consent.delay),
    arrival: choices([values.arrival.facilities]),
  };
}
