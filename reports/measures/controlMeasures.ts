import { type ReplicationResult, receivingFacilities, TRANSFEREES } from "../../engine/result.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import type { CapacityCalendar } from "./capacity.ts";
import { crowdedInstitutions } from "./crowdedInstitutions.ts";
import type { At, MeasureScope, ReadableMeasure } from "./measure.ts";
import { measureOf } from "./placeMeasures.ts";
import { horizonReader } from "./thresholdMeasures.ts";

/** A facility of a receiving system: its number among them, and its probability of compromised control. */
interface Held {
  readonly facility: number;
  readonly at: number;
  readonly control: number | null;
}

/** Names of the exposures, in the order of {@link TRANSFEREES}. */
const EXPOSURES = ["transfereeDays", "highProfileTransfereeDays"] as const;

/** Where transferred people are held, and their exposure to compromised control, in each receiving system. */
export function controlMeasures(scenario: CompiledScenario, calendar: CapacityCalendar): ReadableMeasure[] {
  const { parameters, facilities } = scenario;
  const receiving = receivingFacilities(parameters).map(
    (facility, at): Held => ({ facility, at, control: facilities[facility]!.compromisedControl }),
  );
  return parameters.systems.flatMap(({ id: system }, index) => {
    const own = receiving.filter(({ facility }) => parameters.facilities[facility]!.system === index);
    if (own.length === 0) {
      return [];
    }
    const scope: MeasureScope = { kind: "system", system, id: system };
    const stock = (held: readonly Held[]) => transfereeReader(held, receiving.length);
    const crowdedAt = crowdedInstitutions(parameters, index, null, calendar);
    return [
      { measure: measureOf(scope, "transferees"), reader: stock(own) },
      ...institutionMeasures(scenario, system, index, (institution) =>
        stock(own.filter(({ facility }) => parameters.facilities[facility]!.institution === institution)),
      ),
      ...EXPOSURES.flatMap((name, kind) => exposureMeasures(scope, own, name, kind)),
      {
        measure: measureOf(scope, "shareTransfereeDaysCompromised"),
        reader: horizonReader((result) => meanControl(result, own.filter(isKnown))),
      },
      {
        measure: measureOf(scope, "transfereeShareInCrowded"),
        reader: (at: At) => {
          const crowded = crowdedAt(1, at);
          const readers = new Map<readonly number[], (result: ReplicationResult) => number>();
          const transferred = (units: readonly number[]) => {
            const known = readers.get(units);
            if (known !== undefined) return known;
            const read = stock(own.filter(({ facility }) => units.includes(facility)))(at);
            readers.set(units, read);
            return read;
          };
          return (result: ReplicationResult) => {
            let came = 0;
            const { people } = crowded(result, (units) => {
              came += transferred(units)(result);
            });
            return people > 0 ? came / people : Number.NaN;
          };
        },
      },
    ];
  });
}

function isKnown({ control }: Held): boolean {
  return control !== null;
}

function institutionMeasures(
  { parameters }: CompiledScenario,
  system: string,
  index: number,
  stock: (institution: number) => ReadableMeasure["reader"],
): ReadableMeasure[] {
  return parameters.institutions.flatMap((institution, number) =>
    institution.system === index
      ? [
          {
            measure: measureOf({ kind: "facility", system, id: institution.id }, "transferees"),
            reader: stock(number),
          },
        ]
      : [],
  );
}

/** Nobody has been transferred on day 0. */
function transfereeReader(held: readonly Held[], width: number): ReadableMeasure["reader"] {
  return (at) => {
    if (at === "horizon") {
      throw new RangeError("a head-count is read at a date, not over the horizon");
    }
    return at === "start"
      ? () => 0
      : (result) => held.reduce((sum, one) => sum + result.gridTransferees[at * width + one.at]!, 0);
  };
}

function exposureMeasures(
  scope: MeasureScope,
  held: readonly Held[],
  name: string,
  kind: number,
): ReadableMeasure[] {
  const unknown = held.filter((one) => !isKnown(one));
  return [
    { measure: measureOf(scope, name), reader: horizonReader((result) => daysOf(result, held, kind)) },
    {
      measure: measureOf(scope, `${name}Compromised`),
      reader: horizonReader((result) => compromised(result, held, kind)),
    },
    {
      measure: measureOf(scope, `${name}UnknownControl`),
      reader: horizonReader((result) => daysOf(result, unknown, kind)),
    },
  ];
}

function daysIn(result: ReplicationResult, { at }: Held, kind: number): number {
  return result.transfereeDays[at * TRANSFEREES.length + kind]!;
}

function daysOf(result: ReplicationResult, held: readonly Held[], kind: number): number {
  return held.reduce((sum, one) => sum + daysIn(result, one, kind), 0);
}

/** Expected person-days in facilities under compromised control. */
function compromised(result: ReplicationResult, held: readonly Held[], kind: number): number {
  return held.reduce((sum, one) => sum + daysIn(result, one, kind) * (one.control ?? 0), 0);
}

/**
 * Mean probability over the person-days of transferred people: exactly that of a facility where all of them are held
 * there. NaN without a day.
 */
function meanControl(result: ReplicationResult, known: readonly Held[]): number {
  const days = daysOf(result, known, 0);
  const first = known.find((one) => daysIn(result, one, 0) > 0)?.control ?? Number.NaN;
  return known.reduce((sum, one) => sum + (daysIn(result, one, 0) / days) * (one.control! - first), first);
}
