import type { ModelParameters } from "../../engine/parameters.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { type CapacityCalendar, dayOf, stockReader } from "./capacity.ts";
import { kindOf } from "./catalogue.ts";
import type { Measure, MeasureScope, ReadableMeasure, Reader } from "./measure.ts";

/** A place or a set of places: its name in measures and its facilities. */
export interface Place {
  readonly scope: MeasureScope;
  readonly facilities: readonly number[];
}

/** Measure of a quantity of the catalogue, by its scope. */
export function measureOf(scope: MeasureScope, quantity: string): Measure {
  const { unit, reading, definition, source } = kindOf(scope.kind, quantity);
  const place = scope.kind === "system" ? "system" : `${scope.kind}.${scope.id}`;
  const name = scope.kind === "corridor" ? `${place}.${quantity}` : `${scope.system}.${place}.${quantity}`;
  return { name, quantity, scope, unit, reading, definition, source };
}

/** Every system, level, region and institution of a scenario, in that order within each system. */
export function placesOf(scenario: CompiledScenario): Place[] {
  const { parameters } = scenario;
  return parameters.systems.flatMap(({ id: system }, index) => {
    const facilities = indicesOf(parameters.facilities, (facility) => facility.system === index);
    const levels = distinct(facilities.map((facility) => parameters.facilities[facility]!.level));
    const regions = distinct(facilities.map((facility) => parameters.facilities[facility]!.region));
    return [
      { scope: { kind: "system" as const, system, id: system }, facilities },
      ...levels.map((level) => ({
        scope: { kind: "level" as const, system, id: level },
        facilities: facilities.filter((facility) => parameters.facilities[facility]!.level === level),
      })),
      ...regions
        .filter((region) => region >= 0)
        .map((region) => ({
          scope: { kind: "region" as const, system, id: parameters.regions[region] ?? String(region) },
          facilities: facilities.filter((facility) => parameters.facilities[facility]!.region === region),
        })),
      ...institutionPlaces(parameters, system, index),
    ];
  });
}

function institutionPlaces(parameters: ModelParameters, system: string, index: number): Place[] {
  return parameters.institutions.flatMap((institution, number) =>
    institution.system === index
      ? [
          {
            scope: { kind: "facility" as const, system, id: institution.id },
            facilities: indicesOf(parameters.facilities, (facility) => facility.institution === number),
          },
        ]
      : [],
  );
}

/** Stock of every place, and occupancy of those that ever have places. */
export function placeMeasures(scenario: CompiledScenario, calendar: CapacityCalendar): ReadableMeasure[] {
  const { parameters } = scenario;
  const count = parameters.facilities.length;
  return placesOf(scenario).flatMap(({ scope, facilities }) => {
    const stock: ReadableMeasure = {
      measure: measureOf(scope, "stock"),
      reader: (at) => stockReader(count, facilities, at),
    };
    const occupancy: ReadableMeasure = {
      measure: measureOf(scope, "occupancy"),
      reader: occupancyReader(parameters, facilities, calendar),
    };
    return calendar.hasPlaces(facilities) ? [stock, occupancy] : [stock];
  });
}

function occupancyReader(
  parameters: ModelParameters,
  facilities: readonly number[],
  calendar: CapacityCalendar,
): Reader {
  return (at) => {
    const { facilities: rated, capacity } = calendar.rated(facilities, dayOf(parameters, at));
    const stock = stockReader(parameters.facilities.length, rated, at);
    return capacity > 0 ? (result) => stock(result) / capacity : () => Number.NaN;
  };
}

/** Positions of the entries that pass, ascending. */
export function indicesOf<T>(list: readonly T[], passes: (entry: T) => boolean): number[] {
  return list.flatMap((entry, index) => (passes(entry) ? [index] : []));
}

/** Each entry once, in the order of its first place. */
export function distinct<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
