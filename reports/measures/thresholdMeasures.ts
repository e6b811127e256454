import type { ModelParameters } from "../../engine/parameters.ts";
import { BAND_COUNT, type ReplicationResult, THRESHOLDS } from "../../engine/result.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { type CapacityCalendar, stockReader } from "./capacity.ts";
import { thresholdName } from "./catalogue.ts";
import { crowdedInstitutions } from "./crowdedInstitutions.ts";
import type { MeasureScope, ReadableMeasure, Reader } from "./measure.ts";
import { perPoint } from "./perPoint.ts";
import { indicesOf, measureOf } from "./placeMeasures.ts";
import { remembered } from "./remembered.ts";

/** Measures of crowding above each threshold: by system, and by institution over the run. */
export function thresholdMeasures(scenario: CompiledScenario, calendar: CapacityCalendar): ReadableMeasure[] {
  const { parameters } = scenario;
  return parameters.systems.flatMap(({ id: system }, index) => {
    const institutions = indicesOf(parameters.institutions, (entry) => entry.system === index);
    const open = institutions.filter((i) => calendar.hasPlaces(facilitiesOf(parameters, i)));
    return [
      ...systemMeasures(parameters, system, open, calendar),
      ...open.flatMap((institution) =>
        institutionMeasures(
          { kind: "facility", system, id: parameters.institutions[institution]!.id },
          institution,
        ),
      ),
    ];
  });
}

function facilitiesOf(parameters: ModelParameters, institution: number): number[] {
  return indicesOf(parameters.facilities, (facility) => facility.institution === institution);
}

function systemMeasures(
  parameters: ModelParameters,
  system: string,
  institutions: readonly number[],
  calendar: CapacityCalendar,
): ReadableMeasure[] {
  if (institutions.length === 0) {
    return [];
  }
  const scope: MeasureScope = { kind: "system", system, id: system };
  const index = parameters.systems.findIndex(({ id }) => id === system);
  const crowdedAt = crowdedInstitutions(parameters, index, null, calendar);
  const everybody = indicesOf(parameters.facilities, (facility) => facility.system === index);
  const stockAt = perPoint((at) => remembered(stockReader(parameters.facilities.length, everybody, at)));
  return THRESHOLDS.flatMap((threshold, k): ReadableMeasure[] => {
    const name = thresholdName(threshold);
    const fullAt = perPoint((at) => remembered(crowdedAt(threshold, at)));
    return [
      {
        measure: measureOf(scope, `facilitiesAbove${name}`),
        reader: (at) => {
          const full = fullAt(at);
          return (result) => full(result).count;
        },
      },
      {
        measure: measureOf(scope, `shareAbove${name}`),
        reader: (at) => {
          const [full, stock] = [fullAt(at), stockAt(at)];
          return (result) => full(result).people / stock(result);
        },
      },
      {
        measure: measureOf(scope, `bedDaysAbove${name}`),
        reader: horizonReader((result) => sumOver(institutions, (i) => excessBedDays(result, i, k))),
      },
    ];
  });
}

/** Integral of (stock - threshold x capacity) over the bands above the threshold; person-days. */
function excessBedDays(result: ReplicationResult, institution: number, k: number): number {
  const threshold = THRESHOLDS[k]!;
  let sum = 0;
  for (let band = k + 1; band < BAND_COUNT; band += 1) {
    const cell = institution * BAND_COUNT + band;
    sum += result.bandBedDays[cell]! - threshold * result.bandCapacityDays[cell]!;
  }
  return sum;
}

/** Cells of the bands above threshold k, of an institution whose first cell is given: band k + 1 begins at it. */
function bandsAbove(first: number, k: number): number[] {
  return Array.from({ length: THRESHOLDS.length - k }, (_, i) => first + k + 1 + i);
}

function institutionMeasures(scope: MeasureScope, institution: number): ReadableMeasure[] {
  const first = institution * BAND_COUNT;
  const bands = Array.from({ length: BAND_COUNT }, (_, band) => first + band);
  const above = THRESHOLDS.map((_, k) => bandsAbove(first, k));
  const thresholds = THRESHOLDS.flatMap((threshold, k): ReadableMeasure[] => [
    {
      measure: measureOf(scope, `daysAbove${thresholdName(threshold)}`),
      reader: horizonReader((result) => sumOver(above[k]!, (cell) => result.bandDays[cell]!)),
    },
    {
      measure: measureOf(scope, `crossed${thresholdName(threshold)}`),
      reader: horizonReader((result) =>
        Number.isFinite(result.firstAboveDay[institution * THRESHOLDS.length + k]) ? 1 : 0,
      ),
    },
  ]);
  const average: ReadableMeasure = {
    measure: measureOf(scope, "averageOccupancy"),
    reader: horizonReader(
      (result) =>
        sumOver(bands, (cell) => result.bandBedDays[cell]!) /
        sumOver(bands, (cell) => result.bandCapacityDays[cell]!),
    ),
  };
  return [average, ...thresholds];
}

/** What is kept over the whole run. */
export function horizonReader(read: (result: ReplicationResult) => number): Reader {
  return (at) => {
    if (at !== "horizon") {
      throw new RangeError(`a sum over the run is read over the horizon, not at ${at}`);
    }
    return read;
  };
}

function sumOver<T>(list: readonly T[], value: (entry: T) => number): number {
  let sum = 0;
  for (const entry of list) {
    sum += value(entry);
  }
  return sum;
}
