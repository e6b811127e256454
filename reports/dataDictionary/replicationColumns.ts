import type { ScenarioRun } from "../compare.ts";
import type { Cell, ResultColumn } from "../formats/columns.ts";
import { parseMeasurePoint } from "../measurePoint.ts";
import { findMeasure, inReplicationOrder, measureReader } from "../measures.ts";
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
    for (const { measure, at, when } of texts.flatMap((text) => pointsNamed(scenario, text))) {
      const read = measureReader(scenario, measure.name, at);
      const [from, to] = when.window ?? [when.at, when.at];
      for (const result of ordered) {
        const value = read(result);
        columns.scenario!.push(scenario.id);
        columns.replication!.push(result.index);
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
