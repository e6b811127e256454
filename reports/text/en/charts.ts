import { number, percent, probability, quoted, value } from "./format.ts";

/** What a tooltip calls the fields of a chart. */
export const fields = {
  scenario: "scenario",
  date: "date",
  name: "place",
  occupancy: "occupancy",
  share: "chance",
  days: "days",
  stage: "stage",
  q: "quarter",
  mean: "mean",
  low: "interval from",
  high: "interval to",
};

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

/** Words of the exceedance curves. */
export const exceedance = {
  question: (date: string) => `How likely is an occupancy above x on ${date}?`,
  x: (capacity: string) => `Occupancy x (% of ${capacity})`,
  y: "Share of outcomes above x",
  note: (replications: number) =>
    `share of ${number(replications)} replications; dashed lines: 100, 110, 130 and 150 %`,
  summary: (base: string, panels: readonly { title: string; full: number; crowded: number }[]) =>
    `Share of outcomes at the end above 100 % and above 130 % under ${quoted(base)}. ${panels
      .map(({ title, full, crowded }) => `${title}: ${probability(full)} and ${probability(crowded)}.`)
      .join(" ")}`,
  cell: ({ share, low, high }: { share: number; low: number; high: number }) =>
    `${probability(share)} (${probability(low)} – ${probability(high)})`,
  columns: (thresholds: readonly number[], level: number) => [
    "Prisons",
    "Scenario",
    ...thresholds.map((limit) => `Above ${percent(limit)} (${percent(level)} Wilson interval)`),
  ],
};

/** Words of the heat map. */
export const heatMap = {
  question: (base: string, capacity: string) =>
    `Which institutions stand above their ${capacity}, and when (${quoted(base)})?`,
  legend: "Mean occupancy",
  bands: ["below 70 %", "70–100 %", "100–110 %", "110–130 %", "130–150 %", "above 150 %"],
  gaps: "grey: without a capacity then (closed, or not open yet)",
  summary: (institutions: number, above100: number, above130: number, capacity: string) =>
    `Mean occupancy of ${number(institutions)} institutions by quarter. In the last quarter ${number(above100)} stand above 100 % of ${capacity} on average, ${number(above130)} of them above 130 %.`,
  columns: ["Institution", "Level", "First quarter", "Last quarter", "Highest quarter mean"],
};

/** What is told of an institution that is chosen; an occupancy is NaN where there is no capacity. */
export interface ChosenInstitution extends RankedName {
  readonly startDate: string;
  readonly start: number;
  readonly endDate: string;
  readonly end: number;
  readonly level: number;
}

/** Words of the list from which an institution is chosen. */
export const chooser = {
  label: "Institution",
  none: "none chosen",
  help: "What you choose here, or in a chart, is marked in the heat map, in the ranked list (if it is among the first) and on the map.",
  says: ({ name, startDate, start, endDate, end, share, low, high, level, days }: ChosenInstitution) => {
    const stood = (amount: number) => (Number.isFinite(amount) ? value(amount, "ratio") : "no capacity");
    const chance = `chance above 130 % then ${probability(share)} (${percent(level)} Wilson interval ${probability(low)} to ${probability(high)})`;
    return [
      `${name}: ${stood(start)} on ${startDate}, ${stood(end)} on ${endDate} on average`,
      ...(Number.isFinite(end) ? [chance] : []),
      `${number(days)} days above 130 % over the run on average.`,
    ].join("; ");
  },
};

/** Words of the map. */
export const map = {
  question: (place: string, base: string) =>
    `${place}: where are the crowded institutions, at the start and at the end (${quoted(base)})?`,
  start: (date: string) => `Start, ${date}`,
  end: (date: string) => `End, ${date}, mean`,
  summary: (institutions: number, start: number, end: number, capacity: string) =>
    `${number(institutions)} institutions on a map. Above 130 % of ${capacity}: ${number(start)} at the start, ${number(end)} at the end on average.`,
  columns: ["Institution", "Start", "End"],
};

/** An institution of the ranked list: chance above 130 % at the end with its bounds, and days above it. */
export interface RankedName {
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
  waits: {
    interest: "Entry to first request",
    package: "Preparing the package",
    reviewQueue: "Waiting for a reviewer",
    review: "Review by the sending State",
    receiving: "Decision of the receiving State",
    consent: "Hearing",
    handover: "Ready to handover",
    total: "Request to handover",
  },
  waitCaption: "How long each stage takes (days)",
  waitColumns: ["Stage", "Scenario", "Mean", "Median", "Nine in ten no longer than"],
  waitNote:
    "Waits that ended over the run with a decision; the last two only of people handed over. Who asks once more after a denial counts again.",
};

export interface StartEndSummary {
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
