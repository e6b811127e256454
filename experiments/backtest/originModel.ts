import { type AdmissionsOutlook, admissionsOutlook, admissionsPath, type Shock } from "./admissionsPath.ts";
import { type Cohorts, fitCohorts, stillInside } from "./cohorts.ts";
import { type FlowYear, flowYears, type HistoryYear, knownAt } from "./history.ts";
import { shareInside } from "./lognormalStay.ts";
import { isPublic, longestLeftYears, peopleOut, type RetroactiveCut, yearsInForce } from "./policies.ts";

/** Years that a back-test looks ahead. */
export const YEARS_AHEAD = 5;

/** Everything that may be known of a system: figures by year, announced cuts, and the year of a shock. */
export interface SystemRecord {
  readonly history: readonly HistoryYear[];
  readonly cuts: readonly RetroactiveCut[];
  readonly shock: Shock;
}

/** People who get a cut after the origin: they leave evenly until `longestYears` after it, cut or not yet. */
export interface AwaitedCut {
  readonly cut: RetroactiveCut;
  readonly persons: number;
  readonly longestYears: number;
}

/** Share of the people whose time left lies between two bounds (years). */
export interface ResidualBand {
  readonly fromYears: number;
  readonly toYears: number;
  readonly share: number;
}

/** What a forecast at an origin starts from. */
export interface OriginModel {
  readonly origin: number;
  readonly cohorts: Cohorts;
  /** People with a sentence over one year who await no cut (persons), and their time left. */
  readonly sentenced: number;
  readonly residual: readonly ResidualBand[];
  readonly awaited: readonly AwaitedCut[];
  /** Everybody else: their number is held. */
  readonly others: number;
  readonly admissions: AdmissionsOutlook;
}

/**
 * What was known at the end of a year, made into the start of a simulation.
 *
 * @throws {RangeError} if the origin is not in the history
 */
export function originModel({ history, cuts, shock }: SystemRecord, origin: number): OriginModel {
  const known = knownAt(history, origin);
  const flows = flowYears(known);
  const announced = cuts.filter((cut) => isPublic(cut, origin));
  const cohorts = fitCohorts(flows, earlyGrowth(known, flows), announced);
  const last = known.at(-1)!;
  const awaited = announced
    .filter((cut) => yearsInForce(cut, origin) < 0)
    .map((cut) => awaitedCut(cut, origin));
  const done = announced.filter((cut) => yearsInForce(cut, origin) >= 0);
  const waiting = awaited.reduce((sum, { persons }) => sum + persons, 0);
  return {
    origin,
    cohorts,
    sentenced: last.sentencedStock - waiting,
    residual: residualBands(cohorts, last.sentencedStock, awaited, done),
    awaited,
    others: last.yearEndStock - last.sentencedStock,
    admissions: admissionsOutlook(flows, shock),
  };
}

/** Yearly growth of the stock in the years before flows are known. */
function earlyGrowth(known: readonly HistoryYear[], flows: readonly FlowYear[]): number {
  const [first, until] = [known[0]!, flows[0]!];
  return (until.yearEndStock / first.yearEndStock) ** (1 / (until.year - first.year)) - 1;
}

/** Times left are uniform on the day in force; before it some more people leave at the same pace. */
function awaitedCut(cut: RetroactiveCut, origin: number): AwaitedCut {
  const longest = longestLeftYears(cut);
  const ahead = -yearsInForce(cut, origin);
  return {
    cut,
    persons: Math.round((cut.persons * (longest + ahead)) / longest),
    longestYears: longest + ahead,
  };
}

/** Quarters for eight years, then years. */
const EDGES = [
  ...Array.from({ length: 32 }, (_, i) => i / 4),
  ...Array.from({ length: 33 }, (_, i) => 8 + i),
];

/**
 * Time left of the sentenced people who await no cut. The cohorts give it, as many as are inside; those who await
 * a cut are taken out, and those whose cut is done leave as much earlier.
 */
function residualBands(
  cohorts: Cohorts,
  sentenced: number,
  awaited: readonly AwaitedCut[],
  done: readonly RetroactiveCut[],
): ResidualBand[] {
  const { origin } = cohorts;
  const shift = (years: number): number => done.reduce((sum, cut) => sum + peopleOut(cut, origin + years), 0);
  const whole = stillInside(cohorts, origin) - shift(0);
  const inside = (years: number): number =>
    (sentenced * (stillInside(cohorts, origin, years) - shift(years))) / whole -
    awaited.reduce(
      (sum, { persons, longestYears }) => sum + persons * Math.max(0, 1 - years / longestYears),
      0,
    );
  const counts = EDGES.slice(1).map((to, i) => Math.max(0, inside(EDGES[i]!) - inside(to)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count, i) => ({ fromYears: EDGES[i]!, toYears: EDGES[i + 1]!, share: count / total }));
}

/** Expected stock (persons) so many whole years after the origin: the closed form of what is simulated. */
export function expectedStock(model: OriginModel, years: number): number {
  const left = model.residual.reduce((sum, { fromYears, toYears, share }) => {
    const over = Math.min(1, Math.max(0, (toYears - years) / (toYears - fromYears)));
    return sum + share * over;
  }, 0);
  const admitted = admissionsPath(model.admissions, years).reduce(
    (sum, persons, i) => sum + persons * shareInside(model.cohorts.stay, years - i - 1),
    0,
  );
  const waiting = model.awaited.reduce((sum, { cut, persons, longestYears }) => {
    const cutYears = yearsInForce(cut, model.origin + years) >= 0 ? cut.cutMonths / 12 : 0;
    return sum + persons * Math.max(0, 1 - (years + cutYears) / longestYears);
  }, 0);
  return model.others + model.sentenced * left + waiting + admitted;
}
