import type { TraceEvent } from "../../engine/trace/traceEvent.ts";
import { isoDate } from "../../scenarios/calendar.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import type { ReportText } from "../text/en.ts";
import { plain } from "../text/isolate.ts";
import { eventWords, placeOf } from "./eventWords.ts";
import { personName } from "./personId.ts";

/** An event in words. */
export interface ToldEvent {
  /** ISO date on which it happens. */
  readonly date: string;
  /** Days since the scenario's start. */
  readonly day: number;
  /** `<stream>#<number>` */
  readonly person: string;
  readonly kind: TraceEvent["kind"] | "stillInside";
  readonly sentences: readonly string[];
}

/**
 * An event of a replication in words.
 *
 * @example
 * toldEvent(scenario, result, en).person; // => "drug-MX-male#-17"
 */
export function toldEvent(scenario: CompiledScenario, event: TraceEvent, text: ReportText): ToldEvent {
  return {
    date: isoDate(event.day, scenario.startDate),
    day: event.day,
    person: personName({ stream: event.stream, number: event.index }),
    kind: event.kind,
    sentences: eventWords(scenario, event, text).map(plain),
  };
}

/**
 * All events of one person, and at the end where the person still is, if anywhere.
 *
 * @param events of one person, in the order in which they happen
 */
export function personPath(
  scenario: CompiledScenario,
  events: readonly TraceEvent[],
  text: ReportText,
): ToldEvent[] {
  const told = events.map((event) => toldEvent(scenario, event, text));
  const last = events.at(-1);
  if (last === undefined || last.kind === "left") return told;
  const end: ToldEvent = {
    date: scenario.endDate,
    day: scenario.parameters.horizonDays,
    person: personName({ stream: last.stream, number: last.index }),
    kind: "stillInside",
    sentences: [plain(text.explain.stillInside(placeOf(scenario, last.facility)))],
  };
  return [...told, end];
}

/** Facilities that an event names, by index. */
export function facilitiesOf(event: TraceEvent): number[] {
  return event.kind === "placed" ? [event.fromFacility, event.facility] : [event.facility];
}
