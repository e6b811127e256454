import { report } from "../context.ts";
import type { Path, RawMapping } from "../raw.ts";
import {
  checkDuplicates,
  checkName,
  isGiven,
  itemsOf,
  mappingAt,
  type Places,
  placesOf,
  type Subject,
} from "./known.ts";
import { checkStock } from "./stock.ts";
import { checkStream } from "./streams.ts";

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
    checkFunctionLevels(subject, path, system, places);
    checkDefinition(subject, path, system);
    for (const [index, stream] of itemsOf(system.streams)) {
      checkStream(subject, [...path, "streams", index], stream, places);
    }
    checkStock(subject, path, system, places);
  }
}

function checkFunctionLevels(subject: Subject, path: Path, system: RawMapping, { levels }: Places): void {
  const written = system.functionLevels;
  for (const [index, level] of (Array.isArray(written) ? written : []).entries()) {
    checkName(subject, [...path, "functionLevels", index], level, levels, "a level of a facility");
  }
}

/** A capacity of one's own has to be written at least once. */
function checkDefinition(subject: Subject, path: Path, system: RawMapping): void {
  const facilities = itemsOf(system.facilities);
  if (system.capacity !== "own" || facilities.length === 0) return;
  if (facilities.some(([, facility]) => isGiven(facility.ownCapacity))) return;
  report(subject.context, subject.root, [...path, "capacity"], {
    expected: 'an "ownCapacity" of at least one facility beside the capacity "own"',
    received: "none",
  });
}
