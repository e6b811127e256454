import { number, percent, probability, quoted, value } from "./format.ts";

/** Words of the occupancy fan. */
export const fan = {
  question: "How full do the prisons get?",
  yTitle: (capacity: string) => `Occupancy (% of ${capacity})`,
  bands: "dark band: 50 % of outcomes; light band: 90 % of outcomes; lines: medians",
  summary: (
    base: string,
    panels: readonly { title: string; start: number; end: number; low: number; high: number }[],
  ) =>
    `Occupancy over time under ${quoted(base)} with bands of outcomes, and the median of each other scenario. ${panels
      .map(
        ({ title, start, end, low, high }) =>
          `${title}: median ${value(start, "ratio")} at the start and ${value(end, "ratio")} at the end, 90 % of outcomes ${value(low, "ratio")} to ${value(high, "ratio")}.`,
      )
      .join(" ")}`,
  columns: ["Prisons", "Scenario", "Date", "Median", "90 % of outcomes, from", "to"],
};

/** Words of the heat map. */
export const heatMap = {
  question: (base: string, capacity: string) =>
    `Which institutions stand above their ${capacity}, and when (${quoted(base)})?`,
  legend: "Mean occupancy",
  bands: ["below 70 %", "70–100 %", "100–110 %", "110–130 %", "130–150 %", "above 150 %"],
  summary: (institutions: number, above100: number, above130: number, capacity: string) =>
    `Mean occupancy of ${number(institutions)} institutions by quarter. In the last quarter ${number(above100)} stand above 100 % of ${capacity} on average, ${number(above130)} of them above 130 %.`,
  columns: ["Institution", "Level", "First quarter", "Last quarter", "Highest quarter mean"],
};

/** An institution of the ranked list: chance above 130 % at the end with its bounds, and days above it. */
interface RankedName {
  readonly name: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly days: number;
}

/** Words of the ranked list. */
export const rank = {
  question: (date: string, capacity: string) =>
    `Which institutions are most likely above 130 % of ${capacity} on ${date}?`,
  probability: (date: string) => `Chance above 130 % on ${date}`,
  days: "Mean days above 130 % over the run",
  summary: (rows: readonly RankedName[], level: number, capacity: string) => {
    const likely = rows.filter(({ share }) => share > 0).slice(0, 3);
    const chances = likely.map(
      ({ name, share, low, high }) =>
        `${name}, ${probability(share)} (${percent(level)} Wilson interval ${probability(low)} to ${probability(high)})`,
    );
    const longest = rows.toSorted((a, b) => b.days - a.days).slice(0, 3);
    const durations = longest.map(({ name, days }) => `${name}, ${number(days)} days on average`);
    const end =
      likely.length === 0
        ? `No institution stands above 130 % of ${capacity} at the end in any replication.`
        : `Most likely above 130 % at the end: ${chances.join("; ")}.`;
    return rows.length === 0 ? end : `${end} Longest above 130 % over the run: ${durations.join("; ")}.`;
  },
  columns: (level: number) => [
    "Institution",
    "Chance above 130 % at the end",
    `${percent(level)} Wilson interval`,
    "Mean days above 130 %",
    `${percent(level)} interval of the mean, ±`,
  ],
};

/** Words of the transfers on both sides. */
export const sides = {
  question: "How many people move, and what changes on each side?",
  transfers: "People handed over since the start",
  stockChange: (place: string) => `${place}: people inside, change against the base`,
  ribbon: (level: number) => `band: ${percent(level)} confidence interval of the mean`,
  summary: (rows: readonly { scenario: string; transfers: string; sending: string; receiving: string }[]) =>
    rows
      .map(
        ({ scenario, transfers, sending, receiving }) =>
          `${quoted(scenario)}: ${transfers} people handed over by the end; sending side ${sending}, receiving side ${receiving}.`,
      )
      .join(" "),
  isBase: "base of the comparison",
  columns: ["Scenario", "People handed over by the end", "Sending side, change", "Receiving side, change"],
};

/** Words of the corridor funnel. */
export const funnel = {
  question: (corridor: string, date: string) =>
    `Where do the requests on ${quoted(corridor)} end, by ${date}?`,
  axis: "People since the start, mean over replications",
  summary: (rows: readonly { scenario: string; requests: string; transfers: string; waiting: string }[]) =>
    rows
      .map(
        ({ scenario, requests, transfers, waiting }) =>
          `${quoted(scenario)}: ${requests} requests, ${transfers} handed over, ${waiting} still waiting.`,
      )
      .join(" "),
  stage: "Stage or way out",
};

interface StartEndSummary {
  readonly count: number;
  readonly above100Start: number;
  readonly above100End: number;
  readonly highest: string;
  readonly occupancy: number;
  readonly capacity: string;
}

/** Words of start and end by place. */
export const startEnd = {
  tiles: (place: string, base: string) =>
    `${place}: how full is each state at the start and at the end (${quoted(base)})?`,
  bars: (place: string, level: string, base: string) =>
    `${place}: how full are the ${level} prisons at the start and at the end (${quoted(base)})?`,
  start: (date: string) => `Start, ${date}`,
  end: (date: string) => `End, ${date}`,
  axis: (capacity: string) => `Occupancy (% of ${capacity})`,
  summary: ({ count, above100Start, above100End, highest, occupancy, capacity }: StartEndSummary) =>
    `${number(count)} places. Above 100 % of ${capacity}: ${number(above100Start)} at the start, ${number(above100End)} at the end on average. Fullest at the end: ${highest} with ${value(occupancy, "ratio")}.`,
  columns: ["Place", "Start", "End", "Change, percentage points"],
};
