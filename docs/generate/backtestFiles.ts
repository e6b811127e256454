import { availableParallelism } from "node:os";
import { type BacktestDocument, backtestDocument } from "../../cli/backtestOutput.ts";
import { usRecord } from "../../cli/backtestRecord.ts";
import { simulateOrigins } from "../../cli/simulateOrigins.ts";
import { formatTable } from "../../data/pipeline/table.ts";
import { originsOf } from "../../experiments/index.ts";
import { SEED } from "./simulate.ts";
import { validationPage } from "./validationPage.ts";

/** Replications from each origin behind the documented record. */
export const BACKTEST_REPLICATIONS = 40;

/** The record from some origins. */
export async function documentedBacktest(origins: readonly number[]): Promise<BacktestDocument> {
  const record = usRecord();
  const run = { replications: BACKTEST_REPLICATIONS, seed: SEED };
  const forecasts = await simulateOrigins(record, origins, { ...run, workers: availableParallelism() });
  return backtestDocument(record, forecasts, run);
}

/** The page and the table that the whole back-test makes: path from the package's folder, and text. */
export async function backtestFiles(): Promise<Record<string, string>> {
  return filesOf(await documentedBacktest(originsOf(usRecord().history)));
}

/** The same from a finished record. */
export function filesOf(document: BacktestDocument): Record<string, string> {
  return {
    "docs/validation.md": validationPage(document),
    "data/tables/model-error.json": formatTable(modelErrorTable(document)),
  };
}

function modelErrorTable({ modelError }: BacktestDocument) {
  return {
    table: "model-error",
    title: "Error of the model by horizon",
    asOf: "2022-12-31",
    mark: "derived" as const,
    note:
      "Forecast total stock of the US system over what came, less 1, from the back-test of docs/validation.md; the shock " +
      "of 2020 is among the residuals.",
    sources: ["BOP-S7"],
    rows: modelError.flatMap(({ horizonYears, residuals }) =>
      residuals.map(({ origin, error }) => ({
        horizonYears,
        origin,
        errorRatio: Number(error.toFixed(5)),
        source: "BOP-S7",
      })),
    ),
  };
}
