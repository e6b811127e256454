import { choose } from "../../choice.ts";
import { sampleInPlace } from "../../distributions.ts";
import { Decision } from "../../keyedRandom.ts";
import { Rule } from "../../placementRules.ts";
import { GROUP_SHIFT, MOVES_MASK, MOVES_REGION, PLACE, RECORD_WORDS } from "../../record.ts";
import type { Simulation } from "../../simulation.ts";
import { Clock } from "../../state.ts";
import { schedule } from "../clocks.ts";
import { designate } from "../designation.ts";
import { regroup, relocate } from "../places.ts";
import { drawForPerson } from "./draws.ts";

/**
 * Draws on arrival whether, when and where a transferred person is moved towards home, and makes it the next move
 * (`Clock.move`): the only one that transferred people have of their own.
 */
export function planHomeMove(sim: Simulation, person: number): void {
  const { state, tables, clock, cell } = sim;
  const corridor = state.cameBy[person]!;
  const { values, homeMoveAt, home } = tables.corridors[corridor]!;
  clock[Clock.move] = Infinity;
  if (values.arrival.homeMove === null) {
    return;
  }
  drawForPerson(sim, person, corridor, Decision.homeMove, 0);
  if (cell[0]! < values.arrival.homeMove.probability) {
    drawForPerson(sim, person, corridor, Decision.homeFacility, 0);
    state.homeFacility[person] = choose(home, 0, cell);
    drawForPerson(sim, person, corridor, Decision.homeMoveDelay, 0);
    sampleInPlace(tables.table, homeMoveAt, cell);
    clock[Clock.move] = clock[Clock.now]! + cell[0]!;
  }
}

/**
 * A transferred person who is still inside is moved towards home, into the group of people there. Where that
 * facility has closed the rule chooses among the others of its group; with none open the person stays.
 */
export function moveHome(sim: Simulation, person: number): void {
  const { people, model, placement, state, words } = sim;
  const at = person * RECORD_WORDS;
  const chosen = state.homeFacility[person]!;
  const home = model.homeGroup[chosen]!;
  const group = home >= 0 ? home : words[at + PLACE]! >>> GROUP_SHIFT;
  if (placement.isOpen(chosen) || (home >= 0 && sim.groupRule[home] !== Rule.none)) {
    const placed = words[at + MOVES_REGION]! & MOVES_MASK;
    const facility = placement.isOpen(chosen)
      ? chosen
      : designate(sim, home, people.stream(person), people.index(person), people.homeRegion(person), placed);
    relocate(sim, person, facility);
    regroup(sim, person, group);
  }
  sim.clock[Clock.move] = Infinity;
  schedule(sim, person);
}
