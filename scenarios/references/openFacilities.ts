import { type CapacityEvent, CapacityTimeline } from "../compile/capacityTimeline.ts";
import { report } from "../context.ts";
import type { Configuration } from "../schema/file.ts";
import { configurationAt } from "../timeline.ts";
import { dateOf } from "../timing.ts";
import { type AskedStreams, type Demand, demandsOf } from "./demands.ts";
import { facilityPath, finalPlacements, type WholeRun } from "./wholeRun.ts";

/**
 * Checks that at every time there is an open facility for everybody who may have to be placed, and that no final
 * placement is closed. A change that may slip counts as soon as it closes a facility, and as late as it opens one.
 */
export function checkOpenFacilities(run: WholeRun): void {
  const timeline = new CapacityTimeline(run.schedule);
  const demands = new Map<string, Demand>();
  const asked: AskedStreams = new Map();
  const told = new Set<string>();
  for (const [index, { day, configuration }] of run.configurations.entries()) {
    for (const demand of demandsOf(configuration, run.catalogue, index === 0, asked)) {
      const known = demands.get(demand.key);
      demands.set(demand.key, known === undefined ? demand : withClasses(known, demand));
    }
    for (const demand of demands.values()) {
      if (told.has(demand.key) || isMet(run, index, timeline, demand)) continue;
      told.add(demand.key);
      reportDemand(run, index, timeline, demand);
    }
    checkFinalPlacements(run, index, timeline, told);
    for (const { facility, since } of run.schedule.ignored.filter((one) => one.day === day)) {
      const { id } = run.catalogue.facilities[facility]!.parameters;
      const what = `${since.system}.facilities.${id}: its capacity as stated from ${dateOf(run.period, day)} on`;
      run.context.warnings.add(`systems.${what} is left out, since the change of ${since.date} holds`);
    }
  }
}

function withClasses(known: Demand, { classes }: Demand): Demand {
  return { ...known, classes: new Set([...known.classes, ...classes]) };
}

/** True if some facility is surely open, and, where people are placed by weight, has one. */
function isMet(run: WholeRun, index: number, timeline: CapacityTimeline, demand: Demand): boolean {
  const { day, configuration } = run.configurations[index]!;
  const weights = run.schedule.entries[index]?.weight ?? [];
  const byWeight = isByWeight(configuration, demand);
  return demand.facilities.some((facility) => {
    return timeline.closingOf(facility, day) === null && (!byWeight || (weights[facility] ?? 0) > 0);
  });
}

function isByWeight({ systems }: Configuration, { system, level }: Demand): boolean {
  const { placement, functionLevels } = systems[system]!;
  return placement.kind === "proportional" || functionLevels.includes(level);
}

function reportDemand(run: WholeRun, index: number, timeline: CapacityTimeline, demand: Demand): void {
  const { day } = run.configurations[index]!;
  const { facilities, classes, people } = demand;
  const ids = facilities.map((facility) => run.catalogue.facilities[facility]!.parameters.id);
  const names = ids.length > 5 ? `${ids.slice(0, 5).join(", ")} and ${ids.length - 5} more` : ids.join(", ");
  const closings = facilities.flatMap((facility) => {
    const event = timeline.closingOf(facility, day);
    return event === null ? [] : [{ facility, event }];
  });
  const from = `from ${dateOf(run.period, day)} on`;
  const newest = closings.toSorted((left, right) => right.event.early - left.event.early)[0];
  const open = facilities.find((facility) => timeline.closingOf(facility, day) === null);
  if (open === undefined && newest !== undefined) {
    const expected = `an open facility for ${people} of class ${[...classes].join(", ")} ${from}`;
    reportClosing(run, newest.facility, newest.event, expected, `none: ${names} closed`);
  } else if (open !== undefined) {
    const root = configurationAt(run.context, run.layers, day);
    report(run.context, root, facilityPath(run, open, "weight"), {
      expected: `an open facility with a weight for ${people} of class ${[...classes].join(", ")} ${from}`,
      received: `none: ${names} without weight`,
    });
  }
}

function checkFinalPlacements(
  run: WholeRun,
  index: number,
  timeline: CapacityTimeline,
  told: Set<string>,
): void {
  const { day } = run.configurations[index]!;
  for (const facility of finalPlacements(run, index)) {
    const event = timeline.closingOf(facility, day);
    const { system, parameters } = run.catalogue.facilities[facility]!;
    const key = `${system}\n${parameters.id}`;
    if (event === null || told.has(key)) continue;
    told.add(key);
    const expected = `a final placement that is open: no capacity of 0 for "${parameters.id}"`;
    reportClosing(run, facility, event, expected, `0 from ${dateOf(run.period, event.early)} on`);
  }
}

/** Points to what closes a facility: a row of the capacity changes, or a value in force on that day. */
function reportClosing(
  run: WholeRun,
  facility: number,
  { change, early }: CapacityEvent,
  expected: string,
  received: string,
): void {
  if (change !== null) {
    report(run.context, change.root, [...change.path, "capacity"], { expected, received });
    return;
  }
  const configuration = run.configurations.findLast(({ day }) => day <= early)?.configuration;
  const { system, parameters } = run.catalogue.facilities[facility]!;
  const { capacity = "rated", facilities = [] } = configuration?.systems[system] ?? {};
  const isRatedOpen = facilities.find(({ id }) => id === parameters.id)?.ratedCapacity !== 0;
  const key = !isRatedOpen ? "ratedCapacity" : capacity === "own" ? "ownCapacity" : "bedsOffLine";
  const root = configurationAt(run.context, run.layers, early);
  report(run.context, root, facilityPath(run, facility, key), { expected, received });
}
