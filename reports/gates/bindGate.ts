import { type ReplicationResult, THRESHOLDS } from "../../engine/result.ts";
import { dayNumber, epochDay } from "../../scenarios/calendar.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { pointAt } from "../measurePoint.ts";
import { findMeasure, type Measure, measureReader, nearestMeasures, pairReader } from "../measures.ts";
import type { Point } from "../selection.ts";
import { isProportion } from "../text/format.ts";
import { type Gate, GateError, type Limit, meets, type Word } from "./gate.ts";

/** Occupancies above this are mistakes: per cent without its sign. */
const LARGEST_RATIO = 10;

/** Reads one replication; NaN = not defined there. */
type Read = (result: ReplicationResult) => number;

/** A gate and what it needs of a scenario's results. */
export interface BoundGate {
  readonly gate: Gate;
  readonly measure: Measure;
  /** Unit of what is judged: the measure's, or "probability". */
  readonly unit: string;
  /** In that unit. */
  readonly limit: number;
  /** When it is read: a date, the dates up to one, or the run. */
  readonly when: Point["when"];
  /** Value of a replication: the measure, or 1 where the event happens and 0 where it does not. */
  readonly read: Read;
  /**
   * For a difference that cannot be read of each scenario alone: how a pair is read, by the scenario compared.
   * Left out for all others.
   */
  readonly between?: NonNullable<ReturnType<typeof pairReader>>;
  /** How an event is looked for, where that is not exact; empty elsewhere. */
  readonly note: string;
}

/**
 * Finds what a gate speaks of in a scenario.
 *
 * @throws {GateError} if the measure or the date is unknown, or a limit is not in the measure's unit
 */
export function bindGate(gate: Gate, scenario: CompiledScenario): BoundGate {
  const measure = measureOf(gate, scenario);
  const between = pairReader(scenario, measure.name);
  if (between !== undefined && gate.kind !== "difference") {
    const hint = `difference(${measure.name}) can be judged where scenarios are compared`;
    throw problem(gate, gate.measure, `"${measure.name}" is a difference from a base by itself`, hint);
  }
  const unit = gate.kind === "probability" ? "probability" : measure.unit;
  const limit = limitIn(gate, gate.limit, unit);
  const bound = { gate, measure, unit, limit };
  if (gate.kind === "probability") return { ...bound, ...eventOf(gate, scenario, measure) };
  const point = pointOf(gate, scenario, measure);
  const read = measureReader(scenario, measure.name, point.at);
  return { ...bound, when: point.when, read, ...(between && { between }), note: "" };
}

function measureOf(gate: Gate, scenario: CompiledScenario): Measure {
  const { text } = gate.measure;
  try {
    return findMeasure(scenario, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const near = nearestMeasures(scenario, text).join(", ");
    throw problem(gate, gate.measure, `"${scenario.id}" has no measure "${text}"`, `nearest: ${near}`);
  }
}

function pointOf(gate: Gate, scenario: CompiledScenario, measure: Measure): Point {
  const { date } = gate.moment;
  try {
    return pointAt(scenario, measure, date?.text ?? null);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw problem(gate, date ?? gate.measure, error.message);
  }
}

/** How an event is read: on a date, or at any time up to one. */
function eventOf(
  gate: Extract<Gate, { kind: "probability" }>,
  scenario: CompiledScenario,
  measure: Measure,
): Pick<BoundGate, "when" | "read" | "note"> {
  const { comparison, limit } = gate.event;
  const threshold = limitIn(gate, limit, measure.unit);
  const happens = (value: number): number =>
    Number.isNaN(value) ? value : Number(meets(value, comparison, threshold));
  if (gate.moment.kind === "at") {
    requireMoment(gate, measure);
    const point = pointOf(gate, scenario, measure);
    const read = measureReader(scenario, measure.name, point.at);
    return { when: point.when, read: (result) => happens(read(result)), note: "" };
  }
  const date = gate.moment.date!;
  if (measure.reading === "horizon") {
    throw problem(gate, date, `"${measure.name}" is read over the whole run: leave out "by:"`);
  }
  const day = dayBy(gate, date, scenario);
  const when = { window: [scenario.startDate, date.text] } as const;
  const exact = comparison === ">" ? firstAbove(scenario, measure, threshold, day) : null;
  if (exact !== null) return { when, read: exact, note: "" };
  const grid = [...scenario.parameters.gridDays.keys()].filter(
    (i) => scenario.parameters.gridDays[i]! <= day,
  );
  if (grid.length === 0) throw problem(gate, date, `there is no sampling date up to ${date.text}`);
  const reads = grid.map((at) => measureReader(scenario, measure.name, at));
  const read: Read = (result) => {
    const values = reads.map((readAt) => happens(readAt(result)));
    return values.every(Number.isNaN) ? Number.NaN : Number(values.includes(1));
  };
  return {
    when,
    read,
    note: `looked for on ${grid.length} sampling ${grid.length === 1 ? "date" : "dates"}`,
  };
}

/** Without a date it is not known whether the end or any time is meant. */
function requireMoment(gate: Gate, measure: Measure): void {
  if (gate.moment.date !== null || measure.reading === "horizon") return;
  const hint = "at: <date> reads on that date, by: <date> at any time up to it";
  throw problem(gate, gate.measure, "a probability needs a date", hint);
}

/** Day number of a date within the run. */
function dayBy(gate: Gate, date: Word, { startDate, endDate }: CompiledScenario): number {
  if (epochDay(date.text) === null) {
    throw problem(gate, date, `a date must be written as 2030-01-31, got "${date.text}"`);
  }
  if (date.text <= startDate || date.text > endDate) {
    throw problem(gate, date, `"by:" needs a date after ${startDate} and up to ${endDate}, got ${date.text}`);
  }
  return dayNumber(date.text, startDate);
}

/** Exact for institutions at the thresholds that the engine watches; null elsewhere. */
function firstAbove(
  { parameters }: CompiledScenario,
  { scope, quantity }: Measure,
  threshold: number,
  day: number,
): Read | null {
  const k = THRESHOLDS.findIndex((watched) => Math.abs(watched - threshold) < 1e-9);
  if (quantity !== "occupancy" || scope.kind !== "facility" || k < 0) return null;
  const institution = parameters.institutions.findIndex(
    ({ id, system }) => id === scope.id && parameters.systems[system]!.id === scope.system,
  );
  const cell = institution * THRESHOLDS.length + k;
  return ({ firstAboveDay }) => Number(firstAboveDay[cell]! < day || firstAboveDay[cell] === 0);
}

/** A limit as a number of the unit. */
function limitIn(gate: Gate, { number, unit: written, column }: Limit, unit: string): number {
  const at = { text: "", column };
  const percent = written === "%";
  if (percent && isProportion(unit)) return number / 100;
  if (percent || (written !== "" && written !== unit)) {
    throw problem(gate, at, `the limit is in ${unit}, got "${number} ${written}"`);
  }
  if (isProportion(unit)) {
    const largest = unit === "ratio" ? LARGEST_RATIO : 1;
    if (Math.abs(number) > largest) {
      throw problem(gate, at, `${number} is ${number * 100} %`, `did you mean "${number} %"?`);
    }
  }
  return number;
}

function problem(gate: Gate, { column }: Word, message: string, hint: string | null = null): GateError {
  return new GateError(gate.text, column, message, hint);
}
