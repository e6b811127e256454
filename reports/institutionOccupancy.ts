import { confidenceInterval } from "../engine/statistics/confidenceInterval.ts";
import { wilsonInterval } from "../engine/statistics/wilsonInterval.ts";
import type { InstitutionDescription } from "../scenarios/compiledScenario.ts";
import type { ScenarioRun } from "./compare.ts";
import { type At, inReplicationOrder, measureReader, measuresOf, measureValues } from "./measures.ts";
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

/** Mean occupancy of an institution over replications; NaN while it has no capacity. */
export function meanOccupancy(run: ScenarioRun, institution: InstitutionDescription, at: At): number {
  const values = measureValues(run.scenario, run.results, occupancyName(institution), at);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean occupancy at each grid date. A replication is read for all dates before the next one is fetched. */
function meanOccupancies(
  { scenario, results }: ScenarioRun,
  institution: InstitutionDescription,
): Float64Array {
  const name = occupancyName(institution);
  const readers = scenario.parameters.gridDays.map((_, grid) => measureReader(scenario, name, grid));
  const sums = new Float64Array(readers.length);
  for (const result of inReplicationOrder(results)) {
    for (let grid = 0; grid < readers.length; grid += 1) sums[grid]! += readers[grid]!(result);
  }
  return sums.map((sum) => sum / results.length);
}

/** One quarter of a year at one institution. */
export interface QuarterOccupancy {
  /** "2027 Q3" */
  readonly quarter: string;
  /** Mean over the quarter's dates and over replications; ratio. */
  readonly occupancy: number;
}

/**
 * Mean occupancy of an institution by calendar quarter: over the grid dates that fall in it and over
 * replications. Quarters without a defined value are left out.
 */
export function quarterlyOccupancy(
  run: ScenarioRun,
  institution: InstitutionDescription,
): QuarterOccupancy[] {
  const quarters = new Map<string, number[]>();
  for (const [grid, value] of meanOccupancies(run, institution).entries()) {
    if (!Number.isFinite(value)) continue;
    const quarter = quarterOf(gridDate(run.scenario, grid));
    quarters.set(quarter, [...(quarters.get(quarter) ?? []), value]);
  }
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
  return ratedInstitutions(run, system).map((institution) => crowdingRisk(run, institution, last, level));
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
  run: ScenarioRun,
  institution: InstitutionDescription,
  last: number,
  level: number,
): CrowdingRisk {
  const { scenario, results } = run;
  const ends = measureValues(scenario, results, occupancyName(institution), last).filter(Number.isFinite);
  const above = ends.filter((value) => value > 1.3).length;
  const name = `${institution.system}.facility.${institution.id}.daysAbove130`;
  const days = confidenceInterval(measureValues(scenario, results, name, "horizon"), level);
  const { share, low, high } =
    ends.length > 0 ? wilsonInterval(above, ends.length, level) : { share: 0, low: 0, high: 0 };
  return { institution, share, low, high, days: days.mean, daysHalfWidth: days.halfWidth };
}
