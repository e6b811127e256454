import { Decision } from "../../keyedRandom.ts";
import { countWait, endWait, Waiting } from "../../observers/waits.ts";
import { Funnel, type Simulation } from "../../simulation.ts";
import { Clock, Counter } from "../../state.ts";
import { findRelease } from "../clocks.ts";
import { endCase, enlist, freeCase, List, Stage, scheduleCase } from "./cases.ts";
import { rulingRule } from "./decision.ts";
import { drawDelay, drawForCase } from "./draws.ts";
import { isIneligible } from "./eligibility.ts";
import { asks } from "./interest.ts";
import { findReceivingOccupancy } from "./occupancy.ts";
import { becomeReady, leaveOrLapse } from "./ready.ts";
import { returnEvent } from "./returns.ts";
import { beginReview, releaseReviewer } from "./review.ts";

/** The event of a case has come up: its present stage ends. */
export function caseEvent(sim: Simulation, slot: number): void {
  const { state } = sim;
  state.counters[Counter.events + EVENT_CORRIDOR]!++;
  switch (state.caseStage[slot]) {
    case Stage.request:
    case Stage.reapply:
      request(sim, slot);
      break;
    case Stage.package:
      packaged(sim, slot);
      break;
    case Stage.review:
      endWait(sim, slot, Waiting.review);
      releaseReviewer(sim, state.caseCorridor[slot]!);
      reviewed(sim, slot);
      break;
    case Stage.receiving:
      decideReceiving(sim, slot);
      break;
    case Stage.consent:
      decideConsent(sim, slot);
      break;
    case Stage.escort:
      leaveOrLapse(sim, slot);
      break;
    case Stage.abroad:
      returnEvent(sim, slot);
      break;
    default:
      freeCase(sim, slot);
  }
}

const EVENT_CORRIDOR = 2;

/** The date of the request: whoever is interested asks, and is found eligible or not. */
function request(sim: Simulation, slot: number): void {
  const { state, tables, people } = sim;
  const corridor = state.caseCorridor[slot]!;
  const person = state.casePerson[slot]!;
  if (!asks(sim, person, corridor)) {
    enlist(sim, slot, Stage.dormant, List.dormant);
    return;
  }
  sim.countFunnel(corridor, Funnel.requests);
  if (state.caseAttempt[slot] === 0) {
    sim.cell[0] = sim.clock[0]! - people.enteredDay(person);
    countWait(sim, corridor, Waiting.interest);
  }
  sim.cell[0] = sim.clock[0]!;
  if (isIneligible(sim, person, corridor, true)) {
    sim.countFunnel(corridor, Funnel.ineligible);
    endCase(sim, slot);
    return;
  }
  state.caseRequestedDay[slot] = sim.clock[0]!;
  state.caseSinceDay[slot] = sim.clock[0]!;
  after(sim, slot, Stage.package, Decision.packageDelay, tables.corridors[corridor]!.packageDelayAt);
}

/** Lets a stage last its delay; a stage without one ends at once. */
function after(sim: Simulation, slot: number, stage: number, decision: number, delayAt: number): void {
  drawDelay(sim, slot, decision, delayAt);
  if (sim.cell[0]! > 0) {
    sim.cell[0]! += sim.clock[0]!;
    scheduleCase(sim, slot, stage);
  } else if (stage === Stage.package) {
    packaged(sim, slot);
  } else if (stage === Stage.receiving) {
    decideReceiving(sim, slot);
  } else {
    decideConsent(sim, slot);
  }
}

/** The package is ready and goes to the reviewers. */
function packaged(sim: Simulation, slot: number): void {
  endWait(sim, slot, Waiting.package);
  beginReview(sim, slot);
}

/** The sending State decides. */
function reviewed(sim: Simulation, slot: number): void {
  const { state, tables, cell, clock } = sim;
  const corridor = state.caseCorridor[slot]!;
  const { values, receivingDelayAt, approvalRules } = tables.corridors[corridor]!;
  const person = state.casePerson[slot]!;
  cell[0] = sim.clock[0]!;
  const ruling = rulingRule(sim, person, corridor, approvalRules, Decision.approvalRule);
  const probability =
    ruling < 0 ? values.review.approvalProbability : approvalRules[ruling]!.rule.probability;
  drawForCase(sim, slot, Decision.approval);
  if (cell[0]! < probability) {
    sim.countFunnel(corridor, Funnel.approved);
    after(sim, slot, Stage.receiving, Decision.receivingDelay, receivingDelayAt);
    return;
  }
  sim.countFunnel(corridor, Funnel.denied);
  const wait = values.review.reapplyAfterDays;
  const day = sim.clock[0]! + (wait ?? Infinity);
  findRelease(sim, person);
  if (clock[Clock.release]! - day < values.eligibility.minimumLeftDays || wait === null) {
    endCase(sim, slot);
  } else {
    state.caseAttempt[slot]!++;
    cell[0] = day;
    scheduleCase(sim, slot, Stage.reapply);
  }
}

/** The receiving State decides: on its quota, on its own occupancy at this moment, and on the case. */
function decideReceiving(sim: Simulation, slot: number): void {
  const { state, tables, cell } = sim;
  const corridor = state.caseCorridor[slot]!;
  const { values, consentDelayAt, acceptanceRules } = tables.corridors[corridor]!;
  const { quotaPerYear, maximumOccupancy } = values.receiving;
  endWait(sim, slot, Waiting.receiving);
  const person = state.casePerson[slot]!;
  cell[0] = sim.clock[0]!;
  const ruling = rulingRule(sim, person, corridor, acceptanceRules, Decision.acceptanceRule);
  const probability =
    ruling < 0 ? values.receiving.acceptanceProbability : acceptanceRules[ruling]!.rule.probability;
  drawForCase(sim, slot, Decision.acceptance);
  let refusal: number = -1;
  if (cell[0]! >= probability) {
    refusal = Funnel.refused;
  } else if (quotaPerYear !== null && state.acceptedThisYear[corridor]! >= quotaPerYear) {
    refusal = Funnel.refusedQuota;
  } else if (maximumOccupancy !== null) {
    findReceivingOccupancy(sim, corridor);
    if (cell[0]! >= maximumOccupancy) {
      refusal = Funnel.refusedOccupancy;
    }
  }
  if (refusal >= 0) {
    sim.countFunnel(corridor, refusal);
    endCase(sim, slot);
    return;
  }
  state.acceptedThisYear[corridor]!++;
  sim.countFunnel(corridor, Funnel.accepted);
  after(sim, slot, Stage.consent, Decision.consentDelay, consentDelayAt);
}

/** The person consents before a magistrate, or withdraws. */
function decideConsent(sim: Simulation, slot: number): void {
  const corridor = sim.state.caseCorridor[slot]!;
  endWait(sim, slot, Waiting.consent);
  drawForCase(sim, slot, Decision.withdrawal);
  if (sim.cell[0]! < sim.tables.corridors[corridor]!.values.consent.withdrawalProbability) {
    sim.countFunnel(corridor, Funnel.withdrawn);
    endCase(sim, slot);
  } else {
    becomeReady(sim, slot);
  }
}
