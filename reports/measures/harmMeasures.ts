import type {
  AssaultCoefficients,
  CompiledScenario,
  HarmDescription,
} from "../../scenarios/compiledScenario.ts";
import { type CapacityCalendar, dayOf, stockReader } from "./capacity.ts";
import type { ReadableMeasure } from "./measure.ts";
import { perPoint } from "./perPoint.ts";
import { indicesOf, measureOf } from "./placeMeasures.ts";
import { remembered } from "./remembered.ts";

/** People in a system's institutions and the places for them. */
interface Inside {
  readonly persons: number;
  readonly capacity: number;
}

/** A quantity of the catalogue as a function of who is inside; null where the scenario lacks an input. */
type Quantity = readonly [name: string, value: ((inside: Inside) => number) | null];

/** Harm measures of every system whose inputs the scenario gives. */
export function harmMeasures(scenario: CompiledScenario, calendar: CapacityCalendar): ReadableMeasure[] {
  const { parameters } = scenario;
  return scenario.systems.flatMap(({ id, harm }) => {
    const system = parameters.systems.findIndex((entry) => entry.id === id);
    const facilities = indicesOf(parameters.facilities, (facility) => facility.system === system);
    const insideAt = perPoint((at) => {
      const { facilities: rated, capacity } = calendar.rated(facilities, dayOf(parameters, at));
      const stock = stockReader(parameters.facilities.length, rated, at);
      return remembered((result): Inside => ({ persons: stock(result), capacity }));
    });
    return quantitiesOf(harm).flatMap(([name, value]): ReadableMeasure[] =>
      value === null
        ? []
        : [
            {
              measure: measureOf({ kind: "system", system: id, id }, name),
              reader: (at) => {
                const inside = insideAt(at);
                return (result) => value(inside(result));
              },
            },
          ],
    );
  });
}

function quantitiesOf({
  staff,
  officers,
  programmePlaces,
  specialHousingShare,
  assaults,
}: HarmDescription): Quantity[] {
  return [
    ["personsPerStaff", staff === null ? null : ({ persons }) => persons / staff],
    ["personsPerOfficer", officers === null ? null : ({ persons }) => persons / officers],
    [
      "personsWithoutProgrammePlace",
      programmePlaces === null ? null : ({ persons }) => Math.max(0, persons - programmePlaces),
    ],
    ["specialHousing", specialHousingShare === null ? null : ({ persons }) => persons * specialHousingShare],
    [
      "seriousAssaultsPerYear",
      assaults === null || officers === null ? null : (inside) => seriousAssaults(inside, officers, assaults),
    ],
  ];
}

/** Both coefficients hold for `perPersons` people; crowding keeps its sign below capacity. */
function seriousAssaults(
  { persons, capacity }: Inside,
  officers: number,
  { perPersonPerOfficer, perCrowdingPoint, perPersons }: AssaultCoefficients,
): number {
  const crowdingPoints = 100 * (persons / capacity - 1);
  const rate = perPersonPerOfficer * (persons / officers) + perCrowdingPoint * crowdingPoints;
  return (persons / perPersons) * rate;
}
