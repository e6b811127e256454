import { report } from "../context.ts";
import type { Path, Raw, RawMapping } from "../raw.ts";
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
    checkDuplicates(subject, [...path, "review", "approvalRules"], mappingAt(corridor.review).approvalRules);
    const { acceptanceRules } = mappingAt(corridor.receiving);
    checkDuplicates(subject, [...path, "receiving", "acceptanceRules"], acceptanceRules);
    checkStaging(subject, path, corridor);
    checkArrival(subject, path, corridor, leads);
    checkGroups(subject, id, corridor);
  }
}

/** Staging institutions lie in the sending system. */
function checkStaging(subject: Subject, path: Path, corridor: RawMapping): void {
  const { ids } = placesOf(subject.systems[String(corridor.from)]);
  for (const [key, { facility }] of itemsOf(mappingAt(corridor.handover).staging)) {
    const at = [...path, "handover", "staging", key, "facility"];
    checkName(subject, at, facility, ids, "a facility of the sending system");
  }
}

/** What an arrival may say only where people arrive in a system of the model. */
const AFTER_ARRIVAL = ["level", "conversion", "homeMove", "returned"];

function checkArrival(subject: Subject, path: Path, corridor: RawMapping, leads: boolean): void {
  const at = [...path, "arrival", "facilities"];
  const arrival = mappingAt(corridor.arrival);
  const { facilities = null } = arrival;
  if ((corridor.to ?? null) === null) {
    for (const key of AFTER_ARRIVAL.filter((name) => (arrival[name] ?? null) !== null)) {
      const expected = `no "${key}": the corridor leads out of the model`;
      report(subject.context, subject.root, [...path, "arrival", key], { expected, atKey: true });
    }
  }
  if (leads) {
    const { ids } = placesOf(subject.systems[String(corridor.to)]);
    if (facilities === null)
      report(subject.context, subject.root, at, { expected: "facilities to arrive at" });
    const later = mappingAt(mappingAt(arrival.homeMove).facilities);
    const named = [
      [at, mappingAt(facilities)],
      [[...path, "arrival", "homeMove", "facilities"], later],
    ] as const;
    for (const [where, shares] of named) {
      for (const facility of Object.keys(shares)) {
        checkName(subject, [...where, facility], facility, ids, "a facility of the receiving system", true);
      }
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
  const release = mappingAt(mappingAt(corridor.arrival).conditionalRelease);
  const ruled = (path: string, list: Raw | undefined) =>
    itemsOf(list).map(([key, { offences }]) => [`${path}[${key}].offences`, offences, "offence"] as const);
  const byOffence = Object.keys(mappingAt(mappingAt(corridor.interest).byOffence));
  const lists = [
    ["interest.byOffence", byOffence, "offence"],
    ...ruled("eligibility.bars", eligibility.bars),
    ...ruled("review.approvalRules", mappingAt(corridor.review).approvalRules),
    ...ruled("receiving.acceptanceRules", mappingAt(corridor.receiving).acceptanceRules),
    ["eligibility.citizenships", eligibility.citizenships, "citizenship"],
    ["eligibility.excludedOffences", eligibility.excludedOffences, "offence"],
    ["arrival.conditionalRelease.excludedOffences", release.excludedOffences, "offence"],
  ] as const;
  for (const [list, words, key] of lists) {
    for (const word of Array.isArray(words) ? words : []) {
      if (streams.some((stream) => (stream[key] ?? "any") === word)) continue;
      subject.context.warnings.add(`corridors.${id}.${list}: no stream has the ${key} "${word}"`);
    }
  }
}
