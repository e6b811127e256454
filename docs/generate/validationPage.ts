import {
  type BacktestDocument,
  barSentences,
  percent,
  SKILL_COLUMNS,
  skillCells,
} from "../../cli/backtestOutput.ts";
import { markdownTable } from "../../reports/index.ts";

/** `docs/validation.md` from the skill record. */
export function validationPage(document: BacktestDocument): string {
  return `${[
    "# Validation: the skill record",
    barSentences(document)
      .map((sentence) => `- ${sentence}`)
      .join("\n"),
    `Made by \`npm run docs\` from the shipped engine: ${document.replications} replications from each origin, seed \`${document.seed}\`. \`bedspace backtest\` does the same.`,
    WHAT,
    "## Scores",
    markdownTable({ columns: [...SKILL_COLUMNS], rows: skillCells(document) }),
    SCORES,
    "## Spread",
    pitTable(document),
    "A right spread puts as many outcomes into each fifth. Few in the outer fifths: intervals too wide; many: too narrow.",
    "## By origin",
    originTable(document),
    "Errors of the expected stock in percent, positive = too high. Blank: the year end is not in the series.",
    "## Turning point and shock, by name",
    named(document),
    "## Crowding four years ahead",
    crowdingTable(document),
    crowdingWords(document),
    "## Model error",
    errorTable(document),
    "In `data/tables/model-error.json` with every residual. It holds for the total stock of a system that is forecast in this way, not for single institutions.",
    CHOSEN,
  ].join("\n\n")}\n`;
}

const WHAT = `Each origin is a year end of the Bureau of Prisons (\`data/tables/history-us.json\`). What was known then becomes a scenario: people
inside by the time they have left, admissions by year, announced cuts of sentences on their date. Nothing later is in it; a
test alters every later figure and finds the scenario the same. The figures are those of the series as it stands today:
revisions after an origin are not undone.

*naive*: the last value. *drift*: the last yearly change goes on. *ets*: exponential smoothing without, with straight or with
damped trend, chosen by AICc. *combination*: the mean of the four, quantile by quantile.`;

const SCORES = `MAPE and bias: mean absolute and mean error. CRPS in persons, lower is better. "in 90 %": share of the outcomes inside the 90 %
interval. Forecasts from neighbouring origins overlap and are not independent. The shock: targets at the ends of 2020 and 2021,
which the other columns contain.`;

const CHOSEN = `## What was chosen by hand, and when

Where a bar is missed, nothing was changed to meet it: the choices below are the first ones.

On 2026-11-24, after an exploration of the same series with a formula; none of it was changed after the engine's scores were
seen. The years that are scored were therefore not unseen by those who chose the form of the model.

- Form: stock = earlier admissions x survival of a lognormal stay. Mean and spread of the stay are fitted at each origin to the
  releases and stocks of the last six years known then.
- Admissions: last level, and the mean of the last two yearly changes damped by 0.9 a year, the middle of the usual range 0.8 to 0.98.
  Their spread is that of the rule's own errors at earlier origins; the trend has the error of a mean of two changes.
- Admissions before 1993 are not known: extended back at the growth of the stock from 1990 to 1993.
- People without a sentence over one year: held at their last number.
- Drugs minus two (public July 2014, first releases 1 November 2015): 46,290 people, 25 months, 79,740 bed-years, as estimated
  beforehand. The time that these people have left follows from the three figures, if it is spread evenly.
- The collapse of admissions in 2020: from the end of 2020 they are expected back at the level of 2019, and neither 2020 nor
  2021 makes a trend. This rule was written knowing what came.

Left out, because no figure with a source tells how many people got what cut and when: the retroactivity of the Fair Sentencing
Act (2011) and the First Step Act (2018). Mexico: five year ends of one series (INEGI, 2020 to 2024) are too few for a record; see
the scenario \`mexico-outlook-2024\` for its one check out of sample.`;

function pitTable({ skill }: BacktestDocument): string {
  const columns = ["years", "0 – 0.2", "0.2 – 0.4", "0.4 – 0.6", "0.6 – 0.8", "0.8 – 1"];
  const rows = skill.flatMap(({ method, horizon, all }) => {
    if (method !== "model" || all === null) return [];
    const counts = [0, 0, 0, 0, 0];
    for (const value of all.pit) counts[Math.min(4, Math.floor(5 * value))]!++;
    return [[String(horizon), ...counts.map(String)]];
  });
  return markdownTable({ columns, rows });
}

/** Cells of one origin: the model's errors at each horizon. */
export function originCells({ forecasts }: Pick<BacktestDocument, "forecasts">, origin: number): string[] {
  const error = (horizon: number): string => {
    const found = forecasts.find(
      (one) => one.method === "model" && one.origin === origin && one.horizon === horizon,
    );
    return found === undefined ? "" : `${found.error > 0 ? "+" : ""}${percent(found.error)}`;
  };
  return [String(origin), ...[1, 2, 4, 5].map(error)];
}

function originTable(document: BacktestDocument): string {
  const origins = [...new Set(document.forecasts.map(({ origin }) => origin))];
  return markdownTable({
    columns: ["origin", "1 year", "2 years", "4 years", "5 years"],
    rows: origins.map((origin) => originCells(document, origin)),
  });
}

/** Errors of all methods from the origins before and in the turn of 2013 to 2016, and before the shock. */
function named({ forecasts }: BacktestDocument): string {
  const rows = [2012, 2013, 2014, 2015, 2016, 2019, 2020].flatMap((origin) =>
    [1, 2].map((horizon) => [
      String(origin),
      String(horizon),
      ...["model", "naive", "drift", "ets", "combination"].map((method) => {
        const found = forecasts.find(
          (one) => one.method === method && one.origin === origin && one.horizon === horizon,
        );
        return found === undefined ? "" : `${found.error > 0 ? "+" : ""}${percent(found.error)}`;
      }),
    ]),
  );
  return markdownTable({
    columns: ["origin", "years", "model %", "naive %", "drift %", "ets %", "combination %"],
    rows,
  });
}

function crowdingTable({ crowding }: BacktestDocument): string {
  const points = (ratio: number): string => (100 * ratio).toFixed(1);
  return markdownTable({
    columns: ["origin", "forecast, %", "came, %", "points off"],
    rows: crowding.map(({ origin, forecast, observed }) => [
      String(origin),
      points(forecast),
      points(observed),
      points(forecast - observed),
    ]),
  });
}

function crowdingWords({ crowding }: BacktestDocument): string {
  const off = crowding.map(({ forecast, observed }) => 100 * Math.abs(forecast - observed));
  const mean = off.reduce((sum, points) => sum + points, 0) / off.length;
  const within = off.filter((points) => points <= 10).length;
  return `People in the Bureau's own institutions beyond rated capacity. The share held there stays that of the origin; capacity is
the one that came to be. ${within} of ${off.length} forecasts are within 10 points; they are ${mean.toFixed(1)} points off on average.`;
}

function errorTable({ modelError }: BacktestDocument): string {
  return markdownTable({
    columns: ["years", "forecasts", "bias, %", "root mean square, %"],
    rows: modelError.map((row) => [
      String(row.horizonYears),
      String(row.forecasts),
      percent(row.bias),
      percent(row.rootMeanSquare),
    ]),
  });
}
