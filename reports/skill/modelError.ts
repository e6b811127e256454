import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import type { MeasureSensitivity } from "../uncertainty/sensitivityRow.ts";
import type { Uncertainty, VarianceRow } from "../uncertainty/varianceRow.ts";
import { pastErrorOf, widened } from "./pastError.ts";
import { type SkillRecord, scoresOfMethod } from "./skillRecord.ts";

/**
 * What draws say, with the model's own past error beside each row of which it is known. Differences have none: a
 * common error drops out of them, and nobody has scored what is left.
 *
 * @param scenarios of the rows
 */
export function withModelError(
  uncertainty: Omit<Uncertainty, "modelError">,
  scenarios: readonly CompiledScenario[],
  record: SkillRecord,
): Uncertainty {
  const rows = uncertainty.rows.map((row) => {
    const scenario = scenarios.find(({ id }) => id === row.scenario);
    return scenario === undefined ? row : rowWithModelError(row, scenario, record);
  });
  const isKnown = rows.some(({ modelError }) => modelError !== undefined);
  return { ...uncertainty, rows, modelError: isKnown ? errorsByHorizon(record) : null };
}

function rowWithModelError(row: VarianceRow, scenario: CompiledScenario, record: SkillRecord): VarianceRow {
  const { together } = row.bands;
  const ratio = row.base === undefined ? pastErrorOf(record, scenario, row) : null;
  if (ratio === null || together === null) return row;
  const [low, high] = widened(row.mean, together["0.05"], together["0.95"], ratio);
  return { ...row, modelError: { ratio, "0.05": low, "0.95": high } };
}

function errorsByHorizon(record: SkillRecord) {
  return scoresOfMethod(record, "model", true).map(({ horizonYears, forecasts, rootMeanSquare }) => ({
    horizonYears,
    forecasts,
    rootMeanSquare,
  }));
}

/** Sensitivities with the model's own past error, where it is known (in the unit of the measure). */
export function sensitivitiesWithModelError(
  measures: readonly MeasureSensitivity[],
  scenario: CompiledScenario,
  record: SkillRecord,
): MeasureSensitivity[] {
  return measures.map((measure) => {
    const ratio = pastErrorOf(record, scenario, measure);
    return ratio === null ? measure : { ...measure, modelError: ratio * measure.written.mean };
  });
}
