import { libraryIds } from "../../cli/scenarioFiles.ts";
import { en, gridDate, plain, type ScenarioRun } from "../../reports/index.ts";
import { comparisonTable } from "./comparison.ts";
import { crowded2020Table, crowdedTable } from "./crowded.ts";
import { flowRows, sentencingRows } from "./flows.ts";
import { hindcastTable } from "./hindcast.ts";
import { institutionCounts, institutionTable, misplacedShare } from "./institutions.ts";
import { compositionRows, SYSTEM, totalRows } from "./people.ts";
import { LEVEL_HELD, SEED, simulate, WITHOUT_MEXICO } from "./simulate.ts";

const REPLICATIONS = 4;
const CROWDED_REPLICATIONS = 16;
const CROWDED_HORIZON = "2 y";
const HINDCAST = "hindcast-2017";
const HINDCAST_REPLICATIONS = 12;

/** `docs/us-baseline.md`: the US side of the baseline beside what is published. */
export async function usBaselinePage(): Promise<string> {
  const run = await simulate("baseline", REPLICATIONS, [WITHOUT_MEXICO, LEVEL_HELD]);
  const crowded = await simulate("baseline", CROWDED_REPLICATIONS, [
    WITHOUT_MEXICO,
    `horizon=${CROWDED_HORIZON}`,
  ]);
  const parts = [
    "# The US side of the baseline, beside what is published",
    `Made by \`npm run docs\` from the scenario \`baseline\` and the tables of \`data/\`; a test makes it again and compares. Do not edit it. Seed \`${SEED}\`; ± is the half-width of the 95 % confidence interval of a mean over replications, which holds chance alone. The runs of this page admit nobody to Mexico's prisons, which leaves the United States as they are, person by person.`,
    ...modelAgainstPublished(run),
    ...institutionParts(run),
    ...crowdedParts(crowded),
    ...(await hindcastParts()),
  ];
  return `${parts.join("\n\n")}\n`;
}

function modelAgainstPublished(run: ScenarioRun): string[] {
  const { startDate, endDate } = run.scenario;
  const [start, end] = [`model, ${startDate}`, `model, ${endDate}`];
  return [
    "## 1. Model against published",
    `${run.results.length} replications of ten years. On day 0 the totals, levels, sexes, citizenships, offences, sentences and ages agree because they are inputs of the model; the columns of the end show whether its rules keep them. For that the yearly level of admissions, which the baseline takes as uncertain, is held at its mean here. Published figures are the newest that were found, and their dates differ, so a difference is not always an error.`,
    "### People inside",
    comparisonTable(totalRows(run), start, end),
    "### Who they are",
    "Shares of the people whom the publication counts. Levels are people's own, wherever they are held. Offences are those of the six groups that both sides know; the model's violators of supervision count as public order, the group that it takes them from. Ages are published for sentences over one year.",
    comparisonTable(compositionRows(run), start, end),
    "### Who comes and goes",
    "Published flows are of people sentenced to more than a year. The model counts everybody; its admissions and releases are multiplied by the share of such sentences among its admissions, which holds for releases while the stock is stationary. Deaths are of all people in the model.",
    comparisonTable(flowRows(run), "model, by its rates", "model, mean of the run"),
    "### Who is sentenced",
    "The flow is not the stock: long sentences are rarer among people who come than among people who are inside. By the rates of day 0, without violators of supervision.",
    comparisonTable(sentencingRows(run), "model, by its rates", ""),
  ];
}

function institutionParts(run: ScenarioRun): string[] {
  const rows = institutionCounts(run);
  const { startDate, endDate } = run.scenario;
  const moved = (pairs: readonly (readonly [number | null, number])[]) => {
    const known = pairs.flatMap(([a, b]): [number, number][] =>
      a === null || Number.isNaN(b) ? [] : [[a, b]],
    );
    return `${(100 * misplacedShare(known)).toFixed(1)} % (${known.length} institutions)`;
  };
  const end = rows.map((row) => row.end.reduce((sum, value) => sum + value, 0) / row.end.length);
  return [
    "### Institutions",
    `Share of people who would have to be in another institution for the counts to be in the same proportion (half the sum of absolute differences of shares): February 2020 against the model on ${startDate}, ${moved(rows.map((row) => [row.all2020, row.start]))}; main units of September 2025 against the model's on ${startDate}, ${moved(rows.map((row) => [row.main2025, row.mainStart]))}; the model on ${startDate} against ${endDate}, ${moved(rows.map((row, i) => [row.start, end[i]!]))}. The counts of September 2025 are inputs of day 0.`,
    `<details><summary>All ${rows.length} institutions</summary>`,
    institutionTable(rows, startDate, endDate),
    "</details>",
  ];
}

function crowdedParts(run: ScenarioRun): string[] {
  const grid = run.scenario.parameters.gridDays.length - 1;
  const date = gridDate(run.scenario, grid);
  return [
    "## 2. Institutions most likely above 130 %",
    `The ten institutions of the baseline most likely above 130 % of capacity on ${date}, over ${run.results.length} replications, and what their occupancy was in February 2020 (in brackets: resting on a doubtful capacity). The yearly level of admissions is uncertain here, as in the baseline. ${crowdingNote(run)}`,
    crowdedTable(run, grid),
    "All institutions at 130 % and more in February 2020, computed from counts and rated capacities; not a published list:",
    crowded2020Table(),
  ];
}

/** What occupancy is measured against. */
function crowdingNote({ scenario }: ScenarioRun): string {
  const definition = scenario.systems.find(({ id }) => id === SYSTEM)?.capacityDefinition ?? "rated";
  return plain(en.capacity.measuredAgainst("the model", definition));
}

async function hindcastParts(): Promise<string[]> {
  if (!libraryIds().includes(HINDCAST)) return [];
  const run = await simulate(HINDCAST, HINDCAST_REPLICATIONS);
  return [
    "## 3. Hindcast",
    `The scenario \`${HINDCAST}\` starts on ${run.scenario.startDate} with what was published by then and runs to ${run.scenario.endDate} (${run.results.length} replications). Published: all people under federal jurisdiction, the people in the Bureau's own institutions, and these divided by rated capacity; the contract prisons of the time are simulated but are not the Bureau's own. "replications" gives the lowest and the highest of them; "no change" is the difference of the forecast that everything stays as it was on day 0. The model adds the units' capacities as recorded from 2016 to 2020, somewhat more than the published total, so its occupancy begins lower.`,
    hindcastTable(run),
  ];
}
