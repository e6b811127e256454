import {
  type BacktestDocument,
  percent,
  recordOf,
  SKILL_COLUMNS,
  skillCells,
} from "../../cli/backtestOutput.ts";
import { barSentences, markdownTable } from "../../reports/index.ts";
import { type MexicoForecast, mexicoTable } from "./mexicoBacktest.ts";

/** `docs/validation.md` from the skill record of the US stock and the forecasts of Mexico's. */
export function validationPage(document: BacktestDocument, mexico: readonly MexicoForecast[]): string {
  return `${[
    "# Validation: the skill record",
    barSentences(recordOf(document))
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
    ERRORS,
    "## Mexico",
    MEXICO,
    mexicoTable(mexico),
    MEXICO_MODEL,
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

const ERRORS = `In \`data/tables/model-error.json\` with every residual, and with every score in \`data/tables/skill-record.json\`, from which reports
take it. It holds for the total stock of a system that is forecast in this way, not for single institutions.`;

const MEXICO = `The national stock at year ends in one series that counts everybody, adolescents too (INEGI): 2020 to 2024. The year end of
2019 leaves out Mexico City, and the monthly notebooks count adults only; they are not joined. Five values leave three origins. The model
needs the admissions of the year, known for 2022 and 2023 before the last: two origins, three forecasts, which overlap. So there is no
average, no interval and no bar here. ETS needs five values (and seven for a trend, by AICc): no year is left to score it.`;

const MEXICO_MODEL = `Errors of the expected stock in percent, positive = too high. *model*: the same engine; as many admissions as in the last year,
and people leave at the constant rate that the last change of the stock needs (published releases do not add up to it; a form with them was looked at too, better from 2022 and worse from
2023, and nothing was chosen by that). Four replications; their mean is off by about 0.1. *drift* begins with three values. The admissions of 2022 follow from the edition of 2023 and its growth rate. A test alters later figures here too. The
check on months of 2025 is that of the scenario \`mexico-outlook-2024\` in [cases.md](cases.md).`;

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

Left out are two laws whose sizes were published, because no origin could await them:

- Fair Sentencing Act, made retroactive: about 12,000 people, 37 months each on average, public with the vote of 30 June 2011, in
  force from 1 November 2011 (Sentencing Commission: ussc.gov, "Frequently Asked Questions: 2011 Retroactive Crack Cocaine Guideline
  Amendment", and its press release as printed in roanokefreepress.com, 1 July 2011). No year end lies between. How long these people still
  had to serve was not published with it; the 22,000 bed-years in [cases.md](cases.md) are an estimate of 2013.
- First Step Act: more good-conduct time for 142,448 people, 27,126 bed-years over more than 20 years (Sentencing Commission,
  "Sentence and Prison Impact Estimate Summary, S. 756" of January 2019, copy at pdf4pro.com). The law is of 21 December 2018, the
  estimate of after that year end, the first releases of July 2019, before the next. For the credits that 106,114 people may earn, the
  same page says that the impact cannot be estimated.

Both came true in the years after, and the origins before them carry the error.`;

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
