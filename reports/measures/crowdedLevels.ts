import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { type CapacityCalendar, stockReader } from "./capacity.ts";
import { crowdedInstitutions } from "./crowdedInstitutions.ts";
import { CROWDED_PERCENTAGES } from "./crowdedLevelCatalogue.ts";
import type { ReadableMeasure } from "./measure.ts";
import { measureOf, placesOf } from "./placeMeasures.ts";

/** Institutions above 100, 130 and 200 % of capacity, and the share of people in crowded ones, by level. */
export function crowdedLevelMeasures(
  scenario: CompiledScenario,
  calendar: CapacityCalendar,
): ReadableMeasure[] {
  const { parameters } = scenario;
  return placesOf(scenario).flatMap(({ scope, facilities }): ReadableMeasure[] => {
    if (scope.kind !== "level" || !calendar.hasPlaces(facilities)) {
      return [];
    }
    const system = parameters.systems.findIndex(({ id }) => id === scope.system);
    const crowdedAt = crowdedInstitutions(parameters, system, scope.id, calendar);
    return [
      ...CROWDED_PERCENTAGES.map((percent): ReadableMeasure => {
        return {
          measure: measureOf(scope, `facilitiesAbove${percent}`),
          reader: (at) => {
            const crowded = crowdedAt(percent / 100, at);
            return (result) => crowded(result).count;
          },
        };
      }),
      {
        measure: measureOf(scope, "shareInCrowded"),
        reader: (at) => {
          const crowded = crowdedAt(1, at);
          const everybody = stockReader(parameters.facilities.length, facilities, at);
          return (result) => crowded(result).people / everybody(result);
        },
      },
    ];
  });
}
