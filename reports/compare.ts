import { pairedDifference } from "../engine/statistics/pairedDifference.ts";
import { levelOfEach } from "../engine/statistics/simultaneousDifferences.ts";
import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import { columnsOf } from "./columnsOf.ts";
import { measureReader, measuresOf, pairReader } from "./measures.ts";
import { type Pair, pairsOf, type Results } from "./results.ts";
import type { DifferenceRow } from "./rows.ts";
import { type Point, pointsOf, type Selection } from "./selection.ts";
import { DEFAULT_LEVEL } from "./summarise.ts";

/** A scenario and what its replications left behind. */
export interface ScenarioRun {
  readonly scenario: CompiledScenario;
  readonly results: Results;
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
  const pairs = pairsOf(base.results, other.results);
  if (pairs.length === 0) {
    throw new RangeError(
      `compare requires replications that both have, got none in "${base.scenario.id}" and "${other.scenario.id}"`,
    );
  }
  const both = new Set(measuresOf(other.scenario).map(({ name }) => name));
  const level = selection.level ?? DEFAULT_LEVEL;
  const sides = pointsOf(base.scenario, selection)
    .filter(({ measure }) => both.has(measure.name))
    .flatMap((point): Side[] => [
      { point, side: "base" },
      { point, side: "other" },
    ]);
  const rows: DifferenceRow[] = [];
  let baseValues: Float64Array = new Float64Array();
  for (const [{ point, side }, values] of columnsOf(pairs, sides, (one) => sideReader(one, base, other))) {
    if (side === "base") baseValues = values;
    else rows.push(...differenceRow(base, other, point, { baseValues, values, level, comparisons }));
  }
  return rows;
}

/** One side of a difference. */
interface Side {
  readonly point: Point;
  readonly side: "base" | "other";
}

/** A measure that is a difference by itself is set against 0. */
function sideReader({ point, side }: Side, base: ScenarioRun, other: ScenarioRun): (pair: Pair) => number {
  const { name } = point.measure;
  const between = pairReader(base.scenario, name)?.(other.scenario);
  if (between !== undefined) return side === "base" ? () => 0 : ([left, right]) => between(left, right);
  if (side === "base") {
    const read = measureReader(base.scenario, name, point.at);
    return ([left]) => read(left);
  }
  const read = measureReader(other.scenario, name, point.at);
  return ([, right]) => read(right);
}

interface DifferenceValues {
  readonly baseValues: Float64Array;
  readonly values: Float64Array;
  readonly level: number;
  readonly comparisons: number;
}

function differenceRow(
  base: ScenarioRun,
  other: ScenarioRun,
  point: Point,
  { baseValues, values, level, comparisons }: DifferenceValues,
): DifferenceRow[] {
  const { name, unit } = point.measure;
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
      varianceReduction: pairReader(base.scenario, name) === undefined ? varianceReduction : null,
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
