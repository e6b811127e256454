import type { LoadedFile } from "./chain.ts";
import { type LoadContext, report } from "./context.ts";
import { isMapping, type Path, type RawMapping } from "./raw.ts";
import { checkName, itemsOf, mappingAt, placesOf, type Subject } from "./references/known.ts";
import type { DatedExpulsion } from "./schema/file.ts";
import { dayWithin, type Period } from "./timing.ts";

/** An expulsion with its day number. */
export interface PlannedExpulsion {
  readonly day: number;
  readonly expulsion: DatedExpulsion;
}

/**
 * Expulsions of all files, in order of date; those with a problem are reported and left out.
 *
 * @param configuration merged systems, by which names are checked
 */
export function expulsionsOf(
  context: LoadContext,
  chain: readonly LoadedFile[],
  period: Period,
  configuration: Subject,
): PlannedExpulsion[] {
  const planned = chain.toReversed().flatMap((file) => {
    const rows = isMapping(file.root.value) ? file.root.value.expulsions : undefined;
    const subject = { context, root: file.root, systems: configuration.systems };
    return itemsOf(rows).flatMap(([index, row]) => {
      const path = ["expulsions", index];
      checkPlaces(subject, path, row);
      const day = dayWithin(context, period, file.root, [...path, "date"]);
      const expulsion = file.header?.expulsions[index];
      return day === null || expulsion === undefined ? [] : [{ day, expulsion }];
    });
  });
  return planned.sort((left, right) => left.day - right.day);
}

function checkPlaces(subject: Subject, path: Path, row: RawMapping): void {
  const from = mappingAt(row.from);
  const at = [...path, "from"];
  if (checkName(subject, [...at, "system"], from.system, Object.keys(subject.systems), "a system")) {
    const { ids, levels } = placesOf(subject.systems[String(from.system)]);
    checkName(subject, [...at, "level"], from.level, levels, "a level of a facility");
    checkName(subject, [...at, "facility"], from.facility, ids, "a facility");
  }
  if ((from.level === undefined) === (from.facility === undefined)) {
    const received = from.level === undefined ? "neither" : "both";
    report(subject.context, subject.root, at, { expected: 'either "level" or "facility"', received });
  }
  const streams = Object.values(subject.systems).flatMap((system) => itemsOf(mappingAt(system).streams));
  const known = streams.flatMap(([, { id }]) => (typeof id === "string" ? [id] : []));
  checkName(subject, [...path, "to", "stream"], mappingAt(row.to).stream, known, "a stream");
}
