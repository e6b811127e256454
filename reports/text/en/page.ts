import type { Citation, Mark } from "../../../scenarios/compiledScenario.ts";
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
  people: "3. Levels, community placement, staff",
  transfers: "4. Both sides of the transfers",
  receiving: (place: string) => `5. ${place}`,
  noReceiving: "5. The receiving side",
  custody: "6. Custody of the transferred",
  ledger: "7. Both sides of the ledger",
  measures: "8. Measures",
  skill: "9. How good were this model’s forecasts?",
  assumptions: "10. Assumptions, sources, limits",
  assumptionTable: "Figures and assumptions",
  sources: "Sources",
  limits: "What this run does not say",
  reproduce: "11. How to reproduce",
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
  onDate: (date: string) => `On ${date}`,
  ownLevelNote:
    "An own level is what a person is classified as, wherever the person is held. Moves and releases are counted since the start.",
  onlyHere: (value: string) => `${value} (only here)`,
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
  partial: "Partial results. Only what is there was used; this is missing:",
  scriptNote: "Charts are pictures; with JavaScript they also answer to the pointer.",
};

export const marks: Readonly<Record<Mark, string>> = {
  observed: "observed",
  derived: "derived",
  assumption: "assumption",
};

/**
 * One input of a harm measure with its origin; `path` is its name.
 *
 * @example
 * harmInput({ path: "staff", value: "34000", mark: "observed", sources: ["BOP-S70"], date: "2023-11-01", note: null });
 * // => "staff: 34000 (observed, BOP-S70, 2023-11-01)"
 */
export function harmInput({ path, value, mark, sources, date, note }: Citation): string {
  const origin = [marks[mark], ...sources, ...(date === null ? [] : [date])].join(", ");
  return `${path}: ${value} (${origin}${note === null ? "" : `; ${note}`})`;
}

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
  proportional: (system: string) =>
    `Placement in ${system}: people go to an institution of their group by chance, in proportion to its weight.`,
  closedAbove: (system: string, occupancy: string) =>
    `Placement in ${system}: people go to an institution of their group by chance, in proportion to its weight, among those below ${occupancy}; to the least crowded where none is.`,
  plannedDay:
    "Where a change of capacity may slip, occupancy on a date is set against the capacity planned for that date. Days and person-days above a threshold use the day on which the change came.",
  noReclassification: "Nobody's security level changes: there is no reclassification.",
  movesNotSimulated: (reclassified: boolean) =>
    `Nobody is moved between institutions after the first placement, but for transfers, closures${reclassified ? ", reclassification" : ""} and final placement.`,
  harmInputs:
    "Staff, officers, programme places and the share in special housing stay as they are given, whatever happens to the number of people.",
  assaultsNotVerified:
    "The coefficients of serious assaults are not verified: they are attributed to a study by the Bureau of Prisons of 2005 whose text could not be read. They have no constant, so only differences say anything.",
  costs:
    "Money is not here: average cost per person is not money saved while the building and its staff stay.",
  grossValues:
    "Money at average cost is a gross value: it is not saved while the building and its staff stay. Methods of the ledger value the same people and do not add up.",
  behaviour: "Courts, prosecutors and parole bodies do not react to crowding or to transfers.",
  neverRefused: "Prisons refuse nobody for lack of space, so occupancy may exceed 100 %.",
  forecast: "A scenario says what follows from its parameters; it is not a forecast of what will be decided.",
};
