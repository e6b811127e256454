import { sampleInPlace } from "../../distributions.ts";
import { Decision } from "../../keyedRandom.ts";
import type { Simulation } from "../../simulation.ts";
import { enlist, firstListed, List, Stage, scheduleCase, unlist } from "./cases.ts";
import { drawForCase } from "./draws.ts";
import { reviewed } from "./stages.ts";

/**
 * Review by the sending State: a queue in order of arrival with a number of reviewers, or no queue when the
 * number is null. The service time of a case does not depend on who waits.
 */
export function beginReview(sim: Simulation, slot: number): void {
  const corridor = sim.state.caseCorridor[slot]!;
  if (sim.tables.corridors[corridor]!.values.review.reviewers === null) {
    serve(sim, slot, corridor);
  } else {
    enlist(sim, slot, Stage.reviewQueue, List.reviewQueue);
    startReviews(sim, corridor);
  }
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

/** The review of a case has ended: its reviewer turns to the next. */
export function endReview(sim: Simulation, slot: number): void {
  const corridor = sim.state.caseCorridor[slot]!;
  sim.state.busyReviewers[corridor]!--;
  startReviews(sim, corridor);
  reviewed(sim, slot);
}

function serve(sim: Simulation, slot: number, corridor: number): void {
  const { table, corridors } = sim.tables;
  drawForCase(sim, slot, Decision.reviewService);
  sampleInPlace(table, corridors[corridor]!.serviceAt, sim.cell);
  const days = sim.cell[0]!;
  sim.state.busyReviewers[corridor]!++;
  if (days > 0) {
    scheduleCase(sim, slot, Stage.review, sim.clock[0]! + days);
  } else {
    endReview(sim, slot);
  }
}
