import { report } from "../context.ts";
import { idsOf, type Path, type Raw, type RawMapping } from "../raw.ts";
import {
  checkDuplicates,
  checkName,
  itemsOf,
  mappingAt,
  type Places,
  placesOf,
  type Subject,
} from "./known.ts";

/** Checks what a system's lists say of each other: ids, levels, regions, and who can be placed where. */
export function checkSystems(subject: Subject): void {
  const streamIds = new Set<string>();
  for (const [id, value] of Object.entries(subject.systems)) {
    const system = mappingAt(value);
    const path = ["systems", id];
    const places = placesOf(system);
    checkDuplicates(subject, [...path, "facilities"], system.facilities);
    checkDuplicates(subject, [...path, "institutions"], system.institutions);
    checkDuplicates(subject, [...path, "streams"], system.streams, streamIds);
    for (const [index, stream] of itemsOf(system.streams)) {
      checkStream(subject, [...path, "streams", index], stream, places);
    }
    checkStock(subject, path, system, places);
  }
}

function isGiven(value: Raw | undefined): boolean {
  return value !== undefined && value !== null;
}

function checkStream(subject: Subject, path: Path, stream: RawMapping, places: Places): void {
  checkOneOf(subject, path, stream, ["levels", "facilities"]);
  checkOneOf(subject, path, stream, ["sentence", "stay"]);
  if (isGiven(stream.stay) && !isGiven(stream.sentence) && isGiven(stream.timeServed)) {
    const expected = 'no "timeServed" beside "stay", which is the time served';
    report(subject.context, subject.root, [...path, "timeServed"], {
      expected,
      received: "both",
      atKey: true,
    });
  }
  const sex = typeof stream.sex === "string" ? stream.sex : "mixed";
  for (const level of Object.keys(mappingAt(stream.levels))) {
    checkLevel(subject, [...path, "levels", level], level, sex, places, true);
  }
  for (const facility of Object.keys(mappingAt(stream.facilities))) {
    checkFacility(subject, [...path, "facilities", facility], facility, sex, places, true);
  }
  for (const region of Object.keys(mappingAt(stream.regions))) {
    checkName(subject, [...path, "regions", region], region, places.regions, "a region of a facility", true);
  }
  const final = mappingAt(stream.finalPlacement).facility;
  checkFacility(subject, [...path, "finalPlacement", "facility"], final, sex, places, false);
}

function checkFacility(
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

function checkOneOf(subject: Subject, path: Path, stream: RawMapping, keys: readonly [string, string]): void {
  const given = keys.filter((key) => isGiven(stream[key]));
  if (given.length === 1) return;
  const expected = `either "${keys[0]}" or "${keys[1]}"`;
  const received = given.length === 0 ? "neither" : "both";
  const at = given.length === 0 ? path : [...path, keys[1]];
  report(subject.context, subject.root, at, { expected, received, atKey: given.length > 0 });
}

function checkLevel(
  subject: Subject,
  path: Path,
  level: Raw | undefined,
  sex: string,
  places: Places,
  atKey: boolean,
): void {
  if (!checkName(subject, path, level, places.levels, "a level of a facility", atKey)) return;
  if (typeof level !== "string" || places.takes(level, sex)) return;
  report(subject.context, subject.root, path, {
    expected: `a level with a facility for ${sex} prisoners`,
    received: `"${level}", where no facility takes them`,
    atKey,
  });
}

function checkStock(subject: Subject, path: Path, system: RawMapping, places: Places): void {
  const streams = new Map(itemsOf(system.streams).map(([, stream]) => [stream.id, stream]));
  const known = idsOf(system.streams);
  for (const [index, row] of itemsOf(system.initialStock)) {
    const at = [...path, "initialStock", index];
    checkName(subject, [...at, "stream"], row.stream, known, "a stream of the system");
    checkOneOf(subject, at, row, ["facility", "level"]);
    const streamSex = streams.get(row.stream ?? null)?.sex;
    const sex = typeof streamSex === "string" ? streamSex : "mixed";
    checkFacility(subject, [...at, "facility"], row.facility, sex, places, false);
    checkLevel(subject, [...at, "level"], row.level, sex, places, false);
  }
}
