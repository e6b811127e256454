import { AGE_BAND_YEARS, AGE_BANDS, SENTENCE_BAND_YEARS, SENTENCE_BANDS } from "../../engine/index.ts";
import { measureValues, type ScenarioRun } from "../../reports/index.ts";
import { type Comparison, mean } from "./comparison.ts";
import { type Published, publishedFigures } from "./published.ts";

/** System whose people are compared. */
export const SYSTEM = "us";
/** Offence of the people who are inside because they violated their supervision. */
export const VIOLATION = "supervisionViolation";

/** The two moments of a comparison. */
type Moment = "start" | "end";

/** Share of people by replication, in per cent. */
type Shares = (category: string, moment: Moment) => readonly number[];

/** Everybody in, in institutions and outside, in persons. */
export function totalRows(run: ScenarioRun): Comparison[] {
  const outside = (moment: Moment) => stock(run, `${SYSTEM}.level.community.stock`, moment);
  const total = (moment: Moment) => stock(run, `${SYSTEM}.system.stock`, moment);
  const readings: Readonly<Record<string, readonly [string, (moment: Moment) => readonly number[]]>> = {
    total: ["all people", total],
    inInstitutions: ["in institutions", (moment) => total(moment).map((all, i) => all - outside(moment)[i]!)],
    outside: ["in community placement and other places outside", outside],
  };
  return publishedFigures("stock").flatMap((from) => {
    const [what, read] = readings[from.category] ?? ["", null];
    return read === null
      ? []
      : [
          {
            what,
            unit: "persons",
            published: from.value,
            from,
            start: mean(read("start")),
            end: read("end"),
          },
        ];
  });
}

/** Own levels, sex, citizenship, offence, sentence and age, each as a share of its total. */
export function compositionRows(run: ScenarioRun): Comparison[] {
  return [
    ...shareRows("ownLevel", "own level", (level, moment) =>
      stock(run, `${SYSTEM}.custody.${level}.share`, moment).map((share) => 100 * share),
    ),
    ...shareRows("sex", "", (sex, moment) =>
      streamShares(run, moment, (stream) => stream.sex === sex, everybody),
    ),
    ...shareRows("citizenship", "citizenship", (nation, moment) =>
      streamShares(
        run,
        moment,
        ({ citizenship }) => (nation === "nonUS" ? citizenship !== "US" : citizenship === nation),
        everybody,
      ),
    ),
    ...shareRows("offence", "offence", (offence, moment) =>
      streamShares(run, moment, (stream) => publishedOffence(stream) === offence, hasOffence),
    ),
    ...shareRows("sentence", "sentence", (band, moment) => sentenceShares(run, band, moment)),
    ...shareRows("age", "age", (band, moment) => ageShares(run, band, moment)),
  ];
}

type Stream = ScenarioRun["scenario"]["streams"][number];

function everybody({ system }: Stream): boolean {
  return system === SYSTEM;
}

/** Violators of supervision are no group of the publication: the model takes them from public order. */
function publishedOffence({ offence }: Stream): string {
  return offence === VIOLATION ? "publicOrder" : offence;
}

function hasOffence(stream: Stream): boolean {
  const offence = publishedOffence(stream);
  return everybody(stream) && publishedFigures("offence").some(({ category }) => category === offence);
}

/** Categories without a place in the model: people whose offence is not known, and death sentences. */
const LEFT_OUT = ["unspecified", "death"];

function shareRows(measure: string, word: string, shares: Shares): Comparison[] {
  const figures = publishedFigures(measure).filter(({ category }) => !LEFT_OUT.includes(category));
  return figures.map((from) => ({
    what: `${word} ${from.category.replaceAll("_", " ")}`.trim(),
    unit: "%",
    published: from.unit === "%" ? from.value : (100 * from.value) / totalOf(from, figures),
    from,
    start: mean(shares(from.category, "start")),
    end: shares(from.category, "end"),
  }));
}

/** What a published count is a part of: its categories together, Mexicans being among those who are not US citizens. */
function totalOf(figure: Published, figures: readonly Published[]): number {
  const parts = figures.filter(({ category }) => figure.measure !== "citizenship" || category !== "MX");
  return parts.reduce((sum, { value }) => sum + value, 0);
}

/** Values of a measure on day 0 or at the end, by replication. */
function stock({ scenario, results }: ScenarioRun, measure: string, moment: Moment): readonly number[] {
  const at = moment === "start" ? "start" : scenario.parameters.gridDays.length - 1;
  return Array.from(measureValues(scenario, results, measure, at));
}

function streamShares(
  { scenario, results }: ScenarioRun,
  moment: Moment,
  isPart: (stream: Stream) => boolean,
  isWhole: (stream: Stream) => boolean,
): number[] {
  const { streams, parameters } = scenario;
  const first = moment === "start" ? 0 : (parameters.gridDays.length - 1) * streams.length;
  return Array.from(results, (result) => {
    const counts = moment === "start" ? result.initialStreamStock : result.gridStreamStock;
    const sum = (passes: (stream: Stream) => boolean) =>
      streams.reduce((all, stream, i) => all + (passes(stream) ? counts[first + i]! : 0), 0);
    return (100 * sum((stream) => isWhole(stream) && isPart(stream))) / sum(isWhole);
  });
}

const SENTENCE_NAMES = [
  "under_1y",
  ...SENTENCE_BAND_YEARS.slice(1).map((to, i) => `${SENTENCE_BAND_YEARS[i]}_to_${to}y`),
  `over_${SENTENCE_BAND_YEARS.at(-1)}y`,
  "life",
];

function sentenceShares({ scenario, results }: ScenarioRun, name: string, moment: Moment): number[] {
  const band = SENTENCE_NAMES.indexOf(name);
  const { streams } = scenario;
  const first = moment === "start" ? 0 : streams.length;
  const own = streams.flatMap((stream, i) => (everybody(stream) ? [first + i] : []));
  return Array.from(results, ({ censusSentence }) => {
    const count = (from: number, to: number) =>
      own.reduce((sum, row) => sum + sumOf(censusSentence, row * SENTENCE_BANDS + from, to - from), 0);
    return (100 * count(band, band + 1)) / count(0, SENTENCE_BANDS);
  });
}

/** Bands of age by the names of the publication: "18-19", "20-24", …, "65+", and open ones such as "50+". */
function ageShares({ scenario, results }: ScenarioRun, name: string, moment: Moment): number[] {
  const [low = 0, high] = name.split(/[-+]/).map(Number);
  const ends: readonly number[] = AGE_BAND_YEARS;
  const first = ends.indexOf(low) + 1;
  const last = name.endsWith("+") ? AGE_BANDS : ends.findIndex((year) => year > (high ?? 0)) + 1;
  const system = scenario.systems.findIndex(({ id }) => id === SYSTEM);
  const row = (moment === "start" ? 0 : scenario.systems.length) + system;
  return Array.from(results, ({ censusAge }) => {
    const part = sumOf(censusAge, row * AGE_BANDS + first, last - first);
    return (100 * part) / sumOf(censusAge, row * AGE_BANDS, AGE_BANDS);
  });
}

function sumOf(counts: Int32Array, from: number, length: number): number {
  return counts.subarray(from, from + length).reduce((sum, count) => sum + count, 0);
}
