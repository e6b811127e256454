import { markdownTable, measureValues, type ScenarioRun } from "../../reports/index.ts";
import { number } from "../../reports/text/en/format.ts";
import { mean, meanShown } from "./comparison.ts";
import { SYSTEM } from "./people.ts";
import { publishedFigures } from "./published.ts";

/** Counts of one institution. */
interface InstitutionCounts {
  readonly name: string;
  /** February 2020, all units; September 2025, main unit. Null = not published. */
  readonly all2020: number | null;
  readonly main2025: number | null;
  readonly start: number;
  /** Main unit on day 0. */
  readonly mainStart: number;
  readonly end: readonly number[];
}

/** Institutions with a published count, beside the model on day 0 and at the end. */
export function institutionCounts({ scenario, results }: ScenarioRun): InstitutionCounts[] {
  const last = scenario.parameters.gridDays.length - 1;
  return scenario.institutions
    .filter(({ system, id }) => system === SYSTEM && published(id).length > 0)
    .map(({ id, name }) => {
      const measure = `${SYSTEM}.facility.${id}.stock`;
      const main = scenario.facilities.findIndex(
        (facility) => facility.system === SYSTEM && facility.id === id,
      );
      const counts = published(id);
      return {
        name,
        all2020: counts.find(({ base }) => base === "all units")?.value ?? null,
        main2025: counts.find(({ base }) => base === "main unit")?.value ?? null,
        start: mean(Array.from(measureValues(scenario, results, measure, "start"))),
        mainStart:
          main < 0 ? Number.NaN : mean(Array.from(results, ({ initialStock }) => initialStock[main]!)),
        end: Array.from(measureValues(scenario, results, measure, last)),
      };
    });
}

function published(id: string) {
  return publishedFigures("institution").filter(({ category }) => category === id);
}

/** Every institution with its counts. */
export function institutionTable(
  rows: readonly InstitutionCounts[],
  startDate: string,
  endDate: string,
): string {
  const cell = (value: number | null) => (value === null || Number.isNaN(value) ? "" : number(value));
  return markdownTable({
    columns: [
      "institution",
      "February 2020, all units",
      "September 2025, main unit",
      `model ${startDate}, main unit`,
      `model ${startDate}, all units`,
      `model ${endDate}, all units`,
    ],
    rows: rows.map((row) => [
      row.name,
      cell(row.all2020),
      cell(row.main2025),
      cell(row.mainStart),
      cell(row.start),
      meanShown(row.end, "persons"),
    ]),
  });
}

/**
 * How far counts of the model are from published ones, both as parts of their sum, so that the size of the whole
 * system does not enter: half the sum of the absolute differences, the share that would have to move.
 */
export function misplacedShare(pairs: readonly (readonly [published: number, model: number])[]): number {
  const [all, model] = [0, 1].map((side) => pairs.reduce((sum, pair) => sum + pair[side as 0 | 1], 0));
  return pairs.reduce((sum, [a, b]) => sum + Math.abs(a / all! - b / model!), 0) / 2;
}
