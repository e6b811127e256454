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
  readonly #known = new Map<number, Capacities>();

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

  /** Capacities after every change of the day. */
  on(day: number): Capacities {
    const known = this.#known.get(day);
    if (known !== undefined) {
      return known;
    }
    const capacities = [...this.#first];
    for (const [facility, capacity] of this.#steps.flatMap((step) => (step.day <= day ? step.changes : []))) {
      capacities[facility] = capacity;
    }
    this.#known.set(day, capacities);
    return capacities;
  }

  /** Whether some of the facilities ever have a place. */
  hasPlaces(facilities: readonly number[]): boolean {
    const days = [Number.NEGATIVE_INFINITY, ...this.#steps.map(({ day }) => day)];
    return days.some((day) => capacityOf(this.on(day), facilities) > 0);
  }
}

/** Capacity of some facilities, over those that have one; persons. */
export function capacityOf(capacities: Capacities, facilities: readonly number[]): number {
  return facilities.reduce((sum, facility) => sum + (capacities[facility] ?? 0), 0);
}

/** Those of the facilities that have a capacity; a closed one (0) has. */
export function withCapacity(capacities: Capacities, facilities: readonly number[]): number[] {
  return facilities.filter((facility) => typeof capacities[facility] === "number");
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
    ? { offset: 0, counts: ({ initialStock }) => initialStock }
    : { offset: at * facilityCount, counts: ({ gridStock }) => gridStock };
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
