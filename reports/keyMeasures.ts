import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import { sidesOf, titleOf } from "./analyse.ts";
import type { MeasureScope } from "./measures/measure.ts";
import { type Measure, measuresOf } from "./measures.ts";
import type { ReportText } from "./text/en.ts";

const SYSTEM_QUANTITIES = [
  "stock",
  "occupancy",
  "facilitiesAbove100",
  "facilitiesAbove130",
  "shareAbove130",
  "bedDaysAbove100",
  "bedDaysAbove130",
];
const CORRIDOR_QUANTITIES = [
  "requests",
  "approved",
  "accepted",
  "transfers",
  "waiting",
  "meanDaysWaited",
  "personYearsMoved",
  "personYearsToServe",
];

/**
 * The measures that a reader looks for first: the sending system of the first corridor and its levels, that corridor,
 * the receiving system and its levels; then further corridors and systems.
 *
 * @example
 * keyMeasures(scenario)[0].name; // => "us.system.stock"
 */
export function keyMeasures(scenario: CompiledScenario): Measure[] {
  const { corridor, sending, receiving } = sidesOf(scenario);
  const all = measuresOf(scenario);
  const ofSystem = (system: string) => [
    ...SYSTEM_QUANTITIES.flatMap((quantity) =>
      all.filter(({ name }) => name === `${system}.system.${quantity}`),
    ),
    ...all.filter(
      ({ scope, quantity }) => scope.kind === "level" && scope.system === system && quantity === "occupancy",
    ),
  ];
  const ofCorridor = (id: string) =>
    CORRIDOR_QUANTITIES.flatMap((quantity) =>
      all.filter(({ name }) => name === `corridor.${id}.${quantity}`),
    );
  const further = <Named extends { readonly id: string }>(list: readonly Named[]) =>
    list.map(({ id }) => id).filter((id) => ![corridor, sending, receiving].includes(id));
  return [
    ...ofSystem(sending),
    ...(corridor === null ? [] : ofCorridor(corridor)),
    ...(receiving === null ? [] : ofSystem(receiving)),
    ...further(scenario.corridors).flatMap(ofCorridor),
    ...further(scenario.systems).flatMap(ofSystem),
  ];
}

/** The few of {@link keyMeasures} that a summary in sentences names. */
export function headlineMeasures(scenario: CompiledScenario): Measure[] {
  const named = [
    "stock",
    "occupancy",
    "facilitiesAbove130",
    "bedDaysAbove130",
    "transfers",
    "personYearsMoved",
  ];
  return keyMeasures(scenario).filter(({ quantity }) => named.includes(quantity));
}

/** Title of a measure in a reader's words. */
export function measureTitle(scenario: CompiledScenario, measure: Measure, text: ReportText): string {
  const { kind, id, system } = measure.scope;
  const systemTitle = system === null ? null : titleOf(scenario.systems, system);
  const lists: Partial<Record<MeasureScope["kind"], Parameters<typeof titleOf>[0]>> = {
    system: scenario.systems,
    facility: scenario.institutions,
    stream: scenario.streams,
    corridor: scenario.corridors,
  };
  return text.measures.measure(measure, titleOf(lists[kind] ?? [], id), systemTitle);
}
