import type { Circumstances } from "../../bench/results.ts";
import type { Spread } from "../../bench/spread.ts";
import { number } from "../../reports/text/en/format.ts";

/**
 * A number to two significant digits, whole from 100 on.
 *
 * @example
 * short(0.12345); // => "0.12"
 */
export function short(value: number): string {
  if (Math.abs(value) >= 100) return number(value, 0);
  return String(Number(value.toPrecision(2)));
}

/** Median, and in brackets the least and the largest value. */
export function spreadText({ median, least, most }: Spread, unit = 1): string {
  return `${short(median / unit)} (${short(least / unit)}–${short(most / unit)})`;
}

/** The other way round: b over a, from a over b. */
export function inverse({ median, least, most }: Spread): Spread {
  return { median: 1 / median, least: 1 / most, most: 1 / least };
}

/** Whether other work was running, as far as the load tells. */
export function wasBusy({ loadBefore }: Circumstances): boolean {
  return loadBefore >= 1.5;
}

/** When and where something was measured, and whether something else was running. */
export function circumstancesSentence(circumstances: Circumstances): string {
  const { date, machine, node, loadBefore, quick } = circumstances;
  const load = wasBusy(circumstances)
    ? `**the machine was busy: load average ${loadBefore} before**`
    : `load average ${loadBefore} before`;
  return `Measured ${date} on ${machine}, Node ${node.replace(/^v/, "")}; ${load}.${quick ? " **A quick look: no basis for a claim.**" : ""}`;
}
