import type { Mark } from "../../../scenarios/compiledScenario.ts";
import { isolate } from "../isolate.ts";
import { quoted } from "./format.ts";

/** Title of the page. */
export function title(base: string, others: readonly string[]): string {
  const [first = ""] = others;
  if (others.length === 0) {
    return isolate(base);
  }
  return others.length === 1
    ? `${quoted(first)} against ${quoted(base)}`
    : `${others.length} scenarios against ${quoted(base)}`;
}

/** Headings, in the order of the page. */
export const headings = {
  question: "The question",
  answer: "The answer",
  changes: "What changed against the base",
  occupancy: "1. Occupancy over time",
  institutions: "2. Institutions",
  transfers: "3. Both sides of the transfers",
  receiving: (place: string) => `4. ${place}`,
  noReceiving: "4. The receiving side",
  measures: "5. Measures",
  assumptions: "6. Assumptions, sources, limits",
  assumptionTable: "Figures and assumptions",
  sources: "Sources",
  limits: "What this run does not say",
  reproduce: "7. How to reproduce",
};

export const labels = {
  skip: "Skip to the answer",
  contents: "Contents",
  table: "The same as a table",
  base: "base",
  scenario: "Scenario",
  date: "From",
  path: "Parameter",
  before: "Before",
  after: "After",
  value: "Value",
  mark: "Known how",
  asOf: "As of",
  source: "Source",
  note: "Note",
  measure: "Measure",
  when: "At, or over",
  unit: "Unit",
  band: "90 % of outcomes",
  against: (scenario: string) => `Change under “${scenario}”`,
  changeOn: (date: string, level: number) =>
    `Change against the base on ${date}: mean ± half-width of its ${Math.round(level * 100)} % confidence interval`,
  effects: "What that does, measure by measure",
  noChanges: "This scenario is the base: it changes nothing.",
  result: "bedspace report",
  hashes: "Hashes",
  generated: "Made by bedspace; nothing in this file is fetched from elsewhere.",
  noCorridor: "No corridor in this scenario, so nobody is transferred.",
  noReceiving: "No receiving system is simulated in this run.",
  noSource: "none: assumption",
  sourceCount: (count: number) => `${count} sources`,
  seed: "Seed",
  replications: "Replications",
  version: "Version",
  horizon: "Horizon",
  identical: "no difference at all",
  undetected: "n.d.",
  undetectedNote:
    "n.d. = no detectable difference: the paired interval holds zero. A change of a percentage is in percentage points.",
  warnings: "Warnings of the scenario",
  scriptNote: "Charts are pictures; with JavaScript they also answer to the pointer.",
};

export const marks: Readonly<Record<Mark, string>> = {
  observed: "observed",
  derived: "derived",
  assumption: "assumption",
};

/** Sentences on what a run leaves out or takes for granted; each is chosen by a property of the scenario. */
export const limits = {
  chanceOnly:
    "Intervals and bands hold chance alone (which people come, when, and what happens to them); parameters are taken as given, so the true uncertainty is wider.",
  levelIncluded: (systems: string) =>
    `The yearly level of admissions is uncertain in this run (${systems}): it walks at random around the given rates.`,
  levelNotIncluded:
    "Uncertainty of the yearly level of admissions is not included: admissions vary by chance around the given rates only.",
  levelNotIncludedIn: (systems: string) => `The yearly level of admissions is taken as known in ${systems}.`,
  leastCrowded: (system: string) =>
    `Placement in ${system}: people go to the least crowded institution of their group.`,
  regionFirst: (system: string, maximum: string) =>
    `Placement in ${system}: people go to the least crowded institution of their region while it stands below ${maximum}, else to the least crowded of their group.`,
  noReclassification: "Nobody's security level changes: there is no reclassification.",
  movesNotSimulated:
    "Nobody is moved between institutions after the first placement, but for transfers and final placement.",
  costs:
    "Money is not here: average cost per person is not money saved while the building and its staff stay.",
  behaviour: "Courts, prosecutors and parole bodies do not react to crowding or to transfers.",
  neverRefused: "Prisons refuse nobody for lack of space, so occupancy may exceed 100 %.",
  forecast: "A scenario says what follows from its parameters; it is not a forecast of what will be decided.",
};
