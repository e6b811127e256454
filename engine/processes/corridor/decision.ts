import type { RuleTable } from "../../corridorTables.ts";
import type { Simulation } from "../../simulation.ts";
import { Clock } from "../../state.ts";
import { findRelease } from "../clocks.ts";
import { drawForPerson } from "./draws.ts";

/**
 * The first rule that fits a person on the day in the cell, or -1: by the offence, the time left to release, and
 * whether the person is among the rule's share of people, which is the same at every request.
 *
 * @param decision whose number keys the share
 */
export function rulingRule(
  sim: Simulation,
  person: number,
  corridor: number,
  rules: readonly RuleTable[],
  decision: number,
): number {
  if (rules.length === 0) {
    return -1;
  }
  const stream = sim.people.stream(person);
  findRelease(sim, person);
  const left = sim.clock[Clock.release]! - sim.cell[0]!;
  for (let i = 0; i < rules.length; i++) {
    const { rule, key, holds, maximumLeftDays } = rules[i]!;
    if (holds[stream] === 0 || left < rule.minimumLeftDays || left >= maximumLeftDays) {
      continue;
    }
    if (rule.share >= 1) {
      return i;
    }
    drawForPerson(sim, person, corridor, decision, key);
    if (sim.cell[0]! < rule.share) {
      return i;
    }
  }
  return -1;
}
