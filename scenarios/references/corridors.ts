import { report } from "../context.ts";
import type { Path, RawMapping } from "../raw.ts";
import { checkDuplicates, checkName, itemsOf, mappingAt, placesOf, type Subject } from "./known.ts";

/** Checks that corridors lead between systems and arrive at facilities that exist. */
export function checkCorridors(subject: Subject): void {
  const root = mappingAt(subject.root.value);
  const known = Object.keys(subject.systems);
  for (const [id, value] of Object.entries(mappingAt(root.corridors))) {
    const corridor = mappingAt(value);
    const path = ["corridors", id];
    checkName(subject, [...path, "from"], corridor.from, known, "a system");
    const leads = checkName(subject, [...path, "to"], corridor.to, known, "a system");
    const { bars } = mappingAt(corridor.eligibility);
    checkDuplicates(subject, [...path, "eligibility", "bars"], bars);
    checkArrival(subject, path, corridor, leads);
    checkGroups(subject, id, corridor);
  }
}

function checkArrival(subject: Subject, path: Path, corridor: RawMapping, leads: boolean): void {
  const at = [...path, "arrival", "facilities"];
  const { facilities = null, level = null } = mappingAt(corridor.arrival);
  if (level !== null && (corridor.to ?? null) === null) {
    const expected = 'no "level": the corridor leads out of the model';
    report(subject.context, subject.root, [...path, "arrival", "level"], { expected, atKey: true });
  }
  if (leads) {
    const { ids } = placesOf(subject.systems[String(corridor.to)]);
    if (facilities === null)
      report(subject.context, subject.root, at, { expected: "facilities to arrive at" });
    for (const facility of Object.keys(mappingAt(facilities))) {
      checkName(subject, [...at, facility], facility, ids, "a facility of the receiving system", true);
    }
  } else if (facilities !== null && (corridor.to ?? null) === null) {
    const expected = "no facilities: the corridor leads out of the model";
    report(subject.context, subject.root, at, {
      expected,
      hint: 'name the receiving system in "to"',
      atKey: true,
    });
  }
}

/** Warns of citizenships and offences that no stream of the sending system has. */
function checkGroups(subject: Subject, id: string, corridor: RawMapping): void {
  const streams = itemsOf(mappingAt(subject.systems[String(corridor.from)]).streams).map(([, item]) => item);
  const eligibility = mappingAt(corridor.eligibility);
  const pairs = [
    ["citizenships", "citizenship"],
    ["excludedOffences", "offence"],
  ] as const;
  for (const [list, key] of pairs) {
    const words = eligibility[list];
    for (const word of Array.isArray(words) ? words : []) {
      if (streams.some((stream) => (stream[key] ?? "any") === word)) continue;
      subject.context.warnings.add(`corridors.${id}.eligibility.${list}: no stream has the ${key} "${word}"`);
    }
  }
}
