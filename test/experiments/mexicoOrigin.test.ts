import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runReplication } from "../../engine/index.ts";
import {
  compiledMexico,
  expectedMexico,
  type MexicoRow,
  mexicoOrigin,
  mexicoOrigins,
  mexicoScenario,
  mexicoSeries,
} from "../../experiments/backtest/mexicoOrigin.ts";
import { measureReader } from "../../reports/index.ts";
import { packageFolder } from "../sourceFiles.ts";

const { rows } = JSON.parse(readFileSync(join(packageFolder, "data/tables/history-mx.json"), "utf8")) as {
  rows: MexicoRow[];
};
const series = mexicoSeries(rows);

describe("mexicoSeries(rows)", () => {
  it("is the one series of year ends without a gap", () => {
    expect(series.map(({ year, yearEndStock }) => [year, yearEndStock])).toEqual([
      [2020, 211_169],
      [2021, 220_419],
      [2022, 226_116],
      [2023, 233_277],
      [2024, 236_773],
    ]);
  });
});

describe("mexicoOrigins(series)", () => {
  it("are the years whose admissions are known and that something follows", () => {
    expect(mexicoOrigins(series)).toEqual([2022, 2023]);
  });
});

describe("mexicoOrigin(series, origin)", () => {
  it("lets as many people leave as the change of the stock needs", () => {
    const { meanStayYears } = mexicoOrigin(series, 2023);
    const left = 147_802 - (233_277 - 226_116);
    expect(meanStayYears).toBeCloseTo((233_277 + 226_116) / 2 / left, 12);
  });

  it.each([2022, 2023])("knows nothing that came after %i", (origin) => {
    const altered = series.map((row) =>
      row.year <= origin ? row : { ...row, yearEndStock: 1, admissions: 7 },
    );
    expect(mexicoScenario(mexicoOrigin(altered, origin))).toEqual(
      mexicoScenario(mexicoOrigin(series, origin)),
    );
  });

  it("changes with a figure of the origin itself", () => {
    const altered = series.map((row) => (row.year === 2022 ? { ...row, admissions: 100_000 } : row));
    expect(mexicoOrigin(altered, 2022)).not.toEqual(mexicoOrigin(series, 2022));
  });

  it("requires admissions and the year before", () => {
    expect(() => mexicoOrigin(series, 2021)).toThrow("requires the admissions of 2021");
    expect(() => mexicoOrigin(series, 2020)).toThrow("requires the admissions of 2020");
  });
});

describe("mexicoScenario(origin)", () => {
  it("simulates what the closed form of M/M/infinity expects", () => {
    const whole = mexicoOrigin(series, 2022);
    const small = { ...whole, persons: 2261, admissionsPerYear: whole.admissionsPerYear / 100 };
    const scenario = compiledMexico(small);
    const values = Array.from({ length: 40 }, (_, i) => {
      const result = runReplication(scenario.parameters, "1", i);
      return [0, 1].map((at) => measureReader(scenario, "mx.system.stock", at)(result));
    });
    for (const [at, years] of [
      [0, 1],
      [1, 2],
    ] as const) {
      const mean = values.reduce((sum, list) => sum + list[at]!, 0) / values.length;
      // A Poisson number has its mean as variance, and so has at most this one.
      const error = Math.sqrt(expectedMexico(small, years) / values.length);
      expect(Math.abs(mean - expectedMexico(small, years))).toBeLessThan(4 * error);
    }
  });
});
