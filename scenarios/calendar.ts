const DAYS_PER_ERA = 146_097;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days from 1970-01-01 to a civil date (proleptic Gregorian calendar), with years starting in March. */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - 719_468;
}

function civilFromDays(days: number): readonly [year: number, month: number, day: number] {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return [year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1];
}

/**
 * Days from 1970-01-01 to an ISO date, or null when the text is no date of the calendar.
 *
 * @param iso `YYYY-MM-DD`; 29 February only in leap years
 * @returns whole days, negative before 1970; null for any other text
 * @example
 * epochDay("1970-01-02"); // => 1
 */
export function epochDay(iso: string): number | null {
  const match = DATE.exec(iso);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const days = daysFromCivil(year, month, day);
  const [sameYear, sameMonth, sameDay] = civilFromDays(days);
  return sameYear === year && sameMonth === month && sameDay === day ? days : null;
}

function requireEpochDay(iso: string): number {
  const day = epochDay(iso);
  if (day === null) throw new RangeError(`a date must be YYYY-MM-DD, got ${JSON.stringify(iso)}`);
  return day;
}

/**
 * Day number of a date, counted from the scenario's start date.
 *
 * @param iso date, `YYYY-MM-DD`
 * @param startIso date of day 0, `YYYY-MM-DD`
 * @returns whole days; negative before the start
 * @throws {RangeError} if either text is no calendar date
 * @example
 * dayNumber("2025-01-01", "2024-10-31"); // => 62
 */
export function dayNumber(iso: string, startIso: string): number {
  return requireEpochDay(iso) - requireEpochDay(startIso);
}

/**
 * ISO date of a day number; a fraction of a day belongs to the date on which it falls.
 *
 * @param day days since the scenario's start date
 * @param startIso date of day 0, `YYYY-MM-DD`
 * @returns `YYYY-MM-DD`
 * @throws {RangeError} if `startIso` is no calendar date
 * @example
 * isoDate(62, "2024-10-31"); // => "2025-01-01"
 */
export function isoDate(day: number, startIso: string): string {
  const [year, month, dayOfMonth] = civilFromDays(requireEpochDay(startIso) + Math.floor(day));
  const pad = (value: number, digits: number): string => String(value).padStart(digits, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
}

/**
 * Day numbers of the first of every month from the start to `horizonDays`, both included.
 *
 * @param startIso date of day 0, `YYYY-MM-DD`
 * @param horizonDays last day (days since the start)
 * @returns ascending; day 0 is in it when the scenario starts on the first of a month
 * @example
 * monthStartDays("2024-10-31", 62); // => [1, 31, 62]
 */
export function monthStartDays(startIso: string, horizonDays: number): number[] {
  const start = requireEpochDay(startIso);
  const [firstYear, firstMonth] = civilFromDays(start);
  const days: number[] = [];
  for (let index = firstYear * 12 + firstMonth - 1; ; index += 1) {
    const day = daysFromCivil(Math.floor(index / 12), (index % 12) + 1, 1) - start;
    if (day > horizonDays) return days;
    if (day >= 0) days.push(day);
  }
}

/**
 * Day numbers of 1 January of every year that the run touches.
 *
 * @param startIso date of day 0, `YYYY-MM-DD`
 * @param horizonDays last day (days since the start)
 * @returns ascending; the first belongs to the start's own year and is 0 or negative
 * @example
 * yearStartDays("2024-10-31", 100); // => [-304, 62]
 */
export function yearStartDays(startIso: string, horizonDays: number): number[] {
  const start = requireEpochDay(startIso);
  const days: number[] = [];
  for (let year = civilFromDays(start)[0]; ; year += 1) {
    const day = daysFromCivil(year, 1, 1) - start;
    if (day > horizonDays) return days;
    days.push(day);
  }
}
