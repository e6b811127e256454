import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { usRecord } from "../cli/backtestRecord.ts";
import { simulateOrigins } from "../cli/simulateOrigins.ts";
import { BACKTEST_REPLICATIONS } from "../docs/generate/backtestFiles.ts";
import { mexicoBacktest, mexicoTable } from "../docs/generate/mexicoBacktest.ts";
import { SEED } from "../docs/generate/simulate.ts";
import { originCells } from "../docs/generate/validationPage.ts";
import { relativeError } from "../experiments/index.ts";
import { packageFolder } from "./sourceFiles.ts";

interface ErrorRow {
  readonly horizonYears: number;
  readonly origin: number;
  readonly errorRatio: number;
}

const page = readFileSync(join(packageFolder, "docs/validation.md"), "utf8");
const errors = (
  JSON.parse(readFileSync(join(packageFolder, "data/tables/model-error.json"), "utf8")) as {
    rows: ErrorRow[];
  }
).rows;

/** Origins simulated anew: the smallest stock, and the one with the least to simulate of the last ones. */
const ORIGINS = [1996, 2021];

describe("docs/validation.md", () => {
  it("has exactly what the back-test gives from some origins", async () => {
    const run = { replications: BACKTEST_REPLICATIONS, seed: SEED, workers: 2 };
    const scored = await simulateOrigins(usRecord(), ORIGINS, run);
    const forecasts = scored.map((one) => ({ ...one, error: relativeError(one) }));
    for (const origin of ORIGINS) {
      const cells = originCells({ forecasts }, origin);
      expect(page).toContain(`| ${cells.join(" | ")} |`);
    }
    const model = forecasts.filter(({ method }) => method === "model");
    const documented = errors.filter(({ origin }) => ORIGINS.includes(origin));
    expect(documented.length).toBe(5);
    for (const { horizonYears, origin, errorRatio } of documented) {
      const again = model.find((one) => one.horizon === horizonYears && one.origin === origin);
      expect(Number(again!.error.toFixed(5))).toBe(errorRatio);
    }
  }, 600_000);

  it("has exactly the forecasts of Mexico's stock that the engine gives", async () => {
    const table = mexicoTable(await mexicoBacktest());
    expect(table.split("\n")).toHaveLength(7);
    expect(page).toContain(table);
  }, 600_000);

  it("says in its first lines of every bar whether it holds, the missed ones first, from the residuals of the table", () => {
    const bars = page.split("\n").slice(2, 7);
    expect(bars.every((line) => /: (holds|missed) \(/.test(line))).toBe(true);
    const mape = (horizon: number) => {
      const usual = errors.filter(
        ({ horizonYears, origin }) => horizonYears === horizon && ![2020, 2021].includes(origin + horizon),
      );
      return usual.reduce((sum, { errorRatio }) => sum + Math.abs(errorRatio), 0) / usual.length;
    };
    const verdict = (holds: boolean, reached: number) =>
      `${holds ? "holds" : "missed"} (${(100 * reached).toFixed(2)} %)`;
    const said = (words: string) => bars.find((line) => line.startsWith(`- ${words} at most`));
    const error = "mean absolute error without the shock";
    expect(said(`12 months, ${error}`)).toContain(verdict(mape(1) <= 0.014, mape(1)));
    expect(said(`24 months, ${error}`)).toContain(verdict(mape(2) <= 0.035, mape(2)));
    const verdicts = bars.map((line) => line.includes(": holds ("));
    expect(verdicts).toEqual(verdicts.toSorted((left, right) => Number(left) - Number(right)));
  });

  it("has the table of every origin from 1996 to 2021 at one year", () => {
    const origins = errors.filter(({ horizonYears }) => horizonYears === 1).map(({ origin }) => origin);
    expect(origins).toEqual(Array.from({ length: 26 }, (_, i) => 1996 + i));
  });
});
