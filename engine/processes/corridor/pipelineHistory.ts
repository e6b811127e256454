import { sampleInPlace } from "../../distributions.ts";
import { Decision } from "../../keyedRandom.ts";
import { Funnel, type Simulation } from "../../simulation.ts";
import { Clock } from "../../state.ts";
import { findRelease } from "../clocks.ts";
import { enlist, List, openCase, Stage, scheduleCase } from "./cases.ts";
import { rulingRule } from "./decision.ts";
import { drawForPerson } from "./draws.ts";
import { isIneligible } from "./eligibility.ts";
import { asks } from "./interest.ts";
import { serviceAt } from "./review.ts";

/**
 * Where on day 0 the case of a person stands who asked before day 0, so that the corridor starts filled as it
 * would be after years of the same practice: the stages are walked through with the person's own random
 * numbers, each reviewed without waiting; with a limited number of reviewers, whoever is under review waits
 * for one, and with none nobody has been reviewed. A case that would have ended before day 0 leaves nothing behind,
 * but for a later request after a refusal; a person who became ready since the last regular handover before
 * day 0 is ready. Nobody who is inside was handed over: a request that would have led to that is walked through with
 * other numbers until it does not, and after {@link MOST_TRIES} the person is ready.
 *
 * The day of the request, below 0, is in `Clock.requested`.
 */
export function resumePipeline(sim: Simulation, person: number, corridor: number): void {
  const { clock, cell } = sim;
  if (!asks(sim, person, corridor)) {
    const slot = openCase(sim, person, corridor);
    enlist(sim, slot, Stage.dormant, List.dormant);
    return;
  }
  let tries = 0;
  let attempt = 0;
  for (; clock[Clock.requested]! < 0; attempt++) {
    cell[0] = clock[Clock.requested]!;
    if (isIneligible(sim, person, corridor, false)) {
      return;
    }
    const outcome = walk(sim, person, corridor, attempt);
    if (outcome === Outcome.settled) {
      return;
    }
    if (outcome === Outcome.refused) {
      setNextRequest(sim, person, corridor);
    } else if (++tries === MOST_TRIES) {
      clock[Clock.reached] = 0;
      makeReady(sim, person, corridor, attempt);
      return;
    }
  }
  if (clock[Clock.requested]! < Infinity) {
    const slot = openCase(sim, person, corridor);
    sim.state.caseAttempt[slot] = attempt;
    cell[0] = clock[Clock.requested]!;
    scheduleCase(sim, slot, Stage.reapply);
  }
}

/** How often a request is drawn anew that would have led to a handover before day 0. */
const MOST_TRIES = 100;

/** What became of a request by day 0. */
enum Outcome {
  /** It is under way, or has ended for good. */
  settled,
  /** Refused by the sending State: the person may ask again. */
  refused,
  /** Handed over, which cannot be. */
  handedOver,
}

/** Walks the request at hand through the stages. */
function walk(sim: Simulation, person: number, corridor: number, attempt: number): Outcome {
  const { clock, cell } = sim;
  const tables = sim.tables.corridors[corridor]!;
  const { review, receiving, consent } = tables.values;
  const { approvalRules, acceptanceRules } = tables;
  clock[Clock.reached] = clock[Clock.requested]!;
  if (staysIn(sim, person, corridor, attempt, Stage.package, Decision.packageDelay, tables.packageDelayAt)) {
    return Outcome.settled;
  }
  cell[0] = clock[Clock.reached]!;
  const service = serviceAt(sim, person, corridor);
  if (staysIn(sim, person, corridor, attempt, Stage.review, Decision.reviewService, service)) {
    return Outcome.settled;
  }
  cell[0] = clock[Clock.reached]!;
  const approval = rulingRule(sim, person, corridor, approvalRules, Decision.approvalRule);
  const approved = approval < 0 ? review.approvalProbability : approvalRules[approval]!.rule.probability;
  drawForPerson(sim, person, corridor, Decision.approval, attempt);
  if (cell[0]! >= approved) {
    return Outcome.refused;
  }
  if (
    staysIn(sim, person, corridor, attempt, Stage.receiving, Decision.receivingDelay, tables.receivingDelayAt)
  ) {
    return Outcome.settled;
  }
  cell[0] = clock[Clock.reached]!;
  const acceptance = rulingRule(sim, person, corridor, acceptanceRules, Decision.acceptanceRule);
  const accepted =
    acceptance < 0 ? receiving.acceptanceProbability : acceptanceRules[acceptance]!.rule.probability;
  drawForPerson(sim, person, corridor, Decision.acceptance, attempt);
  if (cell[0]! >= accepted) {
    return Outcome.settled;
  }
  if (staysIn(sim, person, corridor, attempt, Stage.consent, Decision.consentDelay, tables.consentDelayAt)) {
    return Outcome.settled;
  }
  drawForPerson(sim, person, corridor, Decision.withdrawal, attempt);
  if (cell[0]! < consent.withdrawalProbability) {
    return Outcome.settled;
  }
  return leaves(sim, person, corridor, attempt) ? Outcome.handedOver : Outcome.settled;
}

