import {
  CUSTODY_COUNTS,
  CUSTODY_SUMS,
  type CustodyCount,
  type CustodySum,
  type ReplicationResult,
} from "../../engine/result.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { gridReader } from "./flowMeasures.ts";
import type { MeasureScope, ReadableMeasure, Reader } from "./measure.ts";
import { measureOf } from "./placeMeasures.ts";

/** Release, time served against time owed, and return of the people whom each corridor has handed over. */
export function custodyMeasures(scenario: CompiledScenario): ReadableMeasure[] {
  const { corridors } = scenario.parameters;
  return corridors.flatMap(({ id }, index) => {
    const scope: MeasureScope = { kind: "corridor", system: null, id };
    const row = (grid: number) => grid * corridors.length + index;
    const count = (result: ReplicationResult, grid: number, name: CustodyCount) =>
      result.gridCustodyCounts[row(grid) * CUSTODY_COUNTS.length + CUSTODY_COUNTS.indexOf(name)]!;
    const sum = (result: ReplicationResult, grid: number, name: CustodySum) =>
      result.gridCustodySums[row(grid) * CUSTODY_SUMS.length + CUSTODY_SUMS.indexOf(name)]!;
    const ratios: [string, Reader][] = [
      ["shareServed", gridReader((r, g) => sum(r, g, "daysServed") / sum(r, g, "daysOwed"), Number.NaN)],
      [
        "daysShort",
        gridReader(
          (r, g) => (sum(r, g, "daysOwed") - sum(r, g, "daysServed")) / count(r, g, "releasedAbroad"),
          Number.NaN,
        ),
      ],
    ];
    return [
      ...CUSTODY_COUNTS.map((name): [string, Reader] => [name, gridReader((r, g) => count(r, g, name))]),
      ...ratios,
    ].map(([quantity, reader]) => ({ measure: measureOf(scope, quantity), reader }));
  });
}
