import { isolate } from "../isolate.ts";
import { number, percent } from "./format.ts";

/** What a search for a threshold found, with its values as they are written. */
export interface SeekWords {
  readonly status: "met" | "metThroughout" | "cannotBeMet" | "undecided";
  readonly gate: string;
  readonly path: string;
  readonly from: string;
  readonly to: string;
  readonly value: string | null;
  readonly notMet: string | null;
  /** Whether the value that meets the gate is the greater one. */
  readonly meetsAbove: boolean;
  readonly undecided: readonly string[];
  readonly looked: number;
  readonly most: number;
  readonly confidence: number;
  /** Of the values read, from the least value of the parameter to the greatest. */
  readonly direction: -1 | 0 | 1;
  readonly isMonotone: boolean;
  readonly reversals: readonly (readonly [string, string])[];
}

/** The answer of a search in sentences. */
export function seekSentences(words: SeekWords): string[] {
  return [answer(words), ...openPart(words), monotone(words), confidenceNote(words)];
}

function answer(words: SeekWords): string {
  const { status, gate, path, from, to, value, notMet, meetsAbove, looked, most } = words;
  const range = `between ${from} and ${to}`;
  switch (status) {
    case "met":
      return `The ${meetsAbove ? "smallest" : "largest"} value of ${isolate(path)} found to meet ${gate} is ${value}; at ${notMet} it is not met.`;
    case "metThroughout":
      return `${gate} is met at both ends, ${from} and ${to}, of ${isolate(path)}: there is no threshold to find ${range}.`;
    case "cannotBeMet":
      return `${gate} cannot be met ${range}: it fails at all ${looked} values of ${isolate(path)} looked at.`;
    case "undecided":
      return `${gate} is not decided ${range} with ${number(most)} replications at a value: ask for more, or for a range that reaches further.`;
  }
}

function openPart({ status, undecided, most }: SeekWords): string[] {
  if (status !== "met" || undecided.length === 0) return [];
  const [first, last] = [undecided[0]!, undecided.at(-1)!];
  const where = first === last ? `At ${first}` : `From ${first} to ${last}`;
  return [`${where}, between the two, ${number(most)} replications do not decide.`];
}

const WAYS = {
  "1": "rises with the value",
  "-1": "falls with the value",
  "0": "shows no direction",
} as const;

function monotone({ direction, isMonotone, reversals, looked }: SeekWords): string {
  const way = `What the gate reads ${WAYS[direction]} over the range`;
  if (isMonotone) return `${way}; the ${looked} values looked at speak of one threshold.`;
  const found = reversals.map(([from, to]) => `${from} to ${to}`).join(", ");
  const where = reversals.length === 0 ? "the verdict changes more than once" : `it turns back from ${found}`;
  return `${way}, but ${where}: the response is not monotone, and there may be other thresholds.`;
}

function confidenceNote({ confidence }: SeekWords): string {
  return `All decisions together are right with a confidence of ${percent(confidence)}, as far as chance goes: each is made at a stricter level.`;
}

/** What a search looks at next. */
export function seekStep(value: string, replications: number): string {
  return `${value}: ${number(replications)} replications`;
}

export const seekColumns: readonly [value: string, verdict: string, estimate: string, ...others: string[]] = [
  "value",
  "verdict",
  "estimate",
  "low",
  "high",
  "replications",
];

/** Words of a sweep. */
export const sweep = {
  title: (scenario: string) => `Sweep of ${isolate(scenario)}`,
  heading: "What the parameter does",
  table: "Every point",
  on: (measure: string, date: string) => `${measure} on ${date}`,
  columns: (parameters: readonly string[], level: number, against: string) => [
    ...parameters,
    "measure",
    "unit",
    `mean ± ${percent(level)} half-width`,
    "5 % to 95 % of outcomes",
    against,
  ],
  against: (base: boolean) => `difference from ${base ? "the scenario as written" : "the first point"}`,
  noEffect: "0, in every replication",
  question: (measure: string, path: string) => `How does ${measure} answer to ${path}?`,
  bands: "Line: mean, with its confidence interval. Band: 5 % to 95 % of outcomes",
  mapNote: "Colour: mean of the measure at each pair of values",
  curve: (first: string, last: string, firstValue: string, lastValue: string, change: string) =>
    `The mean goes from ${first} at ${firstValue} to ${last} at ${lastValue}: ${change} on common random numbers.`,
  extremes: (least: string, leastAt: string, most: string, mostAt: string) =>
    `The mean is least, ${least}, at ${leastAt}, and greatest, ${most}, at ${mostAt}.`,
  undetected: "no detectable difference",
};
