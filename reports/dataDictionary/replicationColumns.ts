import { columnsOf } from "../columnsOf.ts";
import type { ScenarioRun } from "../compare.ts";
import type { Cell, ResultColumn } from "../formats/columns.ts";
import { parseMeasurePoint } from "../measurePoint.ts";
import { findMeasure, measureReader } from "../measures.ts";
import { inReplicationOrder } from "../results.ts";
import { gridDate, type Point, pointsOf } from "../selection.ts";

const EVERY_DATE = /@every$/;

/**
 * Values of measures in each replication: one row for each scenario, point and replication, in this order.
 *
 * @param texts measures as `parseMeasurePoint` reads them, or `<measure>@every` for all sampling dates
 * @throws {RangeError} if a measure or date is unknown in one of the scenarios
 * @example
 * replicationColumns(runs, ["us.system.stock@every"]).map(({ name }) => name); // => ["scenario", "replication", ...]
 */
export function replicationColumns(runs: readonly ScenarioRun[], texts: readonly string[]): ResultColumn[] {
  const columns: Record<string, Cell[]> = {
    scenario: [],
    replication: [],
    measure: [],
    unit: [],
    from: [],
    to: [],
    value: [],
  };
  for (const { scenario, results } of runs) {
    const ordered = inReplicationOrder(results);
    const replications = Array.from(ordered, ({ index }) => index);
    const points = texts.flatMap((text) => pointsNamed(scenario, text));
    const read = ({ measure, at }: Point) => measureReader(scenario, measure.name, at);
    for (const [{ measure, when }, values] of columnsOf(ordered, points, read)) {
      const [from, to] = when.window ?? [when.at, when.at];
      for (const [i, value] of values.entries()) {
        columns.scenario!.push(scenario.id);
        columns.replication!.push(replications[i]!);
        columns.measure!.push(measure.name);
        columns.unit!.push(measure.unit);
        columns.from!.push(from);
        columns.to!.push(to);
        columns.value!.push(Number.isFinite(value) ? value : null);
      }
    }
  }
  return Object.entries(columns).map(([name, data]) => ({ name, data }));
}

function pointsNamed(scenario: ScenarioRun["scenario"], text: string): Point[] {
  if (!EVERY_DATE.test(text)) return [parseMeasurePoint(scenario, text)];
  const { name } = findMeasure(scenario, text.replace(EVERY_DATE, "").trim());
  const dates = scenario.parameters.gridDays.map((_, grid) => gridDate(scenario, grid));
  return pointsOf(scenario, { measures: [name], dates });
}
