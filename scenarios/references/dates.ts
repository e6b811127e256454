import { isList } from "../raw.ts";
import { dayWithin, type Period } from "../timing.ts";
import { mappingAt, type Subject } from "./known.ts";

/** Checks that dated handovers fall within the run. */
export function checkHandoverDates(subject: Subject, period: Period): void {
  const { corridors } = mappingAt(subject.root.value);
  for (const [id, corridor] of Object.entries(mappingAt(corridors))) {
    const { dated } = mappingAt(mappingAt(corridor).handover);
    if (!isList(dated)) continue;
    for (const index of dated.keys()) {
      dayWithin(subject.context, period, subject.root, ["corridors", id, "handover", "dated", index]);
    }
  }
}
