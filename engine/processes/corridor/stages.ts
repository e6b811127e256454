import { Decision } from "../../keyedRandom.ts";
import { Flag } from "../../population.ts";
import { Funnel, type Simulation } from "../../simulation.ts";
import { Counter } from "../../state.ts";
import { releaseDay } from "../clocks.ts";
import { endCase, enlist, freeCase, List, Stage, scheduleCase } from "./cases.ts";
import { drawDelay, drawForCase, drawForPerson } from "./draws.ts";
import { asks } from "./interest.ts";
import { receivingOccupancy } from "./occupancy.ts";
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
      beginReview(sim, slot);
      break;
    case Stage.review:
      releaseReviewer(sim, state.caseCorridor[slot]!);
      reviewed(sim, slot);
      break;
    case Stage.receiving:
      decideReceiving(sim, slot);
      break;
    case Stage.consent:
      decideConsent(sim, slot);
      break;
    default:
      freeCase(sim, slot);
  }
}

const EVENT_CORRIDOR = 2;

/** The date of the request: whoever is interested asks, and is found eligible or not. */
function request(sim: Simulation, slot: number): void {
  const { state, tables } = sim;
  const corridor = state.caseCorridor[slot]!;
  if (!asks(sim, state.casePerson[slot]!, corridor)) {
    enlist(sim, slot, Stage.dormant, List.dormant);
    return;
  }
  sim.countFunnel(corridor, Funnel.requests);
  const reason = ineligibility(sim, state.casePerson[slot]!, corridor, sim.clock[0]!);
  if (reason >= 0) {
    sim.countFunnel(corridor, reason);
    endCase(sim, slot);
    return;
  }
  state.caseRequestedDay[slot] = sim.clock[0]!;
  after(sim, slot, Stage.package, Decision.packageDelay, tables.corridors[corridor]!.packageDelayAt);
}

/**
 * First rule that a person fails on a day, as a funnel count, or -1. Life terms are not of fixed length and
 * fail as a bar.
 */
export function ineligibility(sim: Simulation, person: number, corridor: number, day: number): number {
  const { eligibility } = sim.tables.corridors[corridor]!.values;
  const { streams } = sim.model.parameters;
  if (eligibility.excludedOffences.includes(streams[sim.people.stream(person)]!.offence)) {
    return Funnel.ineligibleOffence;
  }
  if (releaseDay(sim, person) - day < eligibility.minimumLeftDays) {
    return Funnel.ineligibleTimeLeft;
  }
  if (sim.people.has(person, Flag.life)) {
    return Funnel.ineligibleBar;
  }
  for (let bar = 0; bar < eligibility.bars.length; bar++) {
    drawForPerson(sim, person, corridor, Decision.bar, bar);
    if (sim.cell[0]! < eligibility.bars[bar]!.share) {
      return Funnel.ineligibleBar;
    }
  }
  return -1;
}

/** Lets a stage last its delay; a stage without one ends at once. */
function after(sim: Simulation, slot: number, stage: number, decision: number, delayAt: number): void {
  drawDelay(sim, slot, decision, delayAt);
  if (sim.cell[0]! > 0) {
    scheduleCase(sim, slot, stage, sim.clock[0]! + sim.cell[0]!);
  } else if (stage === Stage.package) {
    beginReview(sim, slot);
  } else if (stage === Stage.receiving) {
    decideReceiving(sim, slot);
  } else {
    decideConsent(sim, slot);
  }
}

/** The sending State decides. */
function reviewed(sim: Simulation, slot: number): void {
  const { state, tables, cell } = sim;
  const corridor = state.caseCorridor[slot]!;
  const { values, receivingDelayAt } = tables.corridors[corridor]!;
  drawForCase(sim, slot, Decision.approval);
  if (cell[0]! < values.review.approvalProbability) {
    sim.countFunnel(corridor, Funnel.approved);
    after(sim, slot, Stage.receiving, Decision.receivingDelay, receivingDelayAt);
    return;
  }
  sim.countFunnel(corridor, Funnel.denied);
  const wait = values.review.reapplyAfterDays;
  const day = sim.clock[0]! + (wait ?? Infinity);
  if (releaseDay(sim, state.casePerson[slot]!) - day < values.eligibility.minimumLeftDays || wait === null) {
    endCase(sim, slot);
  } else {
    state.caseAttempt[slot]!++;
    scheduleCase(sim, slot, Stage.reapply, day);
  }
}

/** The receiving State decides: on its quota, on its own occupancy at this moment, and on the case. */
function decideReceiving(sim: Simulation, slot: number): void {
  const { state, tables, cell } = sim;
  const corridor = state.caseCorridor[slot]!;
  const { values, consentDelayAt } = tables.corridors[corridor]!;
  const { quotaPerYear, maximumOccupancy, acceptanceProbability } = values.receiving;
  drawForCase(sim, slot, Decision.acceptance);
  let refusal: number = -1;
  if (cell[0]! >= acceptanceProbability) {
    refusal = Funnel.refused;
  } else if (quotaPerYear !== null && state.acceptedThisYear[corridor]! >= quotaPerYear) {
    refusal = Funnel.refusedQuota;
  } else if (maximumOccupancy !== null && receivingOccupancy(sim, corridor) >= maximumOccupancy) {
    refusal = Funnel.refusedOccupancy;
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
  drawForCase(sim, slot, Decision.withdrawal);
  if (sim.cell[0]! < sim.tables.corridors[corridor]!.values.consent.withdrawalProbability) {
    sim.countFunnel(corridor, Funnel.withdrawn);
    endCase(sim, slot);
  } else {
    enlist(sim, slot, Stage.ready, List.ready);
  }
}
