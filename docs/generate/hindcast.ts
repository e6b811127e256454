import { markdownTable, measureValues, type ScenarioRun } from "../../reports/index.ts";
import { number } from "../../reports/text/en/format.ts";
import { dayNumber } from "../../scenarios/index.ts";
import { mean, meanShown } from "./comparison.ts";
import { SYSTEM } from "./people.ts";
import { tableRows } from "./published.ts";

interface HistoryRow {
  readonly year: number;
  readonly yearEndStock: number;
  readonly bopCustody: number;
  readonly ratedCapacity: number | null;
}

/** Institution of the hindcast that stands for the private contract prisons: not among the Bureau's own. */
const CONTRACT_PRISONS = "PRIVATE";

const history = tableRows<HistoryRow>("history-us");

/** A figure that both sides have. */
interface Figure {
  readonly name: string;
  readonly unit: "persons" | "%";
  readonly published: (row: HistoryRow) => number;
  /** By replication, at a point of the grid. */
  readonly model: (read: Read) => readonly number[];
}

/** Values of a measure of the system, by replication. */
type Read = (measure: string) => readonly number[];

const FIGURES: readonly Figure[] = [
  {
    name: "all people",
    unit: "persons",
    published: ({ yearEndStock }) => yearEndStock,
    model: (read) => read("system.stock"),
  },
  {
    name: "in the Bureau's institutions",
    unit: "persons",
    published: ({ bopCustody }) => bopCustody,
    model: (read) => {
      const elsewhere = [read("level.community.stock"), read(`facility.${CONTRACT_PRISONS}.stock`)];
      return read("system.stock").map((all, i) => elsewhere.reduce((rest, values) => rest - values[i]!, all));
    },
  },
  {
    name: "occupancy",
    unit: "%",
    published: ({ bopCustody, ratedCapacity }) => (100 * bopCustody) / (ratedCapacity ?? Number.NaN),
    model: (read) => read("system.occupancy").map((ratio) => 100 * ratio),
  },
];

/**
 * Published year ends beside the model, and beside the forecast that nothing changes: on day 0, and at the sampling
 * date nearest to each later year end.
 */
export function hindcastTable(run: ScenarioRun): string {
  const { startDate, endDate } = run.scenario;
  const years = history.filter(
    ({ year }) => year >= Number(startDate.slice(0, 4)) && year <= Number(endDate.slice(0, 4)),
  );
  const rows = years.flatMap((row) => {
    const at = gridPoint(run, `${row.year}-12-31`);
    return at === null ? [] : FIGURES.map((figure) => cells(run, figure, row, years[0]!, at));
  });
  const columns = ["year end", "figure", "published", "model", "difference", "replications", "no change"];
  return markdownTable({ columns, rows });
}

/** Point of the grid within two days of a date, or day 0; null where there is none. */
function gridPoint({ scenario }: ScenarioRun, date: string): number | "start" | null {
  const day = dayNumber(date, scenario.startDate);
  if (Math.abs(day) <= 2) return "start";
  const grid = scenario.parameters.gridDays.findIndex((at) => Math.abs(at - day) <= 2);
  return grid < 0 ? null : grid;
}

function cells(
  { scenario, results }: ScenarioRun,
  { name, unit, published, model }: Figure,
  row: HistoryRow,
  first: HistoryRow,
  at: number | "start",
): string[] {
  const values = model((measure) => Array.from(measureValues(scenario, results, `${SYSTEM}.${measure}`, at)));
  const digits = unit === "%" ? 1 : 0;
  const shown = (value: number) => number(value, digits);
  const signed = (value: number) => `${value > 0 ? "+" : ""}${shown(value)}`;
  const isStart = at === "start";
  return [
    String(row.year),
    `${name}, ${unit}`,
    shown(published(row)),
    isStart ? shown(mean(values)) : meanShown(values, unit),
    signed(mean(values) - published(row)),
    isStart ? "" : `${shown(Math.min(...values))} – ${shown(Math.max(...values))}`,
    isStart ? "" : signed(published(first) - published(row)),
  ];
}
