import type { PlannedCapacityChange } from "../capacityChanges.ts";
import { capacitiesOf } from "./capacity.ts";
import { type Catalogue, facilityIndex } from "./catalogue.ts";
import type { DatedConfiguration } from "./datedConfiguration.ts";

/** What is known beforehand of the capacity of each facility, in force from a day on. */
export interface ScheduledCapacity {
  readonly day: number;
  /** Capacity that the regime states; a dated change, which may slip, comes on top of it. */
  readonly capacity: readonly (number | null)[];
  /** Weight of each facility where people are placed in proportion. */
  readonly weight: readonly number[];
}

/** A value of a configuration that a change of capacity before it keeps from having an effect. */
export interface IgnoredCapacity {
  readonly facility: number;
  readonly day: number;
  readonly since: PlannedCapacityChange;
}

export interface CapacitySchedule {
  /** As many as there are configurations. */
  readonly entries: readonly ScheduledCapacity[];
  /** Dated changes by index of the facility, in order of day. */
  readonly changes: ReadonlyMap<number, readonly PlannedCapacityChange[]>;
  readonly ignored: readonly IgnoredCapacity[];
}

/**
 * Capacities and weights under each configuration. From the day of its first dated change on, the capacity of a
 * facility is a matter of dated changes alone: a later scaling of all capacities must not open a closed facility.
 * A facility without a weight of its own weighs as much as its capacity, from the day on which a change is due.
 *
 * @param configurations ascending in day; one for each day of a change of capacity
 */
export function capacitySchedule(
  configurations: readonly DatedConfiguration[],
  planned: readonly PlannedCapacityChange[],
  catalogue: Catalogue,
): CapacitySchedule {
  const entries: ScheduledCapacity[] = [];
  const ignored: IgnoredCapacity[] = [];
  const changes = changesByFacility(planned, catalogue);
  let stated: readonly (number | null)[] = [];
  for (const { day, configuration } of configurations) {
    const written = capacitiesOf(configuration.systems);
    const before = entries.at(-1)?.capacity;
    const capacity = written.map((beds, facility) => {
      const since = changes.get(facility)?.find((change) => change.day <= day);
      if (since === undefined || before === undefined) return beds;
      if (beds !== stated[facility]) ignored.push({ facility, day, since });
      return before[facility] ?? null;
    });
    const ownWeights = Object.values(configuration.systems).flatMap(({ facilities }) =>
      facilities.map(({ weight }) => weight),
    );
    const weight = ownWeights.map(
      (own, facility) => own ?? dueCapacity(changes.get(facility), day) ?? capacity[facility] ?? 0,
    );
    entries.push({ day, capacity, weight });
    stated = written;
  }
  return { entries, changes, ignored };
}

/** A dated change and the capacity before it, as planned. */
export interface CapacityBefore {
  readonly change: PlannedCapacityChange;
  readonly before: number | null;
}

/** Dated changes in order of facility and day, each with the capacity that stands before it. */
export function capacitiesBefore({ entries, changes }: CapacitySchedule): CapacityBefore[] {
  return [...changes].flatMap(([facility, list]) =>
    list.map((change, index) => {
      const stated = entries.findLast(({ day }) => day <= change.day)?.capacity[facility] ?? null;
      return { change, before: index === 0 ? stated : list[index - 1]!.capacity };
    }),
  );
}

function changesByFacility(
  planned: readonly PlannedCapacityChange[],
  catalogue: Catalogue,
): CapacitySchedule["changes"] {
  const changes = new Map<number, PlannedCapacityChange[]>();
  for (const change of planned) {
    const facility = facilityIndex(catalogue, change.system, change.facility);
    changes.set(facility, [...(changes.get(facility) ?? []), change]);
  }
  return changes;
}

/** Capacity of the last change that is due and leaves the facility open; a closed one weighs nothing by itself. */
function dueCapacity(changes: readonly PlannedCapacityChange[] | undefined, day: number): number | null {
  const due = changes?.findLast((change) => change.day <= day && change.capacity > 0);
  return due?.capacity ?? null;
}
