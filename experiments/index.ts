export { trendDraws } from "./backtest/admissionsPath.ts";
export { FIRST_ORIGIN, forecastsFrom, HORIZONS, originsOf } from "./backtest/backtest.ts";
export {
  compiledMexico,
  MEXICO_YEARS_AHEAD,
  type MexicoRow,
  mexicoOrigin,
  mexicoOrigins,
  mexicoSeries,
} from "./backtest/mexicoOrigin.ts";
export { originModel, type SystemRecord } from "./backtest/originModel.ts";
export { compiledOrigin } from "./backtest/originScenario.ts";
export { LEVELS, METHODS, type Method, relativeError, type ScoredForecast } from "./backtest/scores.ts";
export { barsOf, crowdingErrors, modelErrors, type SkillRow, skillRows } from "./backtest/skill.ts";
export { skillRecord } from "./backtest/skillRecord.ts";
export { type CaseFiles, evaluateCase } from "./cases/evaluateCase.ts";
export type { CaseRow, PublishedCase } from "./cases/publishedCase.ts";
export type { Forecast } from "./forecast/forecast.ts";
export { drift, naive } from "./forecast/simple.ts";
export { type EvaluatedValue, type Monotonicity, monotonicity, type Reversal } from "./monotonicity.ts";
export { type DrawDesign, parameterDraws, uncertainPaths, valuesAt } from "./parameterDraws.ts";
export { type SeekAnswer, type SeekModel, type SeekQuestion, type SeekStatus, seek } from "./seek.ts";
export { measureSensitivity } from "./sensitivity.ts";
export { type SensitivityDesign, type SensitivityOptions, sensitivityDesign } from "./sensitivityDesign.ts";
export { sweepPoints, sweepRows } from "./sweepRows.ts";
export { type DrawnValues, differenceOf, varianceRow } from "./varianceRows.ts";
export { parseValues, parseVariation, type Variation, type VariedValue, valueLike } from "./variation.ts";
