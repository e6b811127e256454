import { isoDate } from "../scenarios/calendar.ts";
import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import type { MeasureScope } from "./measures/measure.ts";
import { type At, findMeasure, type Measure, measuresOf } from "./measures.ts";
import type { When } from "./rows.ts";

/** Which measures to summarise, at which dates. What is left out has its default. */
export interface Selection {
  /** Names or synonyms; by default every measure of the scenario. */
  readonly measures?: readonly string[];
  /**
   * ISO dates of the grid. By default every grid date; for institutions and streams (there are many) the first
   * grid date of each year and the last one.
   */
  readonly dates?: readonly string[];
  /** Confidence level of intervals; 0.95 by default. */
  readonly level?: number;
}

/** Scopes of which a scenario has so many that they are read once a year. */
const MANY: readonly MeasureScope["kind"][] = ["facility", "stream"];

/** A measure at a point, to be read. */
export interface Point {
  readonly measure: Measure;
  readonly at: At;
  readonly when: When;
}

/**
 * The points that a selection asks for: each measure at its dates, or once over the run.
 *
 * @throws {RangeError} if a name is unknown or a date is not on the grid
 * @example
 * pointsOf(scenario, { measures: ["us.system.stock"], dates: ["2027-01-01"] }).length; // => 1
 */
export function pointsOf(scenario: CompiledScenario, selection: Selection = {}): Point[] {
  const measures = selection.measures?.map((name) => findMeasure(scenario, name)) ?? measuresOf(scenario);
  const everyDate = scenario.parameters.gridDays.map((_, grid) => grid);
  const asked = selection.dates?.map((date) => gridIndexOf(scenario, date));
  const yearly = yearMarks(scenario);
  return measures.flatMap((measure): Point[] => {
    if (measure.reading === "horizon") {
      return [{ measure, at: "horizon", when: { window: [scenario.startDate, scenario.endDate] } }];
    }
    const grid = asked ?? (MANY.includes(measure.scope.kind) ? yearly : everyDate);
    return grid.map((at) => ({ measure, at, when: { at: gridDate(scenario, at) } }));
  });
}

/** ISO date of a point of the grid. */
export function gridDate(scenario: CompiledScenario, grid: number): string {
  return isoDate(scenario.parameters.gridDays[grid] as number, scenario.startDate);
}

/**
 * Point of the grid that falls on a date.
 *
 * @throws {RangeError} if none does
 */
export function gridIndexOf(scenario: CompiledScenario, date: string): number {
  const grid = scenario.parameters.gridDays.findIndex((_, i) => gridDate(scenario, i) === date);
  if (grid < 0) {
    const { gridDays } = scenario.parameters;
    const last = gridDate(scenario, gridDays.length - 1);
    throw new RangeError(
      `"${date}" is not a sampling date of "${scenario.id}" (${gridDays.length} dates from ${gridDate(scenario, 0)} to ${last})`,
    );
  }
  return grid;
}

/** First point of the grid in each calendar year, and the last of all. */
export function yearMarks(scenario: CompiledScenario): number[] {
  const { gridDays, yearStartDays } = scenario.parameters;
  const first = yearStartDays.map((start) => gridDays.findIndex((day) => day >= Math.max(start, 0)));
  const marks = new Set([...first.filter((grid) => grid >= 0), gridDays.length - 1]);
  return [...marks].sort((a, b) => a - b);
}
