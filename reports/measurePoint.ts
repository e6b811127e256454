import { epochDay } from "../scenarios/calendar.ts";
import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import { findMeasure, type Measure } from "./measures.ts";
import { gridDate, gridIndexOf, type Point } from "./selection.ts";

/**
 * Reads a measure at a point as a user writes it: `<measure>`, `<measure>@<date>` or `<measure>@horizon`. Without
 * a date a measure that is read at dates is taken on the last sampling date.
 *
 * @param text a name or synonym, and a sampling date of the scenario
 * @throws {RangeError} if the measure or the date is unknown, or the measure is not read there
 * @example
 * parseMeasurePoint(scenario, "mx.federal.occupancy@2030-01-01").when; // => { at: "2030-01-01" }
 */
export function parseMeasurePoint(scenario: CompiledScenario, text: string): Point {
  const [name = "", date, ...rest] = text.trim().split("@");
  if (rest.length > 0 || date === "") {
    throw new RangeError(`a measure at a date is written <measure>@<date>, got "${text}"`);
  }
  return pointAt(scenario, findMeasure(scenario, name), date ?? null);
}

/**
 * A measure at a date.
 *
 * @param date ISO date, "horizon", or null for the last sampling date (over the run, for a measure of the run)
 * @throws {RangeError} if the date is no sampling date of the scenario, or the measure is not read there
 */
export function pointAt(scenario: CompiledScenario, measure: Measure, date: string | null): Point {
  const { startDate, endDate, parameters } = scenario;
  if (measure.reading === "horizon") {
    if (date === null || date === "horizon") {
      return { measure, at: "horizon", when: { window: [startDate, endDate] } };
    }
    throw new RangeError(`"${measure.name}" is read over the whole run, not at a date: leave out "${date}"`);
  }
  if (date === "horizon") {
    throw new RangeError(`"${measure.name}" is read at a date, not over the whole run`);
  }
  if (date !== null && epochDay(date) === null) {
    throw new RangeError(`a date must be written as 2030-01-31, got "${date}"`);
  }
  const at = date === null ? parameters.gridDays.length - 1 : gridIndexOf(scenario, date);
  return { measure, at, when: { at: gridDate(scenario, at) } };
}

/**
 * A point as it is written.
 *
 * @example
 * pointText({ measure: { name: "us.system.stock" }, when: { at: "2030-01-01" } }); // => "us.system.stock@2030-01-01"
 */
export function pointText({
  measure,
  when,
}: {
  measure: Pick<Measure, "name">;
  when: Point["when"];
}): string {
  return when.at === undefined ? measure.name : `${measure.name}@${when.at}`;
}
