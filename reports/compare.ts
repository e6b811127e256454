import type { ReplicationResult } from "../engine/result.ts";
import { pairedDifference } from "../engine/statistics/pairedDifference.ts";
import { levelOfEach } from "../engine/statistics/simultaneousDifferences.ts";
import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import { inReplicationOrder, measuresOf, measureValues, pairReader } from "./measures.ts";
import type { DifferenceRow } from "./rows.ts";
import { type Point, pointsOf, type Selection } from "./selection.ts";
import { DEFAULT_LEVEL } from "./summarise.ts";

/** A scenario and what its replications left behind. */
export interface ScenarioRun {
  readonly scenario: CompiledScenario;
  readonly results: readonly ReplicationResult[];
}

/**
 * Paired differences, scenario − base, on common random numbers: replication k of one is set against
 * replication k of the other, and only replications that both have count.
 *
 * Measures that one of the two does not have are left out, as are pairs in which one side is not defined. A measure
 * that is a difference by itself is read from each pair, at the inputs of the base.
 *
 * @param base the run that the other is compared with
 * @param other a run of the same dates and sampling days
 * @param selection see {@link Selection}
 * @param comparisons scenarios that are compared with the base, this one among them
 * @throws {RangeError} if the sampling days differ, or no replication is shared
 * @example
 * compare(base, doubled, { measures: ["us.system.stock"] })[0].mean; // => -41.3 (fewer people than in the base)
 */
export function compare(
  base: ScenarioRun,
  other: ScenarioRun,
  selection: Selection = {},
  comparisons = 1,
): DifferenceRow[] {
  requireSameGrid(base.scenario, other.scenario);
  const [left, right] = sharedReplications(base, other);
  const both = new Set(measuresOf(other.scenario).map(({ name }) => name));
  const level = selection.level ?? DEFAULT_LEVEL;
  return pointsOf(base.scenario, selection)
    .filter(({ measure }) => both.has(measure.name))
    .flatMap((point) => differenceRow(left, right, point, { level, comparisons }));
}

function differenceRow(
  base: ScenarioRun,
  other: ScenarioRun,
  point: Point,
  { level, comparisons }: { readonly level: number; readonly comparisons: number },
): DifferenceRow[] {
  const { name, unit } = point.measure;
  const between = pairReader(base.scenario, name)?.(other.scenario);
  const baseValues =
    between === undefined
      ? measureValues(base.scenario, base.results, name, point.at)
      : new Float64Array(base.results.length);
  const values =
    between === undefined
      ? measureValues(other.scenario, other.results, name, point.at)
      : Float64Array.from(base.results, (result, i) => between(result, other.results[i]!));
  const defined = (_: number, i: number) => Number.isFinite(values[i]) && Number.isFinite(baseValues[i]);
  const [a, b] = [values.filter(defined), baseValues.filter(defined)];
  if (a.length === 0) {
    return [];
  }
  const { mean, halfWidth, n, shareSameSign, varianceReduction } = pairedDifference(a, b, level);
  const together = pairedDifference(a, b, levelOfEach(level, comparisons));
  return [
    {
      measure: name,
      unit,
      ...point.when,
      base: base.scenario.id,
      scenario: other.scenario.id,
      mean,
      halfWidth,
      level,
      interval: "confidence interval of the mean of paired differences",
      simultaneous: {
        halfWidth: together.halfWidth,
        level,
        comparisons,
        interval: "simultaneous confidence interval of the means of paired differences (Bonferroni)",
      },
      n,
      shareSameSign,
      varianceReduction: between === undefined ? varianceReduction : null,
      identical: a.every((value, i) => value === b[i]),
    },
  ];
}

function requireSameGrid(base: CompiledScenario, other: CompiledScenario): void {
  const [a, b] = [base.parameters.gridDays, other.parameters.gridDays];
  const same =
    base.startDate === other.startDate && a.length === b.length && a.every((day, i) => day === b[i]);
  if (!same) {
    throw new RangeError(
      `compare requires equal sampling days, got other ones in "${base.id}" and "${other.id}"`,
    );
  }
}

function sharedReplications(base: ScenarioRun, other: ScenarioRun): [ScenarioRun, ScenarioRun] {
  const left = new Set(base.results.map(({ index }) => index));
  const right = new Set(other.results.map(({ index }) => index));
  const keep = (run: ScenarioRun, partner: Set<number>): ScenarioRun => ({
    scenario: run.scenario,
    results: inReplicationOrder(run.results.filter(({ index }) => partner.has(index))),
  });
  const shared: [ScenarioRun, ScenarioRun] = [keep(base, right), keep(other, left)];
  if (shared[0].results.length === 0) {
    throw new RangeError(
      `compare requires replications that both have, got none in "${base.scenario.id}" and "${other.scenario.id}"`,
    );
  }
  return shared;
}
