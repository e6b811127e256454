import { dayNumber, epochDay, isoDate, monthStartDays, yearStartDays } from "./calendar.ts";
import { type LoadContext, report } from "./context.ts";
import type { Located } from "./origins.ts";
import { type Path, pathInWords } from "./raw.ts";
import { type Timing, timingSchema } from "./schema/file.ts";
import { checkSchema } from "./validate.ts";

const MOST_DAYS = 366 * 200;
const MOST_GRID_DAYS = 100_000;

/** Start, end and grid of a run. */
export interface Period {
  readonly startDate: string;
  readonly endDate: string;
  readonly horizonDays: number;
  readonly gridDays: readonly number[];
  readonly yearStartDays: readonly number[];
  /** File that sets the horizon. */
  readonly horizonFile: string;
}

/**
 * Reads start, horizon and grid of the merged scenario. A horizon given as a duration is cut to whole days.
 *
 * @returns null if one of them is wrong; the problem is reported
 */
export function periodOf(context: LoadContext, root: Located): Period | null {
  const timing = checkSchema(context, root, timingSchema);
  if (timing === null) return null;
  const { start, horizon, grid } = timing;
  const horizonDays = "days" in horizon ? Math.floor(horizon.days) : dayNumber(horizon.date, start);
  if (horizonDays < 1 || horizonDays > MOST_DAYS) {
    const expected = `a last day at least one day and at most 200 years after ${start}`;
    report(context, root, ["horizon"], { expected });
    return null;
  }
  const gridDays = daysOfGrid(grid, start, horizonDays);
  if (gridDays === null) {
    report(context, root, ["grid"], { expected: `a grid of at most ${MOST_GRID_DAYS} days` });
    return null;
  }
  return {
    startDate: start,
    endDate: isoDate(horizonDays, start),
    horizonDays,
    gridDays,
    yearStartDays: yearStartDays(start, horizonDays),
    horizonFile: context.origins.child(root, "horizon")?.origin.source.file ?? "",
  };
}

/** ISO date of a day of the run. */
export function dateOf({ startDate }: Period, day: number): string {
  return isoDate(day, startDate);
}

/** Days of the grid; the last day of the run is always one of them. */
function daysOfGrid(grid: Timing["grid"], start: string, horizonDays: number): number[] | null {
  const days =
    typeof grid === "object" ? multiples(grid.days, horizonDays) : calendarDays(grid, start, horizonDays);
  if (days !== null && days.at(-1) !== horizonDays) days.push(horizonDays);
  return days;
}

function calendarDays(grid: "month" | "year", start: string, horizonDays: number): number[] {
  if (grid === "month") return monthStartDays(start, horizonDays);
  return yearStartDays(start, horizonDays).filter((day) => day >= 0);
}

function multiples(step: number, horizonDays: number): number[] | null {
  const steps = Math.floor(horizonDays / step);
  if (steps > MOST_GRID_DAYS) return null;
  return Array.from({ length: steps }, (_, index) => (index + 1) * step);
}

/**
 * Day number of a date that must lie within the run. A date after an end that another file or `--set` has
 * brought forward only earns a warning.
 *
 * @returns null if the date is to be left out
 */
export function dayWithin(context: LoadContext, period: Period, root: Located, path: Path): number | null {
  const { at, depth } = context.origins.deepest(root, path);
  if (depth < path.length || typeof at.value !== "string" || epochDay(at.value) === null) return null;
  const day = dayNumber(at.value, period.startDate);
  if (day >= 0 && day < period.horizonDays) return day;
  if (day >= period.horizonDays && at.origin.source.file !== period.horizonFile) {
    const what = `${pathInWords(root.value, path)} ${at.value}`;
    context.warnings.add(`${what} is left out: the run ends on ${period.endDate}`);
    return null;
  }
  const last = isoDate(period.horizonDays - 1, period.startDate);
  report(context, root, path, { expected: `a date within the horizon, ${period.startDate} to ${last}` });
  return null;
}
