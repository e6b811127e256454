import type { Distribution } from "../../engine/parameters.ts";
import type { PlannedCapacityChange } from "../capacityChanges.ts";
import type { CapacitySchedule } from "./capacitySchedule.ts";

/** A capacity of a facility that begins at some day from `early` to `late`. */
export interface CapacityEvent {
  readonly early: number;
  readonly late: number;
  readonly capacity: number | null;
  /** The dated change that brings it; null where a configuration says so. */
  readonly change: PlannedCapacityChange | null;
}

/** Which facilities may stand closed on a day, whatever the slip of changes turns out to be. */
export class CapacityTimeline {
  readonly #events: readonly (readonly CapacityEvent[])[];

  constructor({ entries, changes }: CapacitySchedule) {
    const facilities = entries[0]?.capacity ?? [];
    this.#events = facilities.map((_, facility) => [
      ...statedEvents(entries, facility),
      ...(changes.get(facility) ?? []).map((change) => ({
        early: change.day,
        late: change.day + longestDays(change.slip),
        capacity: change.capacity,
        change,
      })),
    ]);
  }

  /**
   * The newest event by which a facility may stand closed on a day, or null if it is surely open. Of two events
   * either may be the last to come unless one is surely over when the other begins.
   */
  closingOf(facility: number, day: number): CapacityEvent | null {
    const begun = (this.#events[facility] ?? []).filter(({ early }) => early <= day);
    const last = begun.filter(
      (event, index) =>
        !begun.some((other, at) => at > index && other.early >= event.late && other.late <= day),
    );
    return last.findLast(({ capacity }) => capacity === 0) ?? null;
  }
}

/** Capacities that the configurations state, where they differ from the one before. */
function statedEvents(entries: CapacitySchedule["entries"], facility: number): CapacityEvent[] {
  return entries.flatMap(({ day, capacity }, index) => {
    const beds = capacity[facility] ?? null;
    if (index > 0 && entries[index - 1]?.capacity[facility] === beds) return [];
    return [{ early: day, late: day, capacity: beds, change: null }];
  });
}

/** The longest duration that a distribution can give (days). */
function longestDays(distribution: Distribution | null): number {
  if (distribution === null) return 0;
  if (distribution.kind === "fixed") return distribution.days;
  if (distribution.kind === "uniform") return distribution.toDays;
  if (distribution.kind === "bands") return Math.max(...distribution.bands.map(({ toDays }) => toDays));
  return Infinity;
}
