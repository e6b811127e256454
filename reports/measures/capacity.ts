import type { ModelParameters } from "../../engine/parameters.ts";
import type { ReplicationResult } from "../../engine/result.ts";
import type { At } from "./measure.ts";

/** Capacity of each facility (persons; 0 = closed, null = none is defined). */
export type Capacities = readonly (number | null)[];

/** Capacities from a day on, for the facilities that it names. */
interface Step {
  readonly day: number;
  readonly changes: readonly (readonly [facility: number, capacity: number | null])[];
}

/** Places of some facilities on a day. */
export interface Rated {
  /** Those that have a capacity; a closed one (0) has. */
  readonly facilities: readonly number[];
  /** Capacity of all of them, persons. */
  readonly capacity: number;
}

/** Day of a point of the grid. */
export function dayOf(parameters: ModelParameters, at: At): number {
  if (at === "start") {
    return 0;
  }
  return at === "horizon" ? parameters.horizonDays : (parameters.gridDays[at] as number);
}

/**
 * Capacity in force on each day: what the regimes change, and the dated changes on the days for which they are
 * planned. A change that slips comes later in each replication, by a draw that results do not hold.
 */
export class CapacityCalendar {
  readonly #first: Capacities;
  readonly #steps: readonly Step[];
  /** By the number of steps that have been taken. */
  readonly #known = new Map<number, Capacities>();
  readonly #rated = new WeakMap<readonly number[], Map<Capacities, Rated>>();

  constructor(parameters: ModelParameters) {
    const { regimes, capacityChanges } = parameters;
    this.#first = regimes[0]?.capacity ?? [];
    const ofRegimes = regimes.slice(1).map(({ fromDay, capacity }, i): Step => {
      const before = regimes[i]!.capacity;
      const changes = capacity.map((value, facility) => [facility, value] as const);
      return { day: fromDay, changes: changes.filter(([facility, value]) => value !== before[facility]) };
    });
    const dated = capacityChanges.map(({ day, facility, capacity }): Step => {
      return { day, changes: [[facility, capacity]] };
    });
    // On one day the dated change comes after the regime, as in the engine: the sort keeps the order.
    this.#steps = [...ofRegimes, ...dated].sort((a, b) => a.day - b.day);
  }

  /** Capacities after every change of the day: the same list on all days up to the next change. */
  on(day: number): Capacities {
    const taken = this.#steps.filter((step) => step.day <= day);
    const known = this.#known.get(taken.length);
    if (known !== undefined) {
      return known;
    }
    const capacities = [...this.#first];
    for (const [facility, capacity] of taken.flatMap(({ changes }) => changes)) {
      capacities[facility] = capacity;
    }
    this.#known.set(taken.length, capacities);
    return capacities;
  }

  /** Places of some facilities on a day: the same object for the same list of facilities up to the next change. */
  rated(facilities: readonly number[], day: number): Rated {
    const capacities = this.on(day);
    const ofFacilities = this.#rated.get(facilities) ?? new Map<Capacities, Rated>();
    this.#rated.set(facilities, ofFacilities);
    const known = ofFacilities.get(capacities);
    if (known !== undefined) {
      return known;
    }
    const rated: Rated = {
      facilities: facilities.filter((facility) => typeof capacities[facility] === "number"),
      capacity: capacityOf(capacities, facilities),
    };
    ofFacilities.set(capacities, rated);
    return rated;
  }

  /** Whether some of the facilities ever have a place. */
  hasPlaces(facilities: readonly number[]): boolean {
    const days = [Number.NEGATIVE_INFINITY, ...this.#steps.map(({ day }) => day)];
    return days.some((day) => capacityOf(this.on(day), facilities) > 0);
  }
}

/** Capacity of some facilities, over those that have one; persons. */
function capacityOf(capacities: Capacities, facilities: readonly number[]): number {
  return facilities.reduce((sum, facility) => sum + (capacities[facility] ?? 0), 0);
}

/** Where the head-counts of a point of the grid are in a replication: that of facility i at `offset + i`. */
export function countsAt(
  facilityCount: number,
  at: At,
): { readonly offset: number; readonly counts: (result: ReplicationResult) => ArrayLike<number> } {
  if (at === "horizon") {
    throw new RangeError("a head-count is read at a date, not over the horizon");
  }
  return at === "start"
    ? { offset: 0, counts: initialCounts }
    : { offset: at * facilityCount, counts: gridCounts };
}

function initialCounts({ initialStock }: ReplicationResult): ArrayLike<number> {
  return initialStock;
}

function gridCounts({ gridStock }: ReplicationResult): ArrayLike<number> {
  return gridStock;
}

/** Head-count of some facilities at a point of the grid, as a function of the replication; persons. */
export function stockReader(
  facilityCount: number,
  facilities: readonly number[],
  at: At,
): (result: ReplicationResult) => number {
  const { offset, counts } = countsAt(facilityCount, at);
  return (result) => {
    const all = counts(result);
    let sum = 0;
    for (const facility of facilities) {
      sum += all[offset + facility]!;
    }
    return sum;
  };
}
