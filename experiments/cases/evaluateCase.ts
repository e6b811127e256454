import { ReplicationRunner } from "../../engine/index.ts";
import { measureReader, parseMeasurePoint } from "../../reports/index.ts";
import { announcedValue } from "../../reports/ledger/announcedValue.ts";
import type { CompiledScenario } from "../../scenarios/index.ts";
import { leverYears } from "./leverYears.ts";
import type { CaseComparison, CaseRow, Computation, PublishedCase } from "./publishedCase.ts";

/** What cases read beside their own inputs. */
export interface CaseFiles {
  /** Compiled scenario of a case, by its name. */
  readonly scenario: (name: string) => CompiledScenario;
  /** A number of a table. @throws {RangeError} if there is none */
  readonly recorded: (table: string, date: string, column: string) => number;
}

const SEED = "cases";

/**
 * Computes the figures of a case again and sets them against what was published.
 *
 * @throws {RangeError} if a scenario, a measure or a row of a table that the case names is not there
 * @example
 * evaluateCase(handover, files)[0].ours; // => 3306750
 */
export function evaluateCase({ id, comparisons }: PublishedCase, files: CaseFiles): CaseRow[] {
  return comparisons.map(({ what, unit, published, computation }) => {
    const ours = computed(computation, files);
    const nearest = nearestPublished(ours, published);
    const difference = ours - nearest;
    const relative = nearest === 0 ? 0 : difference / nearest;
    return { case: id, what, unit, ours, published, difference, relative, kind: computation.kind };
  });
}

function nearestPublished(ours: number, { low, high }: CaseComparison["published"]): number {
  return Math.min(Math.max(ours, low), high);
}

function computed(how: Computation, files: CaseFiles): number {
  switch (how.kind) {
    case "announcedValue":
      return announcedValue(how.yearsLeft, how.fee);
    case "quotient":
      return how.dividend / how.divisor;
    case "shareOfRest":
      return how.part / (how.whole - how.excluded);
    case "bedYearsOfCut":
      return how.persons * (how.months / 12) * how.servedShare;
    case "occupancyByFlows":
      return (how.persons + how.admissions - how.releases) / how.places;
    case "occupancyOfRest":
      return (how.persons - how.partOccupancy * how.partPlaces) / (how.places - how.partPlaces);
    case "leverRatio": {
      const stay = { meanYears: how.meanStayYears, cv: how.cv };
      return leverYears(stay, how.lever, how.years) / leverYears(stay, how.per, how.years);
    }
    case "recorded":
      return files.recorded(how.table, how.date, how.column);
    case "scenario":
      return simulated(how, files.scenario(how.scenario));
  }
}

function simulated(how: Computation & { kind: "scenario" }, scenario: CompiledScenario): number {
  const runner = new ReplicationRunner(scenario.parameters);
  const reader = (date: string) => {
    const { measure, at } = parseMeasurePoint(scenario, `${how.measure}@${date}`);
    return measureReader(scenario, measure.name, at);
  };
  const until = reader(how.at);
  const before = how.since === undefined ? () => 0 : reader(how.since);
  let sum = 0;
  for (let index = 0; index < how.replications; index++) {
    const result = runner.run(SEED, index);
    sum += until(result) - before(result);
  }
  return sum / how.replications;
}
