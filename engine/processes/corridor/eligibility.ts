import { COMMON_REASONS } from "../../ineligibility.ts";
import { Decision } from "../../keyedRandom.ts";
import { Flag } from "../../population.ts";
import type { Simulation } from "../../simulation.ts";
import { releaseDay } from "../clocks.ts";
import { drawForPerson } from "./draws.ts";

const OFFENCE = COMMON_REASONS.indexOf("offence");
const TIME_LEFT = COMMON_REASONS.indexOf("timeLeft");
const LIFE_TERM = COMMON_REASONS.indexOf("lifeTerm");

/**
 * Tries a request against every rule of a corridor now, and counts each one that it fails.
 *
 * @returns whether it fails any
 */
export function countFailures(sim: Simulation, person: number, corridor: number): boolean {
  const { people, state, tables, model, cell } = sim;
  const { values, excluded, bars } = tables.corridors[corridor]!;
  const stream = people.stream(person);
  const at = model.reasonsAt[corridor]!;
  let failures = 0;
  if (excluded[stream] !== 0) {
    state.ineligible[at + OFFENCE]!++;
    failures++;
  }
  if (people.has(person, Flag.life)) {
    state.ineligible[at + LIFE_TERM]!++;
    failures++;
  } else if (releaseDay(sim, person) - sim.clock[0]! < values.eligibility.minimumLeftDays) {
    state.ineligible[at + TIME_LEFT]!++;
    failures++;
  }
  for (let i = 0; i < bars.length; i++) {
    const { holds, share, key, reason } = bars[i]!;
    if (holds[stream] === 0) {
      continue;
    }
    drawForPerson(sim, person, corridor, Decision.bar, key);
    if (cell[0]! < share) {
      state.ineligible[at + reason]!++;
      failures++;
    }
  }
  return failures > 0;
}

/** Whether a request of a day fails any rule; nothing is counted. */
export function isIneligible(sim: Simulation, person: number, corridor: number, day: number): boolean {
  const { people, tables, cell } = sim;
  const { values, excluded, bars } = tables.corridors[corridor]!;
  const stream = people.stream(person);
  if (excluded[stream] !== 0 || people.has(person, Flag.life)) {
    return true;
  }
  if (releaseDay(sim, person) - day < values.eligibility.minimumLeftDays) {
    return true;
  }
  for (let i = 0; i < bars.length; i++) {
    drawForPerson(sim, person, corridor, Decision.bar, bars[i]!.key);
    if (bars[i]!.holds[stream] !== 0 && cell[0]! < bars[i]!.share) {
      return true;
    }
  }
  return false;
}
