import { COMMON_REASONS } from "../../ineligibility.ts";
import { Decision } from "../../keyedRandom.ts";
import { Flag } from "../../population.ts";
import type { Simulation } from "../../simulation.ts";
import { Clock } from "../../state.ts";
import { findRelease } from "../clocks.ts";
import { drawForPerson } from "./draws.ts";

const OFFENCE = COMMON_REASONS.indexOf("offence");
const TIME_LEFT = COMMON_REASONS.indexOf("timeLeft");
const LIFE_TERM = COMMON_REASONS.indexOf("lifeTerm");

/**
 * Tries a request of the day in the cell against every rule of a corridor.
 *
 * @param counts whether each rule that it fails is counted
 * @returns whether it fails any
 */
export function isIneligible(sim: Simulation, person: number, corridor: number, counts: boolean): boolean {
  const { people, state, tables, model, cell, clock } = sim;
  const { values, excluded, bars } = tables.corridors[corridor]!;
  const stream = people.stream(person);
  const at = model.reasonsAt[corridor]!;
  const step = counts ? 1 : 0;
  const day = cell[0]!;
  findRelease(sim, person);
  let failures = 0;
  if (excluded[stream] !== 0) {
    state.ineligible[at + OFFENCE]! += step;
    failures++;
  }
  if (people.has(person, Flag.life)) {
    state.ineligible[at + LIFE_TERM]! += step;
    failures++;
  } else if (clock[Clock.release]! - day < values.eligibility.minimumLeftDays) {
    state.ineligible[at + TIME_LEFT]! += step;
    failures++;
  }
  for (let i = 0; i < bars.length; i++) {
    const { holds, share, key, reason } = bars[i]!;
    if (holds[stream] === 0) {
      continue;
    }
    drawForPerson(sim, person, corridor, Decision.bar, key);
    if (cell[0]! < share) {
      state.ineligible[at + reason]! += step;
      failures++;
    }
  }
  return failures > 0;
}
