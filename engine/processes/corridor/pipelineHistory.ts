import { sampleInPlace } from "../../distributions.ts";
import { Decision } from "../../keyedRandom.ts";
import { Funnel, type Simulation } from "../../simulation.ts";
import { releaseDay } from "../clocks.ts";
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
 * @param requested day of the request, below 0
 */
export function resumePipeline(sim: Simulation, person: number, corridor: number, requested: number): void {
  if (!asks(sim, person, corridor)) {
    const slot = openCase(sim, person, corridor);
    enlist(sim, slot, Stage.dormant, List.dormant);
    return;
  }
  let day = requested;
  let tries = 0;
  for (let attempt = 0; day < 0; attempt++) {
    if (isIneligible(sim, person, corridor, day, false)) {
      return;
    }
    const outcome = walk(sim, person, corridor, day, attempt);
    if (outcome === Outcome.settled) {
      return;
    }
    if (outcome === Outcome.refused) {
      day = refusedUntil(sim, person, corridor, day, attempt);
    } else if (++tries === MOST_TRIES) {
      const slot = resume(sim, person, corridor, day, attempt, [Funnel.approved, Funnel.accepted]);
      makeReady(sim, slot, 0);
      return;
    }
  }
  if (day < Infinity) {
    const slot = openCase(sim, person, corridor);
    sim.state.caseAttempt[slot] = sim.cell[1]!;
    scheduleCase(sim, slot, Stage.reapply, day);
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

/** Walks one request through the stages. */
function walk(sim: Simulation, person: number, corridor: number, from: number, attempt: number): Outcome {
  const tables = sim.tables.corridors[corridor]!;
  const { review, receiving, consent } = tables.values;
  let day = from;
  const passed: number[] = [];
  const stage = (which: number, decision: number, at: number): boolean => {
    const since = day;
    day += delay(sim, person, corridor, decision, at, attempt);
    const reviewers = which === Stage.review ? review.reviewers : null;
    if (day < 0 && reviewers !== 0) {
      return false;
    }
    const slot = resume(sim, person, corridor, from, attempt, passed);
    sim.state.caseSinceDay[slot] = since;
    if (reviewers === null) {
      scheduleCase(sim, slot, which, day);
    } else {
      enlist(sim, slot, Stage.reviewQueue, List.reviewQueue);
    }
    if (which === Stage.review && reviewers === null) {
      sim.state.busyReviewers[corridor]!++;
    }
    return true;
  };
  const chance = (decision: number): number => {
    drawForPerson(sim, person, corridor, decision, attempt);
    return sim.cell[0]!;
  };
  if (
    stage(Stage.package, Decision.packageDelay, tables.packageDelayAt) ||
    stage(Stage.review, Decision.reviewService, serviceAt(sim, person, corridor, day))
  ) {
    return Outcome.settled;
  }
  const approval = rulingRule(sim, person, corridor, tables.approvalRules, Decision.approvalRule, day);
  const approved = tables.approvalRules[approval]?.rule.probability ?? review.approvalProbability;
  if (chance(Decision.approval) >= approved) {
    return Outcome.refused;
  }
  passed.push(Funnel.approved);
  if (stage(Stage.receiving, Decision.receivingDelay, tables.receivingDelayAt)) {
    return Outcome.settled;
  }
  const acceptance = rulingRule(sim, person, corridor, tables.acceptanceRules, Decision.acceptanceRule, day);
  const accepted = tables.acceptanceRules[acceptance]?.rule.probability ?? receiving.acceptanceProbability;
  if (chance(Decision.acceptance) >= accepted) {
    return Outcome.settled;
  }
  passed.push(Funnel.accepted);
  if (stage(Stage.consent, Decision.consentDelay, tables.consentDelayAt)) {
    return Outcome.settled;
  }
  if (chance(Decision.withdrawal) < consent.withdrawalProbability) {
    return Outcome.settled;
  }
  if (tables.escortAt >= 0) {
    return stage(Stage.escort, Decision.escortDelay, tables.escortAt) ? Outcome.settled : Outcome.handedOver;
  }
  if (day < lastHandover(sim, corridor)) {
    return Outcome.handedOver;
  }
  makeReady(sim, resume(sim, person, corridor, from, attempt, passed), day);
  return Outcome.settled;
}

/** Lets a case wait for a handover since a day. */
function makeReady(sim: Simulation, slot: number, since: number): void {
  sim.state.caseSinceDay[slot] = since;
  enlist(sim, slot, Stage.ready, List.ready);
}

/** Day of the next request after a refusal, or Infinity; leaves the number of the attempt in `cell[1]`. */
function refusedUntil(
  sim: Simulation,
  person: number,
  corridor: number,
  from: number,
  attempt: number,
): number {
  const tables = sim.tables.corridors[corridor]!;
  const { review, eligibility } = tables.values;
  const packaged = from + delay(sim, person, corridor, Decision.packageDelay, tables.packageDelayAt, attempt);
  const at = serviceAt(sim, person, corridor, packaged);
  const refused = packaged + delay(sim, person, corridor, Decision.reviewService, at, attempt);
  const again = refused + (review.reapplyAfterDays ?? Infinity);
  sim.cell[1] = attempt + 1;
  return releaseDay(sim, person) - again >= eligibility.minimumLeftDays ? again : Infinity;
}

/** Opens the case, and counts its request and the decisions passed on day 0. */
function resume(
  sim: Simulation,
  person: number,
  corridor: number,
  from: number,
  attempt: number,
  passed: readonly number[],
): number {
  const slot = openCase(sim, person, corridor);
  sim.state.caseRequestedDay[slot] = from;
  sim.state.caseAttempt[slot] = attempt;
  sim.countFunnel(corridor, Funnel.requests);
  for (const count of passed) {
    sim.countFunnel(corridor, count);
  }
  return slot;
}

function delay(
  sim: Simulation,
  person: number,
  corridor: number,
  decision: number,
  at: number,
  attempt: number,
): number {
  drawForPerson(sim, person, corridor, decision, attempt);
  sampleInPlace(sim.tables.table, at, sim.cell);
  return sim.cell[0]!;
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
