import { report } from "../context.ts";
import { parseClass } from "../custodyClass.ts";
import { idsOf, type Path, type Raw, type RawMapping } from "../raw.ts";
import { CLASS_TEXT } from "../schema/leaves.ts";
import { checkClass, warnOfLevel } from "./classes.ts";
import { checkFacility, checkName, isGiven, itemsOf, mappingAt, type Places, type Subject } from "./known.ts";

/** Checks that the people of day 0 are of a stream, and in a place that takes them. */
export function checkStock(subject: Subject, path: Path, system: RawMapping, places: Places): void {
  const streams = new Map(itemsOf(system.streams).map(([, stream]) => [stream.id, stream]));
  const known = idsOf(system.streams);
  const finals = finalPlacesOf(system);
  const told = new Set<string>();
  for (const [index, row] of itemsOf(system.initialStock)) {
    const at = [...path, "initialStock", index];
    checkName(subject, [...at, "stream"], row.stream, known, "a stream of the system");
    const stream = streams.get(row.stream ?? null) ?? {};
    const sex = typeof stream.sex === "string" ? stream.sex : "mixed";
    checkPlace(subject, at, row, { sex, places, finals, told });
    if (isGiven(stream.entryLevel)) checkStraight(subject, at, row, stream);
  }
}

/** People of a stream with an entry level are in one of its facilities, where they change their own level. */
function checkStraight(subject: Subject, path: Path, { facility }: RawMapping, stream: RawMapping): void {
  const known = Object.keys(mappingAt(stream.facilities));
  if (isGiven(facility) && (typeof facility !== "string" || known.includes(facility))) return;
  const expected = `a facility of the stream "${String(stream.id)}", with the share 0 if nobody new goes there`;
  const at = isGiven(facility) ? [...path, "facility"] : path;
  report(
    subject.context,
    subject.root,
    at,
    isGiven(facility) ? { expected } : { expected, received: "none" },
  );
}

/** Facilities in which people of some stream spend the last days before release. */
function finalPlacesOf({ streams }: RawMapping): ReadonlySet<Raw> {
  const names = itemsOf(streams).map(([, { finalPlacement }]) => mappingAt(finalPlacement).facility);
  return new Set(names.filter((name) => typeof name === "string"));
}

interface Inside {
  readonly sex: string;
  readonly places: Places;
  readonly finals: ReadonlySet<Raw>;
  /** Own levels of which no more has to be said. */
  readonly told: Set<string>;
}

function checkPlace(
  subject: Subject,
  path: Path,
  row: RawMapping,
  { sex, places, finals, told }: Inside,
): void {
  const { facility, level } = row;
  if (!isGiven(facility) && !isGiven(level)) {
    const expected = '"facility", "level" or both';
    report(subject.context, subject.root, path, { expected, received: "neither" });
  }
  checkFacility(subject, [...path, "facility"], facility, sex, places, false);
  const isInside = typeof facility === "string" && !finals.has(facility);
  if (isInside) checkOwnLevel(subject, [...path, "level"], row, places, told);
  else checkClass(subject, [...path, "level"], level, sex, places);
}

/** A level beside a facility is the people's own level; what it says of the facility must be right. */
function checkOwnLevel(
  subject: Subject,
  path: Path,
  { facility, level }: RawMapping,
  places: Places,
  told: Set<string>,
): void {
  if (typeof level !== "string" || level === "") return;
  const written = parseClass(level);
  const unit = places.levelOf(String(facility));
  if (written === null) {
    report(subject.context, subject.root, path, { expected: CLASS_TEXT });
  } else if (level.includes("/") && unit !== null && written.unit !== unit) {
    const expected = `an own level, or a class in "${unit}", the level of ${facility}`;
    report(subject.context, subject.root, path, { expected });
  } else if (!told.has(written.own)) {
    told.add(written.own);
    warnOfLevel(subject, path, written.own, places);
  }
}
