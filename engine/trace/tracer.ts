import { Flag, type Population } from "../population.ts";
import { Stage } from "../processes/corridor/cases.ts";
import { earnedNow } from "../processes/newReductions.ts";
import { FUNNEL } from "../result.ts";
import type { Simulation } from "../simulation.ts";
import { Counter } from "../state.ts";
import { PersonSnapshot } from "./personSnapshot.ts";
import type { Happening, TraceEntry, TraceEvent, TraceExit, TracePlacing } from "./traceEvent.ts";

/** What kind of event has changed people; `regime` also stands for a dated change of capacity. */
export type Cause =
  | "start"
  | "own"
  | "admission"
  | "regime"
  | "balancing"
  | "handover"
  | "expulsion"
  | "return";

/** Whom to tell of. */
export type PersonFilter = (stream: string, index: number) => boolean;

/** Tells what each event of a simulation has changed for people, from their records before and after it. */
export class Tracer {
  private readonly sim: Simulation;
  private readonly onEvent: (event: TraceEvent) => void;
  private readonly filter: PersonFilter;
  private readonly before: PersonSnapshot;
  private readonly funnel: Int32Array;
  private readonly ineligible: Int32Array;

  constructor(sim: Simulation, onEvent: (event: TraceEvent) => void, filter: PersonFilter) {
    this.sim = sim;
    this.onEvent = onEvent;
    this.filter = filter;
    this.before = new PersonSnapshot(sim);
    this.funnel = new Int32Array(sim.funnel.length);
    this.ineligible = new Int32Array(sim.state.ineligible.length);
  }

  /** Compares everybody with how they were: first all who have left, then the others. */
  compareAll(cause: Cause): void {
    const used = this.sim.counters[Counter.personsUsed]!;
    for (let person = 0; person < used; person++) {
      this.compareGone(person, cause);
    }
    for (let person = 0; person < used; person++) {
      this.compareInside(person, cause);
    }
    this.keepCounts();
  }

  /** Compares the person whose event or admission it was: whatever a corridor has counted is of that person. */
  compareOwn(person: number, cause: Cause): void {
    this.tellSteps(person);
    this.compare(person, cause);
    this.keepCounts();
  }

  /** Compares everybody after a person was escorted away alone: the steps of that person, then exit and arrival. */
  compareEscorted(person: number): void {
    this.tellSteps(person);
    this.compareAll("handover");
  }

  private keepCounts(): void {
    this.funnel.set(this.sim.funnel);
    this.ineligible.set(this.sim.state.ineligible);
  }

  /** Compares one person with how the person was. */
  compare(person: number, cause: Cause): void {
    this.compareGone(person, cause);
    this.compareInside(person, cause);
  }

  /** Keeps how a person is who is told of. */
  private compareGone(person: number, cause: Cause): void {
    const { before } = this;
    if (this.toldBefore(person) && !before.isStillThere(person)) {
      this.tellExit(person, cause);
      before.forget(person);
    }
  }

  private compareInside(person: number, cause: Cause): void {
    const { before, sim } = this;
    if (sim.people.has(person, Flag.gone) || !this.tellsOf(sim.people, person)) {
      return;
    }
    if (!before.isInside(person)) {
      this.tellEntry(person, cause);
    } else if (!before.isSame(person)) {
      this.tellChanges(person, cause);
    }
    before.take(person);
  }

  private toldBefore(person: number): boolean {
    return this.before.isInside(person) && this.tellsOf(this.before, person);
  }

  private tellsOf(people: PersonSnapshot | Population, person: number): boolean {
    const { streams } = this.sim.model.parameters;
    return this.filter(streams[people.stream(person)]!.id, people.index(person));
  }

  private tellSteps(person: number): void {
    const { funnel, sim } = this;
    if (this.toldBefore(person)) {
      funnel.forEach((count, at) => {
        const step = FUNNEL[at % FUNNEL.length]!;
        // A handover is told with the exit.
        if (sim.funnel[at]! > count && step !== "handedOver") {
          const corridor = Math.floor(at / FUNNEL.length);
          const reasons = step === "ineligible" ? this.failures(corridor) : [];
          this.tell(this.before, person, { kind: "corridor", corridor, step, reasons });
        }
      });
    }
  }

  /** Rules of a corridor that a request has just failed. */
  private failures(corridor: number): string[] {
    const { model, state } = this.sim;
    const first = model.reasonsAt[corridor]!;
    return model.reasons[corridor]!.filter(
      (_, i) => state.ineligible[first + i]! > this.ineligible[first + i]!,
    );
  }

  private tellExit(person: number, cause: Cause): void {
    const { before, sim } = this;
    const corridor = before.corridor(person);
    if (cause === "handover") {
      this.tell(before, person, { kind: "corridor", corridor, step: "handedOver", reasons: [] });
    } else if (cause === "expulsion" && isWaiting(before.stage(person))) {
      this.tell(before, person, { kind: "corridor", corridor, step: "releasedWaiting", reasons: [] });
    }
    const others: Partial<Record<Cause, TraceExit["reason"]>> = {
      handover: "handover",
      expulsion: "expulsion",
    };
    this.tell(before, person, {
      kind: "left",
      reason: others[cause] ?? (before.has(person, Flag.dies) ? "death" : "release"),
      daysInside: sim.clock[0]! - before.enteredDay(person),
      waitingForPlacement: before.has(person, Flag.waiting),
    });
  }

