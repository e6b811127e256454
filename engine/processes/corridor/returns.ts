import { sampleInPlace } from "../../distributions.ts";
import { Decision } from "../../keyedRandom.ts";
import { Flag } from "../../population.ts";
import { ENTERED, MOVES_MASK, MOVES_REGION, RECORD_WORDS } from "../../record.ts";
import { CUSTODY_SUMS } from "../../result.ts";
import { Custody, Flow, type Simulation } from "../../simulation.ts";
import { Clock } from "../../state.ts";
import { exitAt, planMove, schedule } from "../clocks.ts";
import { drawDeath } from "../deaths.ts";
import { designate } from "../designation.ts";
import { drawChoice } from "../drawChoice.ts";
import { settle } from "../settle.ts";
import { freeCase, openCase, Stage, scheduleCase } from "./cases.ts";
import { drawForPerson } from "./draws.ts";

/** Draws of a person who has come back, apart from those of the first stay. */
const SECOND_STAY = 1;
const SECOND_STAY_DEATH = 2;

/**
 * A transferred person is released in the receiving system: time served is set against time owed, with the pre-trial
 * credit in both, and whoever is released before the original end may come back later.
 *
 * @returns whether the person's record is kept for the return
 */
export function releaseAbroad(sim: Simulation, person: number): boolean {
  const { people, state, tables, clock } = sim;
  const corridor = state.cameBy[person]!;
  const sums = corridor * CUSTODY_SUMS.length;
  const start = people.enteredDay(person) - tables.creditDays[people.stream(person)]!;
  sim.countCustody(corridor, Custody.releasedAbroad);
  state.custodySums[sums]! += clock[Clock.now]! - start;
  state.custodySums[sums + 1]! += state.owedEndDay[person]! - start;
  return clock[Clock.now]! < state.owedEndDay[person]! && planReturn(sim, person, corridor);
}

/** Draws whether and when a person comes back; until then the record stands for somebody who is not inside. */
function planReturn(sim: Simulation, person: number, corridor: number): boolean {
  const { tables, cell } = sim;
  const { values, returnAt } = tables.corridors[corridor]!;
  const rule = values.arrival.returned;
  if (rule === null) {
    return false;
  }
  drawForPerson(sim, person, corridor, Decision.returned, 0);
  if (cell[0]! >= rule.share) {
    return false;
  }
  drawForPerson(sim, person, corridor, Decision.returnDelay, 0);
  sampleInPlace(tables.table, returnAt, cell);
  sim.people.mark(person, Flag.gone);
  cell[0]! += sim.clock[Clock.now]!;
  scheduleCase(sim, openCase(sim, person, corridor), Stage.abroad);
  return true;
}

/**
 * A person comes back to the sending country. Where the balance is enforced and the original sentence has not ended
 * yet, the person is imprisoned again until it ends.
 */
export function returnEvent(sim: Simulation, slot: number): void {
  const { state, people, tables } = sim;
  const person = state.casePerson[slot]!;
  const corridor = state.caseCorridor[slot]!;
  freeCase(sim, slot);
  sim.countCustody(corridor, Custody.returned);
  const isEnforced = tables.corridors[corridor]!.values.arrival.returned?.balanceEnforced ?? false;
  if (isEnforced && sim.clock[0]! < state.owedEndDay[person]!) {
    sim.countCustody(corridor, Custody.reimprisoned);
    sim.countFlow(sim.model.parameters.corridors[corridor]!.from, Flow.returns);
    enterAgain(sim, person);
  }
  people.free(person);
}

/**
 * The person enters the sending system anew, designated by the shares of the stream, for what is left of the original
 * sentence: without new credits, final placement or transfer.
 */
function enterAgain(sim: Simulation, person: number): void {
  const { people, tables, clock, cell, state, words } = sim;
  const [stream, index] = [people.stream(person), people.index(person)];
  const before = person * RECORD_WORDS;
  const { designation } = tables;
  const group = drawChoice(sim, designation, stream, stream, index, Decision.designation, SECOND_STAY);
  const region = people.homeRegion(person);
  const placed = ++words[before + MOVES_REGION]! & MOVES_MASK;
  const facility = designate(sim, group, stream, index, region, placed);
  const back = settle(sim, stream, index, group, facility, region);
  const at = back * RECORD_WORDS;
  words[at + MOVES_REGION] = words[before + MOVES_REGION]!;
  const end = state.owedEndDay[person]!;
  cell[0] = clock[Clock.now]!;
  cell[1] = end;
  cell[2] = Number.NaN;
  people.setSentence(back, cell);
  // The sum of time served adds the pre-trial credit of the stream, of which this stay has none.
  sim.floats[at + ENTERED] = clock[Clock.now]! + tables.creditDays[stream]!;
  people.setBirthDay(back, people.birthDay(person));
  clock[Clock.from] = clock[Clock.now]!;
  drawDeath(sim, back, tables, SECOND_STAY_DEATH);
  clock[Clock.release] = end;
  exitAt(sim, back);
  planMove(sim, back);
  schedule(sim, back);
}
