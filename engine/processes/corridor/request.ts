import { sampleInPlace } from "../../distributions.ts";
import { Decision } from "../../keyedRandom.ts";
import type { Simulation } from "../../simulation.ts";
import { firstListed, List, openCase, Stage, scheduleCase, unlist } from "./cases.ts";
import { drawForPerson } from "./draws.ts";
import { resumePipeline } from "./pipelineHistory.ts";

/**
 * Opens a case for a person who may ask for a corridor at some time: whoever would be interested under the
 * most inviting regime of the scenario. Whether the person really asks is decided at the request, by the share
 * in force on that day. A person has one case at most; the first corridor in order goes first.
 */
export function openCases(sim: Simulation, person: number): void {
  const { model, people, cell } = sim;
  const corridors = model.parameters.corridors.length;
  const streams = model.streamSystem.length;
  const stream = people.stream(person);
  for (let corridor = 0; corridor < corridors; corridor++) {
    if (model.mayAsk[corridor * streams + stream] === 1) {
      drawForPerson(sim, person, corridor, Decision.interest, 0);
      if (cell[0]! < model.largestInterest[corridor]!) {
        planRequest(sim, person, corridor);
        if (people.caseOf(person) >= 0) {
          return;
        }
      }
    }
  }
}

function planRequest(sim: Simulation, person: number, corridor: number): void {
  const { people, tables, cell, clock } = sim;
  drawForPerson(sim, person, corridor, Decision.interestDelay, 0);
  sampleInPlace(tables.table, tables.corridors[corridor]!.interestDelayAt, cell);
  const day = people.enteredDay(person) + cell[0]!;
  if (day < clock[0]!) {
    resumePipeline(sim, person, corridor, day);
  } else if (day < people.exitDay(person)) {
    scheduleCase(sim, openCase(sim, person, corridor), Stage.request, day);
  }
}

/**
 * Asks the people who were not interested once more after the share of interested people has risen: those who
 * are so now make their request after a new delay.
 */
export function wakeDormant(sim: Simulation, corridor: number): void {
  const { state, tables, cell } = sim;
  const { values, interestDelayAt } = tables.corridors[corridor]!;
  let slot = firstListed(sim, corridor, List.dormant);
  while (slot >= 0) {
    const next = state.caseNext[slot]!;
    const person = state.casePerson[slot]!;
    drawForPerson(sim, person, corridor, Decision.interest, 0);
    if (cell[0]! < values.interest.share) {
      unlist(sim, slot, List.dormant);
      drawForPerson(sim, person, corridor, Decision.interestDelay, 1);
      sampleInPlace(tables.table, interestDelayAt, cell);
      scheduleCase(sim, slot, Stage.request, sim.clock[0]! + cell[0]!);
    }
    slot = next;
  }
}
