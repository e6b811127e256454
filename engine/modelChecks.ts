import type { ModelParameters, Regime, StreamRegime } from "./parameters.ts";
import { MOST_NUMBERED } from "./population.ts";

/**
 * Checks what the event loop relies on: that indices point at something, that there is a number for each thing
 * that needs one, and that no rate, weight or interval is impossible. What makes sense is for the scenario to say.
 *
 * @throws {RangeError} at the first inconsistency
 */
export function checkModel(parameters: ModelParameters): void {
  const { facilities, streams, groups } = parameters;
  for (const [name, list] of Object.entries({ facilities, streams, groups })) {
    if (list.length > MOST_NUMBERED) {
      throw new RangeError(`buildModel requires at most ${MOST_NUMBERED} ${name}, got ${list.length}`);
    }
  }
  checkGroups(parameters);
  checkCapacityChanges(parameters);
  requireThat(parameters.regimes.length > 0, "at least one regime", "none");
  parameters.regimes.forEach((regime, i) => {
    checkRegime(parameters, regime, `regimes[${i}]`);
  });
  parameters.initialStock.forEach(({ facility }, i) => {
    const closed = facility >= 0 && parameters.regimes[0]!.capacity[facility] === 0;
    requireThat(!closed, `an open facility in initialStock[${i}]`, facilities[facility]?.id ?? facility);
  });
}

function requireThat(holds: boolean, what: string, got: number | string): void {
  if (!holds) {
    throw new RangeError(`buildModel requires ${what}, got ${got}`);
  }
}

function checkGroups({ groups, facilities, levels, systems }: ModelParameters): void {
  groups.forEach((group, g) => {
    const at = `groups[${g}]`;
    requireIndex(group.level, levels, `${at}.level`);
    requireIndex(group.system, systems, `${at}.system`);
    requireThat(group.facilities.length > 0, `facilities in ${at}`, "none");
    for (const facility of group.facilities) {
      requireIndex(facility, facilities, `${at}.facilities`);
      const { system, id } = facilities[facility]!;
      requireThat(system === group.system, `facilities of one system in ${at}`, `${id} of another`);
    }
  });
}

function checkCapacityChanges({ capacityChanges, facilities }: ModelParameters): void {
  capacityChanges.forEach(({ facility, capacity }, i) => {
    requireIndex(facility, facilities, `capacityChanges[${i}].facility`);
    requireThat(capacity >= 0, `capacityChanges[${i}].capacity of at least 0`, capacity);
  });
}

function checkRegime(parameters: ModelParameters, regime: Regime, at: string): void {
  const { facilities, systems, streams, corridors } = parameters;
  requireLength(regime.capacity, facilities, `${at}.capacity`);
  requireLength(regime.designationWeight, facilities, `${at}.designationWeight`);
  requireLength(regime.placementLimit, facilities, `${at}.placementLimit`);
  requireLength(regime.placement, systems, `${at}.placement`);
  requireLength(regime.balancing, systems, `${at}.balancing`);
  requireLength(regime.admissionsLevelSd, systems, `${at}.admissionsLevelSd`);
  requireLength(regime.streams, streams, `${at}.streams`);
  requireLength(regime.corridors, corridors, `${at}.corridors`);
  regime.corridors.forEach(({ arrival }, c) => {
    for (const { index } of [...arrival.facilities, ...(arrival.homeMove?.facilities ?? [])]) {
      requireThat(
        corridors[c]!.to < 0 || facilities[index]?.system === corridors[c]!.to,
        `facilities of the receiving system in ${at}.corridors[${c}].arrival`,
        index,
      );
    }
  });
  for (const weight of regime.designationWeight) {
    requireThat(weight >= 0 && weight < Infinity, `designation weights of at least 0 in ${at}`, weight);
  }
  for (const rule of regime.balancing) {
    requireThat(
      rule === null || rule.everyDays > 0,
      `balancing at intervals above 0 in ${at}`,
      rule?.everyDays ?? "",
    );
  }
  regime.streams.forEach((stream, s) => {
    checkStream(parameters, stream, streams[s]!.system, `${at}.streams[${s}]`);
  });
}

function checkStream(
  { groups, levels }: ModelParameters,
  stream: StreamRegime,
  system: number,
  at: string,
): void {
  requireThat(stream.admissionsGrowth > -1, `${at}.admissionsGrowth above -1`, stream.admissionsGrowth);
  for (const { index } of stream.designation) {
    requireIndex(index, groups, `${at}.designation`);
  }
  for (const { level, group } of stream.finalPlacement?.regroup ?? []) {
    requireIndex(level, levels, `${at}.finalPlacement.regroup`);
    requireIndex(group, groups, `${at}.finalPlacement.regroup`);
    requireThat(
      groups[group]!.system === system,
      `groups of the stream's own system in ${at}.finalPlacement.regroup`,
      group,
    );
  }
  for (const { from, to, perDay } of stream.reclassification) {
    requireIndex(from, groups, `${at}.reclassification`);
    requireIndex(to, groups, `${at}.reclassification`);
    requireThat(from !== to, `two different groups in ${at}.reclassification`, `${from} twice`);
    requireThat(perDay >= 0 && perDay < Infinity, `hazards of at least 0 in ${at}.reclassification`, perDay);
    const within = groups[from]!.system === system && groups[to]!.system === system;
    requireThat(within, `groups of the stream's own system in ${at}.reclassification`, `${from} to ${to}`);
  }
}

function requireIndex(index: number, list: readonly unknown[], at: string): void {
  requireThat(index in list, `an index below ${list.length} in ${at}`, index);
}

function requireLength(list: readonly unknown[], all: readonly unknown[], at: string): void {
  requireThat(list.length === all.length, `${all.length} values in ${at}`, list.length);
}
