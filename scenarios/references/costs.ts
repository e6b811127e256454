import { checkName, mappingAt, placesOf, type Subject } from "./known.ts";

/** Checks that costs by level name levels that facilities of their system have. */
export function checkCosts(subject: Subject): void {
  for (const [id, system] of Object.entries(subject.systems)) {
    const { levels } = placesOf(system);
    for (const level of Object.keys(mappingAt(mappingAt(mappingAt(system).costs).byLevel))) {
      const path = ["systems", id, "costs", "byLevel", level];
      checkName(subject, path, level, levels, "a level of a facility", true);
    }
  }
}
