import { confidenceInterval } from "../engine/statistics/confidenceInterval.ts";
import { keyedUniform } from "../engine/statistics/keyedUniform.ts";
import { morrisEffects } from "../engine/statistics/morrisEffects.ts";
import { quantileFunction } from "../engine/statistics/quantileFunction.ts";
import { sobolIndices } from "../engine/statistics/sobolIndices.ts";
import type { Point } from "../reports/selection.ts";
import type { MeasureSensitivity, SensitivityRow } from "../reports/uncertainty/sensitivityRow.ts";
import type { UncertainParameter } from "../scenarios/compiledScenario.ts";
import { type SensitivityDesign, SWING_PROBABILITIES } from "./sensitivityDesign.ts";

const RESAMPLES = 1000;

/**
 * What a design says of one measure: elementary effects or Sobol indices of its mean over replications, and the
 * change when one parameter moves alone.
 *
 * Every point has the same random numbers, so a parameter without effect gets exactly zero. What chance leaves in
 * the means (it falls with the number of replications) looks like an interaction of the parameters that matter.
 *
 * @param values one list of replications for each point of the design, in its order
 * @throws {RangeError} if fewer than two replications define the measure at every point
 */
export function measureSensitivity(
  design: SensitivityDesign,
  uncertain: readonly UncertainParameter[],
  { measure, when }: Point,
  values: readonly Float64Array[],
  level: number,
): MeasureSensitivity {
  const complete = completeReplications(values);
  if (complete.length < 2) {
    throw new RangeError(
      `"${measure.name}" is defined in ${complete.length} replications at every point; two or more are needed`,
    );
  }
  const lists = values.map((list) => Float64Array.from(complete, (r) => list[r]!));
  const written = lists[design.parts.written]!;
  const swings = swingsOf(design, uncertain, lists, level);
  const own = ownRows(design, lists.slice(design.parts.method).map(meanOf), level);
  const rows = uncertain.map(({ path, unit, kind }, i): SensitivityRow => {
    return { parameter: path, unit, kind, swing: swings[i]!, ...own[i]! };
  });
  return {
    measure: measure.name,
    unit: measure.unit,
    ...when,
    written: confidenceInterval(written, level),
    // The sort is stable: parameters that matter alike stay in the order of the scenario.
    parameters: rows.sort((left, right) => importance(right) - importance(left)),
    level,
    n: complete.length,
  };
}

function completeReplications(values: readonly Float64Array[]): number[] {
  const replications = Array.from(values[0]!.keys());
  return replications.filter((r) => values.every((list) => !Number.isNaN(list[r])));
}

/** Exact where all values are equal, and the same for the same values. */
function meanOf(list: Float64Array): number {
  const first = list[0]!;
  return first + list.reduce((sum, value) => sum + (value - first), 0) / list.length;
}

function swingsOf(
  { parts }: SensitivityDesign,
  uncertain: readonly UncertainParameter[],
  lists: readonly Float64Array[],
  level: number,
): SensitivityRow["swing"][] {
  const written = lists[parts.written]!;
  return uncertain.map(({ distribution }, i) => {
    const valueAt = quantileFunction(distribution);
    const [low, high] = SWING_PROBABILITIES.map((probability, end) => {
      const list = lists[parts.swings + SWING_PROBABILITIES.length * i + end]!;
      const change = confidenceInterval(
        list.map((value, r) => value - written[r]!),
        level,
      );
      return { probability, value: valueAt(probability), change };
    });
    return [low!, high!];
  });
}

function ownRows(
  { inner, parameters, seed }: SensitivityDesign,
  outputs: readonly number[],
  level: number,
): Pick<SensitivityRow, "morris" | "sobol">[] {
  if (inner.method === "morris") {
    return morrisEffects(inner.design, outputs, level).map(({ mu, muStar, sigma }) => ({
      morris: { mu, muStar, sigma },
    }));
  }
  const uniform = keyedUniform(seed, "sensitivity, bootstrap");
  const indices = sobolIndices(parameters, outputs, { level, resamples: RESAMPLES, uniform });
  return Array.from({ length: parameters }, (_, i) => ({ sobol: indices.parameters?.[i] ?? null }));
}

function importance({ morris, sobol }: SensitivityRow): number {
  return morris?.muStar.mean ?? sobol?.total.value ?? 0;
}
