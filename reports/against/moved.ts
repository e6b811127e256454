import type { Verdict } from "../gates/judgeGate.ts";
import type { EarlierResult } from "./earlierResult.ts";

/** A mean and the half-width of its interval, then and now; in the row's unit. */
export interface Estimate {
  readonly mean: number;
  readonly halfWidth: number | null;
}

interface OfRow {
  readonly scenario: string;
  readonly measure: string;
  readonly at?: string | undefined;
  readonly window?: readonly [string, string] | undefined;
  readonly unit: string;
  readonly before: Estimate;
  readonly now: Estimate;
}

/** A mean, or a difference from `base`, whose interval lies apart from the earlier one. */
export interface MovedRow extends OfRow {
  readonly base?: string;
}

/** What a paired interval says: less than the base, no detectable difference, more. */
export type Direction = -1 | 0 | 1;

/** A difference that the runs conclude otherwise from. */
export interface MovedConclusion extends OfRow {
  readonly base: string;
  readonly from: Direction;
  readonly to: Direction;
}

/** A gate whose verdict is another one. */
export interface MovedVerdict {
  readonly scenario: string;
  readonly gate: string;
  readonly from: Verdict;
  readonly to: Verdict;
}

/** What only one of the runs has; empty lists where they are alike. */
export interface Unmatched {
  readonly scenariosNow: readonly string[];
  readonly scenariosThen: readonly string[];
  /** Of scenarios that both have; each with its scenario. */
  readonly measuresNow: readonly string[];
  readonly measuresThen: readonly string[];
  readonly gatesNow: readonly string[];
  readonly gatesThen: readonly string[];
}

/** What moved since an earlier run. */
export interface Moved {
  readonly earlier: { readonly seed: string; readonly replications: number };
  /** Scenarios of both runs that are no longer what they were. */
  readonly changedScenarios: readonly string[];
  /** Pairs of intervals that were set against each other. */
  readonly compared: number;
  readonly verdicts: readonly MovedVerdict[];
  /** Those that changed sign first. */
  readonly conclusions: readonly MovedConclusion[];
  readonly rows: readonly MovedRow[];
  readonly unmatched: Unmatched;
}

type Row = EarlierResult["measures"][number] & { readonly base?: string; readonly identical?: boolean };

/**
 * What moved since an earlier run: gates with another verdict, differences with another conclusion, and measures whose
 * confidence intervals no longer overlap. Rows are matched by scenario, base, measure, date and unit; a row without an
 * interval (one replication) is left out.
 */
export function movedSince(earlier: EarlierResult, now: EarlierResult): Moved {
  const pairs = [
    ...pairsOf<Row>(earlier.measures, now.measures),
    ...pairsOf<Row>(earlier.differences, now.differences),
  ].filter(({ from, to }) => from.halfWidth !== null && to.halfWidth !== null);
  const conclusions = pairs.flatMap(({ from, to }) => concluded(from, to));
  const told = new Set(conclusions.map(keyOf));
  const apart = pairs.filter(({ from, to }) => liesApart(from, to) && !told.has(keyOf(to)));
  return {
    earlier: { seed: earlier.seed, replications: earlier.replications },
    changedScenarios: changedScenarios(earlier, now),
    compared: pairs.length,
    verdicts: movedVerdicts(earlier, now),
    conclusions: conclusions.toSorted((a, b) => a.from * a.to - b.from * b.to),
    rows: apart.map(({ from, to }) => ({ ...rowOf(from, to), ...(to.base && { base: to.base }) })),
    unmatched: unmatched(earlier, now),
  };
}

function pairsOf<R extends Row>(then: readonly R[], now: readonly R[]): { from: R; to: R }[] {
  const earlier = new Map(then.map((row) => [keyOf(row), row]));
  return now.flatMap((to) => {
    const from = earlier.get(keyOf(to));
    return from === undefined ? [] : [{ from, to }];
  });
}

type Keyed = Pick<MovedRow, "scenario" | "base" | "measure" | "at" | "window" | "unit">;

function keyOf({ scenario, base = "", measure, at, window, unit }: Keyed): string {
  return JSON.stringify([scenario, base, measure, at ?? window, unit]);
}

function rowOf(from: Row, to: Row): OfRow {
  const { scenario, measure, at, window, unit } = to;
  return {
    scenario,
    measure,
    ...(at === undefined ? { window } : { at }),
    unit,
    before: { mean: from.mean, halfWidth: from.halfWidth },
    now: { mean: to.mean, halfWidth: to.halfWidth },
  };
}

function liesApart(from: Row, to: Row): boolean {
  const rounding = 1e-9 * Math.max(Math.abs(from.mean), Math.abs(to.mean));
  return Math.abs(from.mean - to.mean) > from.halfWidth! + to.halfWidth! + rounding;
}

function concluded(from: Row, to: Row): MovedConclusion[] {
  if (to.base === undefined || directionOf(from) === directionOf(to)) return [];
  return [{ ...rowOf(from, to), base: to.base, from: directionOf(from), to: directionOf(to) }];
}

function directionOf({ mean, halfWidth, identical }: Row): Direction {
  if (identical === true || Math.abs(mean) <= halfWidth!) return 0;
  return mean < 0 ? -1 : 1;
}

function movedVerdicts(earlier: EarlierResult, now: EarlierResult): MovedVerdict[] {
  const then = new Map(earlier.gates.map((row) => [gateKey(row), row.verdict]));
  return now.gates.flatMap((row) => {
    const from = then.get(gateKey(row));
    if (from === undefined || from === row.verdict) return [];
    return [{ scenario: row.scenario, gate: row.gate, from, to: row.verdict }];
  });
}

function gateKey({ scenario, gate }: { scenario: string; gate: string }): string {
  return `${scenario}: ${gate}`;
}

function scenariosOf({ scenario, comparedWith }: EarlierResult): ReadonlyMap<string, string> {
  return new Map([scenario, ...comparedWith].map(({ id, hash }) => [id, hash]));
}

function changedScenarios(earlier: EarlierResult, now: EarlierResult): string[] {
  const then = scenariosOf(earlier);
  return [...scenariosOf(now)].flatMap(([id, hash]) => (then.has(id) && then.get(id) !== hash ? [id] : []));
}

function unmatched(earlier: EarlierResult, now: EarlierResult): Unmatched {
  const [scenariosThen, scenariosNow] = [[...scenariosOf(earlier).keys()], [...scenariosOf(now).keys()]];
  const inBoth = new Set(scenariosNow.filter((id) => scenariosThen.includes(id)));
  const measuresIn = ({ measures }: EarlierResult) =>
    measures
      .filter(({ scenario }) => inBoth.has(scenario))
      .map(({ scenario, measure }) => `${scenario}: ${measure}`);
  const gatesIn = ({ gates }: EarlierResult) =>
    gates.filter(({ scenario }) => inBoth.has(scenario)).map(gateKey);
  return {
    scenariosNow: without(scenariosNow, scenariosThen),
    scenariosThen: without(scenariosThen, scenariosNow),
    measuresNow: without(measuresIn(now), measuresIn(earlier)),
    measuresThen: without(measuresIn(earlier), measuresIn(now)),
    gatesNow: without(gatesIn(now), gatesIn(earlier)),
    gatesThen: without(gatesIn(earlier), gatesIn(now)),
  };
}

function without(list: readonly string[], other: readonly string[]): string[] {
  const known = new Set(other);
  return [...new Set(list)].filter((item) => !known.has(item));
}
