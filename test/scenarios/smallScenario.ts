import {
  FileProblem,
  type Issue,
  loadScenario,
  ScenarioError,
  type ScenarioFiles,
} from "../../scenarios/index.ts";

/** Two systems, a corridor, an expulsion and an intervention: everything a scenario may have, on one page. */
export const SMALL = `id: small
title: A small world
start: 2025-01-01
horizon: 4 y
grid: year
systems:
  north:
    placement: leastCrowded
    facilities:
      - { id: N1, level: low, sex: male, region: east, ratedCapacity: 100 }
      - { id: N2, level: low, sex: mixed, region: west, ratedCapacity: 200 }
      - { id: N3, level: high, sex: male, region: east, ratedCapacity: 50 }
      - { id: N4, level: open, ratedCapacity: null }
    streams:
      - id: drug-men
        offence: drug
        citizenship: S
        sex: male
        admissions: 365.25 persons / y
        levels: { low: 0.6, high: 0.4 }
        regions: { east: 0.5, west: 0.5 }
        sentence:
          bands:
            - { from: 1 y, to: 2 y, share: 0.5 }
            - { from: 2 y, to: 4 y, share: 0.5 }
          life: { admissionShare: 0.01, stockShare: 0.05 }
        timeServed: { share: 0.85, preTrialCredit: 30 d, minimum: 10 d }
        deaths: 0.0036525 /y
        moves: { every: { exponential: { mean: 700 d } } }
        finalPlacement: { facility: N4, share: 0.9, days: 100 d }
      - id: women
        sex: female
        admissions: 1 person / d
        facilities: { N2: 1 }
        stay: { lognormal: { mean: 300 d, cv: 0.5 } }
    initialStock:
      - { stream: drug-men, facility: N1, persons: 90 }
      - { stream: women, level: low, persons: 10, residual: { exponential: { mean: 150 d } } }
  south:
    facilities:
      - { id: S1, level: federal, ratedCapacity: 500 }
    streams:
      - id: expelled
        admissions: 0 persons/y
        levels: { federal: 1 }
        stay: 10 y
corridors:
  n-s:
    from: north
    to: south
    eligibility:
      citizenships: [S]
      minimumLeft: 6 months
      bars:
        - { id: domicile, share: 0.3 }
    interest: { share: 0.2, delay: 30 d }
    review: { reviewers: 4, serviceTime: 300 d, approvalProbability: 0.6, reapplyAfter: 730 d }
    handover: { first: 2025-04-11, every: 119 d, dated: [2025-02-01], maxPersons: 14 }
    arrival:
      facilities: { S1: 1 }
expulsions:
  - { date: 2025-06-01, persons: 5, from: { system: south, level: federal }, to: { stream: expelled } }
interventions:
  - from: 2026-01-01
    set:
      corridors.n-s.interest.share: 0.4
`;

/**
 * A file reader over texts in memory: scenarios under `name.yaml`, tables under the path or name they are
 * asked by.
 */
export function memoryFiles(texts: Readonly<Record<string, string>>): ScenarioFiles {
  const read = (path: string): { path: string; text: string } => {
    const text = texts[path];
    const known = Object.keys(texts).map((name) => name.replace(/\.yaml$/, ""));
    if (text === undefined) throw new FileProblem("no such file", known);
    return { path, text };
  };
  return {
    readScenario: (reference) => read(/\.(ya?ml|json)$/.test(reference) ? reference : `${reference}.yaml`),
    readTable: (reference) => read(reference),
  };
}

/** The text with one passage replaced; fails if it does not stand there. */
export function edited(text: string, passage: string, replacement: string): string {
  if (!text.includes(passage)) throw new Error(`edited requires a passage of the text, got ${passage}`);
  return text.replace(passage, () => replacement);
}

/** The small scenario with one passage replaced. */
export function small(passage: string, replacement: string): string {
  return edited(SMALL, passage, replacement);
}

/** A scenario that extends the small one. */
export function derived(body: string, id = "derived"): string {
  return `id: ${id}\ntitle: Derived\nextends: small\n${body}`;
}

/** 1-based line and column at which a passage first stands. */
export function placeOf(text: string, passage: string): { line: number; column: number } {
  const offset = text.indexOf(passage);
  if (offset === -1) throw new Error(`placeOf requires a passage of the text, got ${passage}`);
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

/** Everything that is wrong with a scenario. */
export function issuesOf(
  texts: Readonly<Record<string, string>>,
  reference: string,
  overrides: readonly string[] = [],
): readonly Issue[] {
  try {
    loadScenario(reference, memoryFiles(texts), overrides);
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.issues;
    throw error;
  }
}

/** The only issue of the small scenario's edited text, with the place of a passage as expected. */
export function onlyIssue(text: string): Issue {
  const issues = issuesOf({ "small.yaml": text }, "small");
  if (issues.length !== 1 || issues[0] === undefined) {
    throw new Error(`onlyIssue requires exactly one issue, got ${JSON.stringify(issues, null, 1)}`);
  }
  return issues[0];
}
