import { availableParallelism } from "node:os";
import { type BacktestDocument, backtestDocument, recordOf } from "../../cli/backtestOutput.ts";
import { usRecord } from "../../cli/backtestRecord.ts";
import { simulateOrigins } from "../../cli/simulateOrigins.ts";
import { formatTable } from "../../data/pipeline/table.ts";
import { originsOf } from "../../experiments/index.ts";
import { type MexicoForecast, mexicoBacktest } from "./mexicoBacktest.ts";
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
  const document = await documentedBacktest(originsOf(usRecord().history));
  return filesOf(document, await mexicoBacktest());
}

/** The same from finished records. */
export function filesOf(
  document: BacktestDocument,
  mexico: readonly MexicoForecast[],
): Record<string, string> {
  return {
    "docs/validation.md": validationPage(document, mexico),
    "data/tables/model-error.json": formatTable(modelErrorTable(document)),
    "data/tables/skill-record.json": skillRecordText(document),
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

/** What reports carry of the record. */
function skillRecordText(document: BacktestDocument): string {
  const { replications, seed } = document;
  const { firstOrigin, lastOrigin, bars, scores } = recordOf(document);
  const table = {
    table: "skill-record",
    title: "How good the forecasts were, by method and years ahead",
    asOf: "2022-12-31",
    mark: "derived" as const,
    note:
      "Scores of forecasts of the total US stock in the back-test of docs/validation.md, with and without the targets of " +
      "2020 and 2021. Errors and coverage are ratios.",
    sources: ["BOP-S7"],
    rows: scores.map((score) => ({ ...score, source: "BOP-S7" })),
  };
  const head = { firstOrigin, lastOrigin, replications, seed, bars: bars.map((bar) => ({ ...bar })) };
  return formatTable(table, head);
}
