import { buildModel } from "./model.ts";
import type { ModelParameters } from "./parameters.ts";

/** A parameter set, taken apart into what holds always and what begins on a day. */
export interface ForkParts {
  readonly horizonDays: number;
  /** Text of all that has no date, and of all that is known of later regimes from day 0. */
  readonly always: string;
  readonly dated: readonly { readonly day: number; readonly text: string }[];
}

/**
 * Last day up to which the replications of all parameter sets are the same, bit for bit: what is due on that day
 * itself may differ. Infinity is not a day: sets that never differ have their horizon.
 *
 * Regimes, changes of capacity and expulsions may differ from a day on; everything else must be equal, or the day is 0.
 * It is 0 as well where an early event depends on later regimes: the largest interest in a corridor decides who is
 * asked again, and hazards to come decide when people change their level.
 *
 * @param parameterSets at least one
 * @returns days since the scenario's start, from 0 to the horizon
 * @throws {RangeError} if there is no set, or a set is inconsistent
 * @example
 * forkDayOf([baseline, { ...baseline, regimes: [baseline.regimes[0], changedFromDay730] }]); // => 730
 */
export function forkDayOf(parameterSets: readonly ModelParameters[]): number {
  if (parameterSets.length === 0) {
    throw new RangeError("forkDayOf requires at least one parameter set");
  }
  return commonDay(parameterSets.map(forkParts));
}

/** The same for sets that have been taken apart. */
export function commonDay([first, ...others]: readonly ForkParts[]): number {
  return others.reduce((day, other) => Math.min(day, daysShared(first!, other)), first!.horizonDays);
}

/**
 * Takes a parameter set apart. What a dated entry means may depend on its place: the regime before it, the changes
 * of the same facility before it, the expulsions before it.
 */
export function forkParts(parameters: ModelParameters): ForkParts {
  const { regimes, capacityChanges, expulsions, ...undated } = parameters;
  const { parameters: _, regimes: tables, ...model } = buildModel(parameters);
  const placesFinally = tables.some(({ finalFacility }) => finalFacility.some((facility) => facility >= 0));
  const known = { ...model, placesFinally, hazards: hazardsToCome(parameters) };
  const place = (i: number): number => {
    const { facility } = capacityChanges[i]!;
    return capacityChanges.slice(0, i).filter((change) => change.facility === facility).length;
  };
  return {
    horizonDays: parameters.horizonDays,
    always: textOf({ undated, known }),
    dated: [
      ...regimes.map((regime) => ({ day: regime.fromDay, text: textOf(regime) })),
      ...capacityChanges.map((change, i) => ({ day: change.day, text: textOf([place(i), change]) })),
      ...expulsions.map((batch, i) => ({ day: batch.day, text: textOf([i, batch]) })),
    ],
  };
}

/** Last day up to which two sets are the same: the entries before it are, in the same order. */
function daysShared(a: ForkParts, b: ForkParts): number {
  if (a.always !== b.always) {
    return 0;
  }
  const days = [...a.dated, ...b.dated].map(({ day }) => day);
  const candidates = [...new Set(days)].filter((day) => day < a.horizonDays).sort((x, y) => x - y);
  const different = candidates.findIndex((day) => !sameThrough(a, b, day));
  return different < 0 ? a.horizonDays : Math.max(0, candidates[different]!);
}

/** Whether the entries due up to a day, on it included, are the same. */
function sameThrough(a: ForkParts, b: ForkParts, last: number): boolean {
  const [left, right] = [a, b].map(({ dated }) => dated.filter(({ day }) => day <= last));
  return left!.length === right!.length && left!.every(({ text }, i) => text === right![i]!.text);
}

/** Hazards of a change of group by stream, with the days on which they become others. */
function hazardsToCome({ regimes, streams }: ModelParameters): unknown {
  return streams.map((_, s) => {
    const all = regimes.map(
      ({ fromDay, streams: values }) => [fromDay, values[s]!.reclassification] as const,
    );
    return all.filter(([, hazards], i) => i === 0 || textOf(hazards) !== textOf(all[i - 1]![1]));
  });
}

/** JSON that keeps apart what JSON does not: infinities, NaN and null. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, entry: unknown) => {
    if (ArrayBuffer.isView(entry)) {
      return Array.from(entry as Float64Array);
    }
    return typeof entry === "number" && !Number.isFinite(entry) ? `${entry}` : entry;
  });
}
