import type { ForecastMethod, SkillRecord } from "../../reports/skill/skillRecord.ts";

const METHODS: readonly ForecastMethod[] = ["model", "naive", "drift", "ets", "combination"];

/** A record whose errors grow by a hundredth a year for the model and by two for the others; half without the shock. */
export const SYNTHETIC_SKILL: SkillRecord = {
  firstOrigin: 1996,
  lastOrigin: 2021,
  bars: [
    { id: "oneYear", reached: 0.005, holds: true },
    { id: "better", reached: 0.01, holds: true },
    { id: "twoYears", reached: 0.01, holds: true },
    { id: "coverage", reached: 0.86, holds: true },
    { id: "crowding", reached: 0.253, holds: false },
  ],
  scores: [1, 2, 4, 5].flatMap((horizonYears) =>
    METHODS.flatMap((method) =>
      [true, false].map((withShock) => {
        const error = 0.01 * horizonYears * (method === "model" ? 1 : 2) * (withShock ? 1 : 0.5);
        return {
          ...{
            method,
            horizonYears,
            withShock,
            forecasts: 27 - horizonYears,
            mape: error,
            bias: -error / 10,
          },
          ...{ rootMeanSquare: 2 * error, covered50: 0.52, covered80: 0.81, covered90: 0.92 },
        };
      }),
    ),
  ),
};