/** Lets the request at hand go through a stage; whether it is in there on day 0, and then opens its case. */
function staysIn(
  sim: Simulation,
  person: number,
  corridor: number,
  attempt: number,
  stage: Stage,
  decision: number,
  delayAt: number,
): boolean {
  const { clock, cell, state } = sim;
  const since = clock[Clock.reached]!;
  drawForPerson(sim, person, corridor, decision, attempt);
  sampleInPlace(sim.tables.table, delayAt, cell);
  clock[Clock.reached] = since + cell[0]!;
  const { reviewers } = sim.tables.corridors[corridor]!.values.review;
  const isQueued = stage === Stage.review && reviewers !== null;
  if (clock[Clock.reached]! < 0 && !(isQueued && reviewers === 0)) {
    return false;
  }
  const slot = resume(sim, person, corridor, attempt, stage);
  state.caseSinceDay[slot] = since;
  if (isQueued) {
    enlist(sim, slot, Stage.reviewQueue, List.reviewQueue);
    return true;
  }
  cell[0] = clock[Clock.reached]!;
  scheduleCase(sim, slot, stage);
  if (stage === Stage.review) {
    state.busyReviewers[corridor]!++;
  }
  return true;
}

/** All have agreed: whether the handover came before day 0. */
function leaves(sim: Simulation, person: number, corridor: number, attempt: number): boolean {
  const { escortAt } = sim.tables.corridors[corridor]!;
  if (escortAt >= 0) {
    return !staysIn(sim, person, corridor, attempt, Stage.escort, Decision.escortDelay, escortAt);
  }
  if (sim.clock[Clock.reached]! < lastHandover(sim, corridor)) {
    return true;
  }
  makeReady(sim, person, corridor, attempt);
  return false;
}

/** Lets a case wait for a handover since the day in `Clock.reached`. */
function makeReady(sim: Simulation, person: number, corridor: number, attempt: number): void {
  const slot = resume(sim, person, corridor, attempt, Stage.ready);
  sim.state.caseSinceDay[slot] = sim.clock[Clock.reached]!;
  enlist(sim, slot, Stage.ready, List.ready);
}

/** Sets the day of the next request after a refusal on the day in `Clock.reached`; Infinity where there is none. */
function setNextRequest(sim: Simulation, person: number, corridor: number): void {
  const { clock } = sim;
  const { review, eligibility } = sim.tables.corridors[corridor]!.values;
  const again = clock[Clock.reached]! + (review.reapplyAfterDays ?? Infinity);
  clock[Clock.requested] = Infinity;
  findRelease(sim, person);
  if (clock[Clock.release]! - again >= eligibility.minimumLeftDays) {
    clock[Clock.requested] = again;
  }
}

/** Opens the case of the request at hand, and counts the request and the decisions before its stage on day 0. */
function resume(sim: Simulation, person: number, corridor: number, attempt: number, stage: Stage): number {
  const slot = openCase(sim, person, corridor);
  sim.state.caseRequestedDay[slot] = sim.clock[Clock.requested]!;
  sim.state.caseAttempt[slot] = attempt;
  sim.countFunnel(corridor, Funnel.requests);
  if (stage >= Stage.receiving) {
    sim.countFunnel(corridor, Funnel.approved);
  }
  if (stage >= Stage.consent) {
    sim.countFunnel(corridor, Funnel.accepted);
  }
  return slot;
}

/**
 * Day of the last regular handover before those to come, had the practice been the same; -Infinity without one. Where
 * the first one to come is on day 0 it is the one before that; where the first day is set after day 0, one on day 0
 * itself is over.
 */
function lastHandover(sim: Simulation, corridor: number): number {
  const { firstDay, everyDays } = sim.tables.corridors[corridor]!.values.handover;
  if (everyDays === null) {
    return -Infinity;
  }
  return firstDay > 0
    ? firstDay - everyDays * Math.ceil(firstDay / everyDays)
    : firstDay + everyDays * (Math.ceil(-firstDay / everyDays) - 1);
}
