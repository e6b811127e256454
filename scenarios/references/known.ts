import { type LoadContext, report } from "../context.ts";
import { editDistance, nearestHint } from "../nearest.ts";
import type { Located } from "../origins.ts";
import { isList, isMapping, type Path, type Raw, type RawList, type RawMapping } from "../raw.ts";

/**
 * A merged configuration under check, and where to report. Values may be of any type: schemas check those.
 */
export interface Subject {
  readonly context: LoadContext;
  readonly root: Located;
  /** Systems by id, as written. */
  readonly systems: RawMapping;
}

export function subjectOf(context: LoadContext, root: Located): Subject {
  return { context, root, systems: mappingAt(isMapping(root.value) ? root.value.systems : undefined) };
}

/** True if a key is written and not null. */
export function isGiven(value: Raw | undefined): boolean {
  return value !== undefined && value !== null;
}

/** The value if it is a mapping, or else an empty one. */
export function mappingAt(value: Raw | undefined): RawMapping {
  return isMapping(value) ? value : {};
}

/** The items of a list that are mappings, with their index. */
export function itemsOf(value: Raw | undefined): [index: number, item: RawMapping][] {
  const items: [number, RawMapping][] = [];
  if (isList(value)) {
    for (const [index, item] of value.entries()) if (isMapping(item)) items.push([index, item]);
  }
  return items;
}

/** Reports a text at a path that names nothing known; a value of another type is the schema's matter. */
export function checkName(
  subject: Subject,
  path: Path,
  value: Raw | undefined,
  known: readonly string[],
  kind: string,
  atKey = false,
): boolean {
  if (typeof value !== "string") return false;
  if (known.includes(value)) return true;
  const hint = nearestHint(value, known);
  report(subject.context, subject.root, path, {
    expected: `the id of ${kind}`,
    received: JSON.stringify(value),
    hint,
    atKey,
  });
  return false;
}

/** Reports ids that two items of a list share, at the second one. */
export function checkDuplicates(
  subject: Subject,
  path: Path,
  list: Raw | undefined,
  seen = new Set<string>(),
): void {
  for (const [index, { id }] of itemsOf(list)) {
    if (typeof id !== "string") continue;
    if (seen.has(id)) {
      const received = `${JSON.stringify(id)} a second time`;
      report(subject.context, subject.root, [...path, index, "id"], { expected: "each id once", received });
    }
    seen.add(id);
  }
}

/** Checks that a facility exists and takes people of a sex. */
export function checkFacility(
  subject: Subject,
  path: Path,
  facility: Raw | undefined,
  sex: string,
  places: Places,
  atKey: boolean,
): void {
  if (!checkName(subject, path, facility, places.ids, "a facility", atKey)) return;
  if (typeof facility !== "string" || places.admits(facility, sex)) return;
  const expected = `a facility for ${sex} prisoners`;
  report(subject.context, subject.root, path, { expected, received: JSON.stringify(facility), atKey });
}

/** Levels and sexes of a system's facilities. */
export interface Places {
  readonly ids: readonly string[];
  readonly levels: readonly string[];
  readonly regions: readonly string[];
  /** For a word that is one slip away from a level, that level. */
  readonly meantLevel: (word: string) => string | null;
  /** True if a facility of the level takes people of this sex; everybody's place is any facility. */
  readonly takes: (level: string, sex: string) => boolean;
  /** True if this facility takes people of this sex. */
  readonly admits: (id: string, sex: string) => boolean;
  readonly levelOf: (id: string) => string | null;
}

const NO_FACILITIES: RawList = [];
const placesKnown = new WeakMap<RawList, Places>();

/** Places of a system; worked out once for each list of facilities, which most days share. */
export function placesOf(system: Raw | undefined): Places {
  const { facilities } = mappingAt(system);
  const list = isList(facilities) ? facilities : NO_FACILITIES;
  const before = placesKnown.get(list);
  if (before !== undefined) return before;
  const places = placesIn(list);
  placesKnown.set(list, places);
  return places;
}

function placesIn(list: RawList): Places {
  const facilities = itemsOf(list).map(([, item]) => item);
  const texts = (key: string): string[] => {
    const values = facilities.map((item) => item[key]);
    return [...new Set(values.filter((value) => typeof value === "string"))];
  };
  const levels = texts("level");
  const byId = new Map<Raw | undefined, RawMapping[]>();
  for (const item of facilities) byId.set(item.id, [...(byId.get(item.id) ?? []), item]);
  const fits = ({ sex: own = "mixed" }: RawMapping, sex: string): boolean =>
    sex === "mixed" || own === "mixed" || own === sex;
  return {
    ids: texts("id"),
    levels,
    regions: texts("region"),
    meantLevel: rememberingEach((word) =>
      levels.includes(word) ? null : (levels.find((level) => editDistance(word, level) === 1) ?? null),
    ),
    takes: (level, sex) => facilities.some((item) => item.level === level && fits(item, sex)),
    admits: (id, sex) => (byId.get(id) ?? []).some((item) => fits(item, sex)),
    levelOf: (id) => {
      const level = byId.get(id)?.at(-1)?.level;
      return typeof level === "string" ? level : null;
    },
  };
}

function rememberingEach<Result>(answer: (word: string) => Result): (word: string) => Result {
  const answers = new Map<string, Result>();
  return (word) => {
    if (!answers.has(word)) answers.set(word, answer(word));
    return answers.get(word)!;
  };
}
