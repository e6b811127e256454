import { markdownTable, measureValues, type ScenarioRun } from "../../reports/index.ts";
import { number } from "../../reports/text/en/format.ts";
import { epochDay } from "../../scenarios/index.ts";
import { mean, meanShown } from "./comparison.ts";
import { SYSTEM } from "./people.ts";
import { tableRows } from "./published.ts";

interface HistoryRow {
  readonly year: number;
  readonly yearEndStock: number;
  readonly bopCustody: number;
  readonly ratedCapacity: number | null;
}

const history = tableRows<HistoryRow>("history-us");

/** Published year ends beside the model: on day 0, and at the sampling date nearest to each later year end. */
export function hindcastTable(run: ScenarioRun): string {
  const { scenario } = run;
  const first = Number(scenario.startDate.slice(0, 4));
  const last = Number(scenario.endDate.slice(0, 4));
  const rows = history
    .filter(({ year }) => year >= first && year <= last)
    .flatMap((published) => {
      const grid = nearestGrid(run, `${published.year}-12-31`);
      return grid === null ? [] : quantities(run, published, grid);
    });
  return markdownTable({
    columns: ["year end", "figure", "published", "model", "difference"],
    rows,
  });
}

/** Point of the grid within two days of a date, or day 0; null where there is none. */
function nearestGrid({ scenario }: ScenarioRun, date: string): number | "start" | null {
  const day = (epochDay(date) ?? 0) - (epochDay(scenario.startDate) ?? 0);
  if (Math.abs(day) <= 2) return "start";
  const grid = scenario.parameters.gridDays.findIndex((at) => Math.abs(at - day) <= 2);
  return grid < 0 ? null : grid;
}

function quantities(run: ScenarioRun, published: HistoryRow, at: number | "start"): string[][] {
  const read = (measure: string) => Array.from(measureValues(run.scenario, run.results, measure, at));
  const total = read(`${SYSTEM}.system.stock`);
  const outside = read(`${SYSTEM}.level.community.stock`);
  const inside = total.map((all, i) => all - outside[i]!);
  const occupancy = read(`${SYSTEM}.system.occupancy`).map((ratio) => 100 * ratio);
  const { ratedCapacity, bopCustody, yearEndStock, year } = published;
  const row = (figure: string, figurePublished: number, values: readonly number[], unit: "persons" | "%") => {
    const digits = unit === "%" ? 1 : 0;
    const change = mean(values) - figurePublished;
    return [
      String(year),
      figure,
      number(figurePublished, digits),
      at === "start" ? number(mean(values), digits) : meanShown(values, unit),
      `${change > 0 ? "+" : ""}${number(change, digits)}`,
    ];
  };
  return [
    row("all people", yearEndStock, total, "persons"),
    row("in institutions", bopCustody, inside, "persons"),
    ...(ratedCapacity === null
      ? []
      : [row("occupancy, % of rated capacity", (100 * bopCustody) / ratedCapacity, occupancy, "%")]),
  ];
}
