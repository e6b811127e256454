import { wilsonInterval } from "../../engine/statistics/wilsonInterval.ts";
import { markdownTable, measuresOf, measureValues, type ScenarioRun } from "../../reports/index.ts";
import { number, probability } from "../../reports/text/en/format.ts";
import { SYSTEM } from "./people.ts";
import { publishedFigures, tableRows } from "./published.ts";

const LEVEL = 0.95;
const THRESHOLD = 1.3;
const LISTED = 10;

interface CrowdedRow {
  readonly id: string;
  readonly name: string;
  readonly ratedCapacity: number;
  readonly percent: number;
  readonly isDoubtful: boolean;
}

const crowded2020 = tableRows<CrowdedRow>("us-crowded-2020");
const institutions = tableRows<{ readonly id: string; readonly ratedCapacity: number | null }>(
  "us-institutions",
);

/** An institution, how likely it stands above 130 %, and how full it is on average. */
interface Likely {
  readonly id: string;
  readonly name: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly occupancy: number;
}

/** The institutions most likely above 130 % at a point of the grid; on a tie the fuller one first. */
function mostLikelyCrowded({ scenario, results }: ScenarioRun, grid: number): Likely[] {
  const names = new Set(measuresOf(scenario).map(({ name }) => name));
  return scenario.institutions
    .flatMap(({ id, name, system }): Likely[] => {
      const measure = `${system}.facility.${id}.occupancy`;
      if (system !== SYSTEM || !names.has(measure)) return [];
      const values = Array.from(measureValues(scenario, results, measure, grid)).filter(Number.isFinite);
      if (values.length === 0) return [];
      const above = values.filter((value) => value > THRESHOLD).length;
      const { share, low, high } = wilsonInterval(above, values.length, LEVEL);
      const occupancy = values.reduce((sum, value) => sum + value, 0) / values.length;
      return [{ id, name, share, low, high, occupancy }];
    })
    .sort((a, b) => b.share - a.share || b.occupancy - a.occupancy)
    .slice(0, LISTED);
}

/** The list of the model, with the occupancy of February 2020. */
export function crowdedTable(run: ScenarioRun, grid: number): string {
  return markdownTable({
    columns: ["institution", "chance above 130 %", "95 % Wilson interval", "mean occupancy", "February 2020"],
    rows: mostLikelyCrowded(run, grid).map(({ id, name, share, low, high, occupancy }) => {
      return [
        name,
        probability(share),
        `${probability(low)} – ${probability(high)}`,
        `${number(100 * occupancy)} %`,
        occupancy2020(id),
      ];
    }),
  });
}

/** Occupancy in February 2020: as listed, or the count of then over rated capacity. */
function occupancy2020(id: string): string {
  const row = crowded2020.find((entry) => entry.id === id);
  if (row !== undefined) return listed(row);
  const count = publishedFigures("institution").find(
    ({ category, base }) => category === id && base === "all units",
  );
  const capacity = institutions.find((entry) => entry.id === id)?.ratedCapacity;
  return count === undefined || !capacity ? "" : `${number((100 * count.value) / capacity)} %`;
}

/** The list of February 2020 as it is, the fullest first. */
export function crowded2020Table(): string {
  return markdownTable({
    columns: ["institution", "rated capacity", "occupancy"],
    rows: crowded2020.map((row) => [row.name, number(row.ratedCapacity), listed(row)]),
  });
}

function listed({ percent, isDoubtful }: CrowdedRow): string {
  return isDoubtful ? `(${percent} %)` : `${percent} %`;
}
