import { ineligibilityReasons } from "../../engine/ineligibility.ts";
import {
  CORRIDOR_SUMS,
  type CorridorSum,
  FLOWS,
  FUNNEL,
  type FunnelCount,
  type ReplicationResult,
  SYSTEM_SUMS,
} from "../../engine/result.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import type { Measure, MeasureScope, ReadableMeasure, Reader } from "./measure.ts";
import { measureOf } from "./placeMeasures.ts";

const DAYS_PER_YEAR = 365.25;

/** Counts that are no way out of an open case of their own. */
const PASSED: readonly FunnelCount[] = [
  "requests",
  "approved",
  "accepted",
  "releasedApproved",
  "diedApproved",
];
/** Ways out of an open case, ineligible requests included. */
const EXITS = FUNNEL.filter((count) => !PASSED.includes(count));

/** Cumulative flows of every system, and the mean time served by those released. */
export function flowMeasures(scenario: CompiledScenario): ReadableMeasure[] {
  const { systems } = scenario.parameters;
  return systems.flatMap(({ id: system }, index) => {
    const scope: MeasureScope = { kind: "system", system, id: system };
    const row = (grid: number) => grid * systems.length + index;
    const count = (result: ReplicationResult, grid: number, flow: number) =>
      result.gridFlows[row(grid) * FLOWS.length + flow]!;
    const releases = FLOWS.indexOf("releases");
    const served = SYSTEM_SUMS.indexOf("daysServedByReleased");
    const meanServed = (result: ReplicationResult, grid: number) =>
      meanOf(result.gridSystemSums[row(grid) * SYSTEM_SUMS.length + served]!, count(result, grid, releases));
    return [
      ...FLOWS.map((flow, column) => ({
        measure: measureOf(scope, flow),
        reader: gridReader((result, grid) => count(result, grid, column)),
      })),
      { measure: measureOf(scope, "meanDaysServed"), reader: gridReader(meanServed, Number.NaN) },
    ];
  });
}

/** Funnel, open cases, waiting time and person-years of every corridor. */
export function corridorMeasures(scenario: CompiledScenario): ReadableMeasure[] {
  const { corridors } = scenario.parameters;
  const reasons = corridors.map((_, corridor) => ineligibilityReasons(scenario.parameters, corridor));
  const allReasons = reasons.flat().length;
  return corridors.flatMap(({ id }, index) => {
    const scope: MeasureScope = { kind: "corridor", system: null, id };
    const row = (grid: number) => grid * corridors.length + index;
    const firstReason = reasons.slice(0, index).flat().length;
    const failing = reasons[index]!.map((reason, i) => ({
      measure: corridorPart(scope, "failing.<reason>", `failing.${reason}`),
      reader: gridReader((result, grid) => result.gridIneligible[grid * allReasons + firstReason + i]!),
    }));
    const count = (result: ReplicationResult, grid: number, name: FunnelCount) =>
      result.gridFunnel[row(grid) * FUNNEL.length + FUNNEL.indexOf(name)]!;
    const sum = (result: ReplicationResult, grid: number, name: CorridorSum) =>
      result.gridCorridorSums[row(grid) * CORRIDOR_SUMS.length + CORRIDOR_SUMS.indexOf(name)]!;
    const derived: [string, Reader][] = [
      [
        "waiting",
        gridReader(
          (r, g) => count(r, g, "requests") - EXITS.reduce((all, exit) => all + count(r, g, exit), 0),
        ),
      ],
      ["personYearsMoved", gridReader((r, g) => sum(r, g, "daysLeftSending") / DAYS_PER_YEAR)],
      ["personYearsToServe", gridReader((r, g) => sum(r, g, "daysLeftReceiving") / DAYS_PER_YEAR)],
      [
        "meanDaysWaited",
        gridReader((r, g) => meanOf(sum(r, g, "daysWaited"), count(r, g, "handedOver")), Number.NaN),
      ],
    ];
    const counts = [
      ...FUNNEL.map((name): [string, Reader] => [
        name === "handedOver" ? "transfers" : name,
        gridReader((result, grid) => count(result, grid, name)),
      ]),
      ...derived,
    ].map(([quantity, reader]) => ({ measure: measureOf(scope, quantity), reader }));
    return [...counts, ...failing];
  });
}

/** A measure of a corridor whose catalogue line has a variable part. */
export function corridorPart(scope: MeasureScope, pattern: string, quantity: string): Measure {
  return { ...measureOf(scope, pattern), name: `corridor.${scope.id}.${quantity}`, quantity };
}

/** NaN (not defined) for nobody. */
function meanOf(sum: number, persons: number): number {
  return persons > 0 ? sum / persons : Number.NaN;
}

/** What is kept since the start: nothing on day 0, where a mean is not defined. */
export function gridReader(read: (result: ReplicationResult, grid: number) => number, atStart = 0): Reader {
  return (at) => {
    if (at === "horizon") {
      throw new RangeError("a count since the start is read at a date, not over the horizon");
    }
    return at === "start" ? () => atStart : (result) => read(result, at);
  };
}
