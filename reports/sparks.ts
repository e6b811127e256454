import { type Analysis, sidesOf, titleOf } from "./analyse.ts";
import { en, type ReportText } from "./text/en.ts";

const BARS = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/**
 * A line of bars, from `low` to `high`; of more values than bars each bar is the mean of its neighbours.
 *
 * @param width most bars
 * @example
 * sparkline([0, 1, 2], 0, 2, 10); // => "▁▅█"
 */
export function sparkline(values: readonly number[], low: number, high: number, width: number): string {
  const count = Math.min(values.length, width);
  const bars = Array.from({ length: count }, (_, i) => {
    const part = values.slice(
      Math.floor((i * values.length) / count),
      Math.floor(((i + 1) * values.length) / count),
    );
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    const share = high > low ? (mean - low) / (high - low) : 0.5;
    return BARS[Math.min(BARS.length - 1, Math.max(0, Math.round(share * (BARS.length - 1))))]!;
  });
  return bars.join("");
}

/**
 * Mean occupancy of the sending system over the run, a line of bars for each scenario on one common scale, with first
 * and last value. Empty where the system has no occupancy.
 *
 * @param width of the terminal, in characters
 */
export function occupancySparks(analysis: Analysis, width: number, text: ReportText = en): string[] {
  const { runs, index } = analysis;
  const system = sidesOf(runs[0].scenario).sending;
  const series = runs.map(({ scenario }) => ({
    id: scenario.id,
    values: index.series(scenario.id, `${system}.system.occupancy`).map(({ mean }) => mean),
  }));
  const all = series.flatMap(({ values }) => values);
  if (all.length === 0) return [];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const longest = Math.min(24, Math.max(...series.map(({ id }) => id.length)));
  const heading = text.ci.occupancyOf(titleOf(runs[0].scenario.systems, system));
  const lines = series.map(({ id, values }) => {
    const name = id.length > longest ? `${id.slice(0, longest - 1)}…` : id.padEnd(longest);
    const ends = [values[0]!, values.at(-1)!].map((value) => text.format.value(value, "ratio"));
    const bars = sparkline(values, low, high, Math.max(8, Math.min(60, width - longest - 22)));
    return `${name}  ${ends[0]} ${bars} ${ends[1]}`;
  });
  return [heading, ...lines];
}
