import { sampleInPlace } from "../../distributions.ts";
import { Decision } from "../../keyedRandom.ts";
import type { Simulation } from "../../simulation.ts";
import { Clock } from "../../state.ts";
import { firstListed, List, openCase, Stage, scheduleCase, unlist } from "./cases.ts";
import { drawForPerson } from "./draws.ts";
import { asks, isInvited } from "./interest.ts";
import { resumePipeline } from "./pipelineHistory.ts";

/**
 * Opens a case for a person who may ask for a corridor at some time. A person has one case at most: in the first
 * corridor that the person would ask for under the regime in force, or else in the first one that a later regime
 * may make inviting. Whether the person really asks is decided on the day of the request.
 */
export function openCases(sim: Simulation, person: number): void {
  const { model, people, tables } = sim;
  const corridors = tables.corridors.length;
  const streams = model.streamSystem.length;
  const stream = people.stream(person);
  for (let corridor = 0; corridor < corridors && people.caseOf(person) < 0; corridor++) {
    if (mayAsk(sim, person, corridor, tables.corridors[corridor]!.interest, stream)) {
      if (isInvited(sim, person, corridor)) {
        planRequest(sim, person, corridor);
      }
    }
  }
  for (let corridor = 0; corridor < corridors && people.caseOf(person) < 0; corridor++) {
    const at = corridor * streams + stream;
    const mayChange =
      model.largestInterest[at]! > tables.corridors[corridor]!.interest[stream]! ||
      !isInvited(sim, person, corridor);
    if (mayChange && mayAsk(sim, person, corridor, model.largestInterest, at)) {
      planRequest(sim, person, corridor);
    }
  }
}

/** Whether a person is of a stream that some regime invites, and is interested where the share `shares[at]` is. */
function mayAsk(
  sim: Simulation,
  person: number,
  corridor: number,
  shares: Float64Array,
  at: number,
): boolean {
  const { model, people, cell } = sim;
  if (model.mayAsk[corridor * model.streamSystem.length + people.stream(person)] === 0) {
    return false;
  }
  drawForPerson(sim, person, corridor, Decision.interest, 0);
  return cell[0]! < shares[at]!;
}

function planRequest(sim: Simulation, person: number, corridor: number): void {
  const { people, tables, cell, clock } = sim;
  drawForPerson(sim, person, corridor, Decision.interestDelay, 0);
  sampleInPlace(tables.table, tables.corridors[corridor]!.interestDelayAt, cell);
  cell[0]! += people.enteredDay(person);
  if (cell[0]! < clock[0]!) {
    clock[Clock.requested] = cell[0]!;
    resumePipeline(sim, person, corridor);
  } else if (cell[0]! < people.exitDay(person)) {
    scheduleCase(sim, openCase(sim, person, corridor), Stage.request);
  }
}

/**
 * Asks the people who did not ask once more under a new regime: those who would now make their request after a
 * new delay.
 */
export function wakeDormant(sim: Simulation, corridor: number): void {
  const { state, tables, cell } = sim;
  const { interestDelayAt } = tables.corridors[corridor]!;
  let slot = firstListed(sim, corridor, List.dormant);
  while (slot >= 0) {
    const next = state.caseNext[slot]!;
    const person = state.casePerson[slot]!;
    if (asks(sim, person, corridor)) {
      unlist(sim, slot, List.dormant);
      drawForPerson(sim, person, corridor, Decision.interestDelay, 1);
      sampleInPlace(tables.table, interestDelayAt, cell);
      cell[0]! += sim.clock[0]!;
      scheduleCase(sim, slot, Stage.request);
    }
    slot = next;
  }
}
