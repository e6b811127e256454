import {
  CORRIDOR_SUMS,
  type CorridorSum,
  FLOWS,
  FUNNEL,
  type FunnelCount,
  type ReplicationResult,
} from "../../engine/result.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import type { MeasureScope, ReadableMeasure, Reader } from "./measure.ts";
import { measureOf } from "./placeMeasures.ts";

const DAYS_PER_YEAR = 365.25;

/** Ways out of an open case, ineligible requests included. */
const EXITS = FUNNEL.filter((count) => !["requests", "approved", "accepted"].includes(count));

/** Cumulative flows of every system. */
export function flowMeasures(scenario: CompiledScenario): ReadableMeasure[] {
  const { systems } = scenario.parameters;
  return systems.flatMap(({ id: system }, index) =>
    FLOWS.map((flow, column) => ({
      measure: measureOf({ kind: "system", system, id: system }, flow),
      reader: gridReader(
        (result, grid) => result.gridFlows[(grid * systems.length + index) * FLOWS.length + column]!,
      ),
    })),
  );
}

/** Funnel, open cases, waiting time and person-years of every corridor. */
export function corridorMeasures(scenario: CompiledScenario): ReadableMeasure[] {
  const { corridors } = scenario.parameters;
  return corridors.flatMap(({ id }, index) => {
    const scope: MeasureScope = { kind: "corridor", system: null, id };
    const row = (grid: number) => grid * corridors.length + index;
    const count = (result: ReplicationResult, grid: number, name: FunnelCount) =>
      result.gridFunnel[row(grid) * FUNNEL.length + FUNNEL.indexOf(name)]!;
    const sum = (result: ReplicationResult, grid: number, name: CorridorSum) =>
      result.gridCorridorSums[row(grid) * CORRIDOR_SUMS.length + CORRIDOR_SUMS.indexOf(name)]!;
    const derived: [string, (result: ReplicationResult, grid: number) => number][] = [
      [
        "waiting",
        (r, g) => count(r, g, "requests") - EXITS.reduce((all, exit) => all + count(r, g, exit), 0),
      ],
      ["personYearsMoved", (r, g) => sum(r, g, "daysLeftSending") / DAYS_PER_YEAR],
      ["personYearsToServe", (r, g) => sum(r, g, "daysLeftReceiving") / DAYS_PER_YEAR],
      ["meanDaysWaited", (r, g) => meanOf(sum(r, g, "daysWaited"), count(r, g, "handedOver"))],
    ];
    return [
      ...FUNNEL.map((name): [string, (result: ReplicationResult, grid: number) => number] => [
        name === "handedOver" ? "transfers" : name,
        (result, grid) => count(result, grid, name),
      ]),
      ...derived,
    ].map(([quantity, read]) => ({ measure: measureOf(scope, quantity), reader: gridReader(read) }));
  });
}

/** NaN (not defined) for nobody. */
function meanOf(sum: number, persons: number): number {
  return persons > 0 ? sum / persons : Number.NaN;
}

/** Cumulative counts: 0 on day 0. */
function gridReader(read: (result: ReplicationResult, grid: number) => number): Reader {
  return (at) => {
    if (at === "horizon") {
      throw new RangeError("a count since the start is read at a date, not over the horizon");
    }
    return at === "start" ? () => 0 : (result) => read(result, at);
  };
}