  private tellEntry(person: number, cause: Cause): void {
    const { people, state, clock } = this.sim;
    const others: Partial<Record<Cause, TraceEntry["by"]>> = {
      start: "start",
      handover: "handover",
      expulsion: "expulsion",
      return: "return",
    };
    this.tell(people, person, {
      kind: "entered",
      by: others[cause] ?? "admission",
      enteredDay: people.enteredDay(person),
      sentenceDays: finite(people.imposedDays(person)),
      lifeTerm: people.has(person, Flag.life),
      releaseDay: this.before.releaseNow(person),
      ageDays: finite(clock[0]! - people.birthDay(person)),
      reductions: this.reductions(person),
    });
    const slot = people.caseOf(person);
    if (cause === "start" && slot >= 0) {
      for (const step of stepsBefore(state.caseStage[slot]!)) {
        this.tell(people, person, {
          kind: "corridor",
          corridor: state.caseCorridor[slot]!,
          step,
          reasons: [],
        });
      }
    }
  }

  private tellChanges(person: number, cause: Cause): void {
    const { before, sim } = this;
    const { people } = sim;
    if (cause === "handover" && before.stage(person) === Stage.ready && people.caseOf(person) < 0) {
      this.tell(before, person, {
        kind: "corridor",
        corridor: before.corridor(person),
        step: "lapsed",
        reasons: [],
      });
    }
    if (
      before.facility(person) !== people.facility(person) ||
      before.group(person) !== people.group(person)
    ) {
      this.tell(people, person, {
        kind: "placed",
        reason: this.reasonOfPlacing(person, cause),
        fromFacility: before.facility(person),
        fromLevel: sim.model.groupLevel[before.group(person)]!,
      });
    }
    if (this.gained(person, Flag.waiting)) {
      this.tell(people, person, { kind: "heldInside", reason: "waitingForPlacement" });
    }
    const detained = before.has(person, Flag.finalPlaced) && people.has(person, Flag.detainer);
    if (detained && !people.has(person, Flag.finalPlaced | Flag.finalBegun)) {
      this.tell(people, person, { kind: "heldInside", reason: "detainer" });
    }
    const releaseDay = before.releaseNow(person);
    if (releaseDay !== before.releaseDay(person)) {
      this.tell(people, person, { kind: "newRelease", releaseDay, reductions: this.reductions(person) });
    }
  }

  private reasonOfPlacing(person: number, cause: Cause): TracePlacing["reason"] {
    if (this.gained(person, Flag.finalBegun)) {
      return "finalPlacement";
    }
    if (cause === "regime") {
      return "closure";
    }
    if (cause === "balancing") {
      return "balancing";
    }
    if (this.before.has(person, Flag.transferred)) {
      return "homeMove";
    }
    if (this.waitsForHandover(person) && this.before.group(person) === this.sim.people.group(person)) {
      return "staging";
    }
    return this.before.group(person) === this.sim.people.group(person) ? "move" : "reclassification";
  }

  /** Whether all have agreed to a person's transfer since the last event. */
  private waitsForHandover(person: number): boolean {
    const { people, state } = this.sim;
    const slot = people.caseOf(person);
    const waits = (stage: number): boolean => stage === Stage.ready || stage === Stage.escort;
    return slot >= 0 && waits(state.caseStage[slot]!) && !waits(this.before.stage(person));
  }

  private gained(person: number, flag: number): boolean {
    return !this.before.has(person, flag) && this.sim.people.has(person, flag);
  }

  /** Ids of the reductions that a person earns under the regime in force. */
  private reductions(person: number): string[] {
    const { people, tables } = this.sim;
    const { reductions } = tables.regime.streams[people.stream(person)]!.timeToServe;
    const servesHere = Number.isFinite(people.imposedDays(person)) && !people.has(person, Flag.transferred);
    if (reductions.length === 0 || !servesHere) {
      return [];
    }
    const earned = earnedNow(this.sim, person);
    return reductions.flatMap(({ id }, i) => ((earned & (1 << i)) === 0 ? [] : [id]));
  }

  /** Tells of a person where the person is, or was. */
  private tell(people: PersonSnapshot | Population, person: number, happening: Happening): void {
    const { model, clock } = this.sim;
    this.onEvent({
      day: clock[0]!,
      stream: model.parameters.streams[people.stream(person)]!.id,
      index: people.index(person),
      facility: people.facility(person),
      level: model.groupLevel[people.group(person)]!,
      ...happening,
    });
  }
}

function finite(days: number): number | null {
  return Number.isFinite(days) ? days : null;
}

/** Whether a request is under way at a stage. */
function isWaiting(stage: number): boolean {
  return stage >= Stage.package && stage !== Stage.reapply;
}

/** What a corridor has counted of a case that stands at a stage. */
function stepsBefore(stage: number): ("requests" | "approved" | "accepted")[] {
  if (!isWaiting(stage)) {
    return [];
  }
  if (stage < Stage.receiving) {
    return ["requests"];
  }
  return stage < Stage.consent ? ["requests", "approved"] : ["requests", "approved", "accepted"];
}
