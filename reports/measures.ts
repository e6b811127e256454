import type { ReplicationResult } from "../engine/result.ts";
import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import { ledgerMeasures } from "./ledger/ledgerMeasures.ts";
import { CapacityCalendar } from "./measures/capacity.ts";
import { controlMeasures } from "./measures/controlMeasures.ts";
import { crowdedLevelMeasures } from "./measures/crowdedLevels.ts";
import { custodyMeasures } from "./measures/custodyMeasures.ts";
import { corridorMeasures, flowMeasures } from "./measures/flowMeasures.ts";
import { harmMeasures } from "./measures/harmMeasures.ts";
import type { At, Measure, PairReader, ReadableMeasure } from "./measures/measure.ts";
import { nearestNames } from "./measures/nearestNames.ts";
import { peopleMeasures } from "./measures/peopleMeasures.ts";
import { placeMeasures } from "./measures/placeMeasures.ts";
import { thresholdMeasures } from "./measures/thresholdMeasures.ts";
import { waitMeasures } from "./measures/waitMeasures.ts";
import { inReplicationOrder, type Results } from "./results.ts";

export { CATALOGUE, type MeasureKind } from "./measures/catalogue.ts";
export type { At, Measure } from "./measures/measure.ts";

const known = new WeakMap<CompiledScenario, Map<string, ReadableMeasure>>();

/** Measures of a scenario by name; built once for each scenario. */
function indexOf(scenario: CompiledScenario): Map<string, ReadableMeasure> {
  const index = known.get(scenario);
  if (index !== undefined) {
    return index;
  }
  const calendar = new CapacityCalendar(scenario.parameters);
  const all = [
    ...placeMeasures(scenario, calendar),
    ...peopleMeasures(scenario),
    ...thresholdMeasures(scenario, calendar),
    ...crowdedLevelMeasures(scenario, calendar),
    ...flowMeasures(scenario),
    ...controlMeasures(scenario, calendar),
    ...harmMeasures(scenario, calendar),
    ...corridorMeasures(scenario),
    ...waitMeasures(scenario),
    ...custodyMeasures(scenario),
    ...ledgerMeasures(scenario),
  ];
  const built = new Map(all.map((entry) => [entry.measure.name, entry]));
  known.set(scenario, built);
  return built;
}

/**
 * Every measure that a scenario has, in the order of the catalogue's families.
 *
 * @example
 * measuresOf(scenario)[0].name; // => "us.system.stock"
 */
export function measuresOf(scenario: CompiledScenario): Measure[] {
  return Array.from(indexOf(scenario).values(), ({ measure }) => measure);
}

/**
 * The full name of a measure: `<system>.<level>.<quantity>` is short for `<system>.level.<level>.<quantity>`,
 * `handedOver` of a corridor is `transfers`, and `grossSavings` of the ledger is `grossValueFreed`. Other names come
 * back as they are.
 *
 * @example
 * canonicalMeasure("mx.federal.occupancy"); // => "mx.level.federal.occupancy"
 */
export function canonicalMeasure(name: string): string {
  const [first = "", second = "", third = "", ...rest] = name.split(".");
  if (first === "corridor") {
    return name.replace(/\.handedOver$/, ".transfers");
  }
  if (first === "ledger") {
    return name.replace(/\.grossSavings$/, ".grossValueFreed");
  }
  return rest.length > 0 || third === "" || second === "system" ? name : `${first}.level.${second}.${third}`;
}

/** Known names nearest to an unknown one, best first. */
export function nearestMeasures(scenario: CompiledScenario, name: string, count = 3): string[] {
  return nearestNames(canonicalMeasure(name), [...indexOf(scenario).keys()], count);
}

function readable(scenario: CompiledScenario, name: string): ReadableMeasure {
  const index = indexOf(scenario);
  const entry = index.get(name) ?? index.get(canonicalMeasure(name));
  if (entry === undefined) {
    const near = nearestMeasures(scenario, name).join(", ");
    throw new RangeError(`measure "${name}" is not known in scenario "${scenario.id}"; nearest: ${near}`);
  }
  return entry;
}

/**
 * The measure of a name or synonym.
 *
 * @throws {RangeError} if the scenario has none of that name; the message gives the nearest known ones
 * @example
 * findMeasure(scenario, "mx.federal.occupancy").unit; // => "ratio"
 */
export function findMeasure(scenario: CompiledScenario, name: string): Measure {
  return readable(scenario, name).measure;
}

/**
 * The function that reads a measure of one replication; what does not depend on the replication is found once.
 *
 * @param measure name or synonym
 * @param at index into the grid, "start" for day 0, or "horizon" for measures over the whole run
 * @throws {RangeError} if the measure is unknown, or is not read there
 * @see {@link measureValues}
 */
export function measureReader(
  scenario: CompiledScenario,
  measure: string,
  at: At,
): (result: ReplicationResult) => number {
  return readable(scenario, measure).reader(at);
}

/**
 * Values of a measure, one per replication in ascending order of index. NaN where a replication does not
 * define it (a waiting time when nobody was handed over, occupancy of a closed institution).
 *
 * @param scenario the scenario that gave the results
 * @param results see {@link Results}
 * @param measure name or synonym
 * @param at index into the grid, "start" for day 0, or "horizon" for measures over the whole run
 * @throws {RangeError} if the measure is unknown, or is not read there
 * @example
 * measureValues(scenario, results, "us.system.occupancy", 11); // => Float64Array [0.98, 0.97, ...]
 */
export function measureValues(
  scenario: CompiledScenario,
  results: Results,
  measure: string,
  at: At,
): Float64Array {
  const read = measureReader(scenario, measure, at);
  const values = new Float64Array(results.length);
  let i = 0;
  for (const result of inReplicationOrder(results)) {
    values[i] = read(result);
    i += 1;
  }
  return values;
}

/** How a measure that is a difference by itself is read; undefined for one that each scenario has alone. */
export function pairReader(base: CompiledScenario, measure: string): PairReader | undefined {
  return readable(base, measure).between;
}
