import { report } from "../context.ts";
import { isList, type Path, type Raw, type RawMapping } from "../raw.ts";
import { checkClass, warnOfLevel } from "./classes.ts";
import {
  checkDuplicates,
  checkFacility,
  checkName,
  isGiven,
  itemsOf,
  mappingAt,
  type Places,
  type Subject,
} from "./known.ts";

/** Checks what a stream says of facilities, levels and regions, and which of its keys go together. */
export function checkStream(subject: Subject, path: Path, stream: RawMapping, places: Places): void {
  checkOneOf(subject, path, stream, ["levels", "facilities"]);
  checkOneOf(subject, path, stream, ["sentence", "stay"]);
  checkStay(subject, path, stream);
  checkEntryLevel(subject, path, stream);
  checkDeaths(subject, path, stream);
  checkDuplicates(subject, [...path, "timeServed", "reductions"], mappingAt(stream.timeServed).reductions);
  const sex = typeof stream.sex === "string" ? stream.sex : "mixed";
  for (const level of Object.keys(mappingAt(stream.levels))) {
    checkClass(subject, [...path, "levels", level], level, sex, places, true);
  }
  for (const facility of Object.keys(mappingAt(stream.facilities))) {
    checkFacility(subject, [...path, "facilities", facility], facility, sex, places, true);
  }
  for (const region of Object.keys(mappingAt(stream.regions))) {
    checkName(subject, [...path, "regions", region], region, places.regions, "a region of a facility", true);
  }
  checkReclassification(subject, path, stream, sex, places);
  for (const [from, to] of Object.entries(mappingAt(mappingAt(stream.finalPlacement).levels))) {
    const at = [...path, "finalPlacement", "levels", from];
    checkClass(subject, at, to, sex, places);
    warnOfLevel(subject, at, from, places);
  }
  const final = mappingAt(stream.finalPlacement).facility;
  checkFacility(subject, [...path, "finalPlacement", "facility"], final, sex, places, false);
}

function checkOneOf(subject: Subject, path: Path, stream: RawMapping, keys: readonly [string, string]): void {
  const given = keys.filter((key) => isGiven(stream[key]));
  if (given.length === 1) return;
  const expected = `either "${keys[0]}" or "${keys[1]}"`;
  const received = given.length === 0 ? "neither" : "both";
  const at = given.length === 0 ? path : [...path, keys[1]];
  report(subject.context, subject.root, at, { expected, received, atKey: given.length > 0 });
}

function checkStay(subject: Subject, path: Path, stream: RawMapping): void {
  if (!isGiven(stream.stay) || isGiven(stream.sentence) || !isGiven(stream.timeServed)) return;
  const expected = 'no "timeServed" beside "stay", which is the time served';
  report(subject.context, subject.root, [...path, "timeServed"], { expected, received: "both", atKey: true });
}

/** Deaths that depend on age need to know it. */
function checkDeaths(subject: Subject, path: Path, { deaths, ageAtEntry }: RawMapping): void {
  if (!isList(deaths) || deaths.length < 2 || isGiven(ageAtEntry)) return;
  report(subject.context, subject.root, [...path, "deaths"], {
    expected: 'one rate of deaths, or "ageAtEntry" beside deaths by age',
    received: `${deaths.length} rates`,
    atKey: true,
  });
}

/** An own level at entry is for those whom no class tells it, and is needed where it may change later. */
function checkEntryLevel(subject: Subject, path: Path, stream: RawMapping): void {
  const { levels, facilities, entryLevel, reclassification } = stream;
  if (isGiven(entryLevel) && isGiven(levels)) {
    const expected = 'no "entryLevel" beside "levels", which say it';
    report(subject.context, subject.root, [...path, "entryLevel"], {
      expected,
      received: "both",
      atKey: true,
    });
  }
  const changes = itemsOf(reclassification).length;
  if (isGiven(facilities) && !isGiven(entryLevel) && changes > 0) {
    const expected = 'an "entryLevel" beside "reclassification" of people sent straight to facilities';
    report(subject.context, subject.root, [...path, "reclassification"], {
      expected,
      received: "none",
      atKey: true,
    });
  }
}

/** People sent straight to facilities stay there, whatever their own level becomes. */
function checkOwnLevel(subject: Subject, path: Path, level: Raw | undefined): void {
  if (typeof level !== "string" || !level.includes("/")) return;
  report(subject.context, subject.root, path, { expected: 'an own level alone, without "/"' });
}

function checkReclassification(
  subject: Subject,
  path: Path,
  stream: RawMapping,
  sex: string,
  places: Places,
): void {
  const isStraight = isGiven(stream.facilities);
  for (const [index, { from, to }] of itemsOf(stream.reclassification)) {
    const at = [...path, "reclassification", index];
    if (isStraight) {
      checkOwnLevel(subject, [...at, "from"], from);
      checkOwnLevel(subject, [...at, "to"], to);
      continue;
    }
    checkClass(subject, [...at, "from"], from, sex, places);
    checkClass(subject, [...at, "to"], to, sex, places);
  }
}
