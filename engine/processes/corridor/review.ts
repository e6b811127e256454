import { sampleInPlace } from "../../distributions.ts";
import { Decision } from "../../keyedRandom.ts";
import type { Simulation } from "../../simulation.ts";
import { enlist, firstListed, List, Stage, scheduleCase, unlist } from "./cases.ts";
import { drawForCase } from "./draws.ts";

/**
 * Review by the sending State: a queue in order of arrival with a number of reviewers, or no queue when the
 * number is null. The service time of a case does not depend on who waits.
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
  let slot = firstListed(sim, corridor, List.reviewQueue);
  while (slot >= 0 && busyReviewers[corridor]! < reviewers) {
    unlist(sim, slot, List.reviewQueue);
    serve(sim, slot, corridor);
    slot = firstListed(sim, corridor, List.reviewQueue);
  }
}

/** A reviewer is free and turns to the next case. */
export function releaseReviewer(sim: Simulation, corridor: number): void {
  sim.state.busyReviewers[corridor]!--;
  startReviews(sim, corridor);
}

function serve(sim: Simulation, slot: number, corridor: number): void {
  drawForCase(sim, slot, Decision.reviewService);
  sampleInPlace(sim.tables.table, sim.tables.corridors[corridor]!.serviceAt, sim.cell);
  sim.state.busyReviewers[corridor]!++;
  scheduleCase(sim, slot, Stage.review, sim.clock[0]! + sim.cell[0]!);
}
