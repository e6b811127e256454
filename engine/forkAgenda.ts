import { scheduleCapacityChanges } from "./processes/capacityChanges.ts";
import { setNextRegime } from "./processes/regimes.ts";
import type { ProcessNumbers, Simulation } from "./simulation.ts";

/**
 * Gives the processes of a branch their next times: those of the trunk, under their own numbers; dated changes and
 * regimes as the branch has them, from the day of the fork on.
 *
 * @param sim the branch, with the agenda as the trunk left it
 * @param trunk numbers of the trunk's processes
 * @param day of the fork: what was due before it has happened
 */
export function takeOverAgenda(sim: Simulation, trunk: ProcessNumbers, day: number): void {
  const { agenda, processes } = sim;
  const { expulsions } = sim.model.parameters;
  const before = agenda.times.slice();
  agenda.clear();
  for (const name of KEPT) {
    const length = lengthOf(processes, name);
    agenda.times.set(before.subarray(trunk[name], trunk[name] + length), processes[name]);
  }
  expulsions.forEach((batch, i) => {
    agenda.times[processes.expulsions + i] = batch.day < day ? Infinity : batch.day;
  });
  for (let process = 0; process < processes.count; process++) {
    agenda.changed(process);
  }
  scheduleCapacityChanges(sim);
  setNextRegime(sim);
  for (let process = processes.capacityChanges; process < processes.year; process++) {
    if (agenda.times[process]! < day) {
      agenda.times[process] = Infinity;
      agenda.changed(process);
    }
  }
}

type Process = Exclude<keyof ProcessNumbers, "count">;

/** Processes that have the same times in every branch. */
const KEPT = ["grid", "year", "admissions", "handovers", "balancing"] as const satisfies readonly Process[];

/** How many processes have a name: up to the next one. */
function lengthOf(processes: ProcessNumbers, name: Process): number {
  const later = Object.values(processes).filter((number) => number > processes[name]);
  return Math.min(...later) - processes[name];
}
