import type { ForecastMethod, SkillBar } from "../../skill/skillRecord.ts";
import { number, percent, quoted } from "./format.ts";

export const METHODS: Readonly<Record<ForecastMethod, string>> = {
  model: "this model",
  naive: "naive: the last value",
  drift: "drift: the last change goes on",
  ets: "ETS: exponential smoothing",
  combination: "mean of the four",
};

/** A ratio in per cent with the digits of the record. */
export function ratio(value: number, decimals = 1): string {
  return `${number(100 * value, decimals)} %`;
}

/**
 * A bar that was set beforehand and what came of it.
 *
 * @param ours mean absolute error of the model at one year, without the shock
 */
export function bar({ id, reached, holds }: SkillBar, ours: number): string {
  const verdict = holds ? "holds" : "missed";
  switch (id) {
    case "oneYear":
      return `12 months, mean absolute error without the shock at most 1.4 %: ${verdict} (${ratio(reached, 2)}).`;
    case "better":
      return `12 months, better than naive, drift and ETS: ${verdict} (${ratio(ours, 2)} against ${ratio(reached, 2)} for the best of them).`;
    case "twoYears":
      return `24 months, mean absolute error without the shock at most 3.5 %: ${verdict} (${ratio(reached, 2)}).`;
    case "coverage":
      return `5 years, 90 % interval holds 80 to 97 % of what came: ${verdict} (${ratio(reached, 0)}).`;
    case "crowding":
      return `4 years, crowding within 10 points without the shock: ${verdict} (up to ${number(100 * reached, 1)} points off).`;
  }
}

/** What was scored, and what was not. */
export function scored(first: number, last: number): string {
  return (
    `Scored are forecasts of the national total of people in US federal prisons, from the year ends ${first} to ${last}. The ` +
    "same engine made them, but from a coarser model than this run's: one place, and nobody told apart by institution, level, " +
    "offence or citizenship; admissions followed their last trend. They are no record of single institutions or levels, of transfers or of Mexico."
  );
}

export const notScored =
  "The scenario of this run is not built on the shipped US system: the record says nothing about its numbers.";

export const question = "How far off were forecasts, by years ahead?";
export const panels = { withShock: "all forecasts", withoutShock: "without targets of 2020 and 2021" };
export const methodTitle = "forecast";
export const yearsTitle = "years ahead";
export const errorTitle = "mean absolute error";

/** The errors at the shortest and the longest horizon, without and with the shock. */
export function summary(
  rows: readonly {
    readonly years: number;
    readonly without: number;
    readonly with: number;
    readonly best: number;
  }[],
): string {
  return rows
    .map(
      ({ years, without, with: all, best }) =>
        `${years === 1 ? "1 year" : `${years} years`} ahead the model was off by ${ratio(without)} on average without the shock ` +
        `and by ${ratio(all)} with it; the best of naive, drift and ETS without it by ${ratio(best)}.`,
    )
    .join(" ");
}

export const chartNote =
  "Mean absolute error as a share of what came; the shock: targets at the ends of 2020 and 2021. Forecasts from " +
  "neighbouring years overlap and are not independent.";

export const columns = [
  "Years ahead",
  "Forecast",
  "Number",
  "Mean absolute error",
  "without the shock",
  "Mean error",
  "In the 50 % interval",
  "In the 80 % interval",
  "In the 90 % interval",
  "In the 90 % interval, without the shock",
];

/** Caption of the table of the run's own total. */
export function totalTitle(base: string): string {
  return `The US total under ${quoted(base)} with the model’s own past error`;
}

export const totalColumns = [
  "Measure",
  "On",
  "Mean",
  "90 % of outcomes",
  "Past error, root mean square",
  "90 % interval with the past error",
];

/** How the past error was added. */
export function totalNote(level: number): string {
  return (
    `Past error: that of the record so many years ahead, with the shock; straight lines between the years that were scored, and ` +
    `nothing known beyond. The last column adds it to the ${percent(level)} band of outcomes as an independent error. Past errors ` +
    "hold chance too, so this counts it twice and is wide rather than narrow. It stands apart: no other interval of this " +
    "report holds it."
  );
}

export const full = "Every origin, method and choice: docs/validation.md.";
