import { sampleInPlace } from "../../distributions.ts";
import { Decision } from "../../keyedRandom.ts";
import { endWait, Waiting } from "../../observers/waits.ts";
import type { Simulation } from "../../simulation.ts";
import { Clock } from "../../state.ts";
import { findRelease } from "../clocks.ts";
import { enlist, firstListed, List, lastListed, Stage, scheduleCase, unlist } from "./cases.ts";
import { rulingRule } from "./decision.ts";
import { drawForCase } from "./draws.ts";

/**
 * Review by the sending State: a queue with a number of reviewers and an order in which they take cases, or no queue when
 * the number is null. The service time of a case does not depend on who waits.
 */
export function beginReview(sim: Simulation, slot: number): void {
  const corridor = sim.state.caseCorridor[slot]!;
  enlist(sim, slot, Stage.reviewQueue, List.reviewQueue);
  startReviews(sim, corridor);
}

/** Lets free reviewers take the cases that wait. */
export function startReviews(sim: Simulation, corridor: number): void {
  const { busyReviewers } = sim.state;
  const reviewers = sim.tables.corridors[corridor]!.values.review.reviewers ?? Infinity;
  while (busyReviewers[corridor]! < reviewers) {
    const slot = nextForReview(sim, corridor);
    if (slot < 0) {
      return;
    }
    unlist(sim, slot, List.reviewQueue);
    if (reviewers < Infinity || sim.state.caseSinceDay[slot]! < sim.clock[0]!) {
      endWait(sim, slot, Waiting.reviewQueue);
    }
    serve(sim, slot, corridor);
  }
}

/** The case that the discipline of the queue puts first, or -1. */
function nextForReview(sim: Simulation, corridor: number): number {
  const first = firstListed(sim, corridor, List.reviewQueue);
  const { discipline } = sim.tables.corridors[corridor]!.values.review;
  if (first < 0 || discipline === "firstComeFirstServed") {
    return first;
  }
  return discipline === "lastComeFirstServed"
    ? lastListed(sim, corridor, List.reviewQueue)
    : leastTimeLeft(sim, first);
}

function leastTimeLeft(sim: Simulation, first: number): number {
  const { casePerson, caseNext } = sim.state;
  const { clock } = sim;
  let found = first;
  let least = Infinity;
  for (let slot = first; slot >= 0; slot = caseNext[slot]!) {
    findRelease(sim, casePerson[slot]!);
    if (clock[Clock.release]! < least) {
      least = clock[Clock.release]!;
      found = slot;
    }
  }
  return found;
}

/** A reviewer is free and turns to the next case. */
export function releaseReviewer(sim: Simulation, corridor: number): void {
  sim.state.busyReviewers[corridor]!--;
  startReviews(sim, corridor);
}

function serve(sim: Simulation, slot: number, corridor: number): void {
  sim.cell[0] = sim.clock[0]!;
  const at = serviceAt(sim, sim.state.casePerson[slot]!, corridor);
  drawForCase(sim, slot, Decision.reviewService);
  sampleInPlace(sim.tables.table, at, sim.cell);
  sim.state.busyReviewers[corridor]!++;
  sim.cell[0]! += sim.clock[0]!;
  scheduleCase(sim, slot, Stage.review);
}

/**
 * Offset of the service time of a person's review that begins on the day in the cell: that of the rule that fits, if
 * it has one.
 */
export function serviceAt(sim: Simulation, person: number, corridor: number): number {
  const tables = sim.tables.corridors[corridor]!;
  const ruling = rulingRule(sim, person, corridor, tables.approvalRules, Decision.approvalRule);
  const own = ruling < 0 ? -1 : tables.approvalRules[ruling]!.serviceAt;
  return own < 0 ? tables.serviceAt : own;
}
