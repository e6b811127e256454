import { confidenceInterval } from "../engine/statistics/confidenceInterval.ts";
import { wilsonInterval } from "../engine/statistics/wilsonInterval.ts";
import type { InstitutionDescription } from "../scenarios/compiledScenario.ts";
import { columnsOf } from "./columnsOf.ts";
import type { ScenarioRun } from "./compare.ts";
import { type At, measureReader, measuresOf } from "./measures.ts";
import { inReplicationOrder } from "./results.ts";
import { gridDate } from "./selection.ts";

/** Institutions of a system that have an occupancy, in the scenario's order. */
export function ratedInstitutions(run: ScenarioRun, system: string): InstitutionDescription[] {
  const names = new Set(measuresOf(run.scenario).map(({ name }) => name));
  return run.scenario.institutions.filter(
    (institution) => institution.system === system && names.has(occupancyName(institution)),
  );
}

function occupancyName(institution: InstitutionDescription): string {
  return `${institution.system}.facility.${institution.id}.occupancy`;
}

/** What is read of an institution. */
interface InstitutionPoint {
  readonly measure: string;
  readonly at: At;
}

/** Values of some points, one after the other. */
function* valuesAt({ scenario, results }: ScenarioRun, points: readonly InstitutionPoint[]) {
  const columns = columnsOf(inReplicationOrder(results), points, ({ measure, at }) =>
    measureReader(scenario, measure, at),
  );
  for (const [, values] of columns) yield values;
}

/**
 * Mean occupancy of institutions over replications, by institution and point; NaN while one has no capacity. Sums are
 * all that is held, so results are gone through once for all points.
 */
function meanOccupancies(
  { scenario, results }: ScenarioRun,
  institutions: readonly InstitutionDescription[],
  at: readonly At[],
): number[][] {
  const readers = institutions.flatMap((institution) =>
    at.map((one) => measureReader(scenario, occupancyName(institution), one)),
  );
  const sums = new Float64Array(readers.length);
  for (const result of inReplicationOrder(results)) {
    for (let i = 0; i < readers.length; i += 1) sums[i]! += readers[i]!(result);
  }
  const means = Array.from(sums, (sum) => sum / results.length);
  return institutions.map((_, i) => means.slice(i * at.length, (i + 1) * at.length));
}

/** Mean occupancy of an institution over replications on day 0 and at the last date; NaN while it has no capacity. */
export interface StartAndEnd {
  readonly institution: InstitutionDescription;
  readonly start: number;
  readonly end: number;
}

/** {@link StartAndEnd} of some institutions, in their order. */
export function startsAndEnds(
  run: ScenarioRun,
  institutions: readonly InstitutionDescription[],
): StartAndEnd[] {
  const means = meanOccupancies(run, institutions, ["start", run.scenario.parameters.gridDays.length - 1]);
  return institutions.map((institution, i) => ({ institution, start: means[i]![0]!, end: means[i]![1]! }));
}

/** One quarter of a year at one institution. */
export interface QuarterOccupancy {
  /** "2027 Q3" */
  readonly quarter: string;
  /** Mean over the quarter's dates and over replications; ratio. */
  readonly occupancy: number;
}

/**
 * Mean occupancy of institutions by calendar quarter: over the grid dates that fall in it and over
 * replications. Quarters without a defined value are left out.
 *
 * @returns for each institution
 */
export function quarterlyOccupancies(
  run: ScenarioRun,
  institutions: readonly InstitutionDescription[],
): QuarterOccupancy[][] {
  const grid = run.scenario.parameters.gridDays.map((_, i) => i);
  return meanOccupancies(run, institutions, grid).map((means) => byQuarter(run, means));
}

/** Means of the quarters that grid dates fall in. */
function byQuarter({ scenario }: ScenarioRun, means: readonly number[]): QuarterOccupancy[] {
  const quarters = new Map<string, number[]>();
  means.forEach((value, grid) => {
    if (Number.isFinite(value)) {
      const quarter = quarterOf(gridDate(scenario, grid));
      quarters.set(quarter, [...(quarters.get(quarter) ?? []), value]);
    }
  });
  return Array.from(quarters, ([quarter, values]) => ({
    quarter,
    occupancy: values.reduce((sum, value) => sum + value, 0) / values.length,
  }));
}

/**
 * Calendar quarter of a date.
 *
 * @example
 * quarterOf("2027-08-01"); // => "2027 Q3"
 */
export function quarterOf(date: string): string {
  return `${date.slice(0, 4)} Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** How likely an institution is crowded at the end, and for how long on the way. */
export interface CrowdingRisk {
  readonly institution: InstitutionDescription;
  /** Share of replications in which it stands above the threshold at the last date, with Wilson's bounds. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Days above the threshold over the run: mean and half-width of its interval. */
  readonly days: number;
  readonly daysHalfWidth: number | null;
}

/** {@link CrowdingRisk} of every institution of a system that has an occupancy, in the scenario's order. */
export function crowdingRisks(run: ScenarioRun, system: string, level: number): CrowdingRisk[] {
  const last = run.scenario.parameters.gridDays.length - 1;
  const institutions = ratedInstitutions(run, system);
  const columns = valuesAt(
    run,
    institutions.flatMap((institution): InstitutionPoint[] => [
      { measure: occupancyName(institution), at: last },
      { measure: `${institution.system}.facility.${institution.id}.daysAbove130`, at: "horizon" },
    ]),
  );
  return institutions.map((institution) =>
    crowdingRisk(institution, columns.next().value!, columns.next().value!, level),
  );
}

/**
 * Institutions of a system by the chance that they stand above 130 % of capacity at the end, then by days
 * above it. Those that never do are left out.
 *
 * @param level confidence level of both intervals
 */
export function crowdingRanking(run: ScenarioRun, system: string, level: number): CrowdingRisk[] {
  return crowdingRisks(run, system, level)
    .filter(({ share, days }) => share > 0 || days > 0)
    .sort((a, b) => b.share - a.share || b.days - a.days);
}

function crowdingRisk(
  institution: InstitutionDescription,
  occupancies: Float64Array,
  daysAbove: Float64Array,
  level: number,
): CrowdingRisk {
  const ends = occupancies.filter(Number.isFinite);
  const above = ends.filter((value) => value > 1.3).length;
  const days = confidenceInterval(daysAbove, level);
  const { share, low, high } =
    ends.length > 0 ? wilsonInterval(above, ends.length, level) : { share: 0, low: 0, high: 0 };
  return { institution, share, low, high, days: days.mean, daysHalfWidth: days.halfWidth };
}
