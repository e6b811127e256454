import type { StreamRegime } from "../../engine/parameters.ts";
import type { TraceEntry, TraceEvent, TracePlacing } from "../../engine/trace/traceEvent.ts";
import { isoDate } from "../../scenarios/calendar.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import type { ReportText } from "../text/en.ts";

type Entry = Extract<TraceEvent, TraceEntry>;
type Placing = Extract<TraceEvent, TracePlacing>;

/**
 * What an event was, in one sentence or more.
 *
 * @example
 * eventWords(scenario, result, en)[0]; // => "Released from USP Atwater (high security) after 6.2 years."
 */
export function eventWords(scenario: CompiledScenario, event: TraceEvent, text: ReportText): string[] {
  const words = text.explain;
  const place = placeOf(scenario, event.facility);
  switch (event.kind) {
    case "entered":
      return entryWords(scenario, event, text);
    case "placed":
      return [placingWords(scenario, event, text)];
    case "heldInside":
      return [words[event.reason](place)];
    case "corridor":
      return [
        words.corridorStep(
          event.step,
          scenario.corridors[event.corridor]?.title ?? "",
          event.day === 0,
          event.reasons,
        ),
      ];
    case "newRelease":
      return [words.newRelease(releaseOf(scenario, event.releaseDay))];
    case "left":
      return [words[event.reason](place, event.daysInside, event.waitingForPlacement)];
  }
}

/** Calendar date of a release day; null for a life term. */
function releaseOf(scenario: CompiledScenario, day: number | null): string | null {
  return day === null ? null : isoDate(day, scenario.startDate);
}

/** A facility in words. */
export function placeOf(scenario: CompiledScenario, facility: number): { name: string; level: string } {
  const { name, level } = scenario.facilities[facility] ?? { name: String(facility), level: "" };
  return { name, level };
}

function ownLevel({ parameters }: CompiledScenario, level: number, text: ReportText): string {
  return text.measures.level(parameters.levels[level] ?? "");
}

/** Where and how somebody enters, and sentence and release; after a handover the release alone, which is new. */
function entryWords(scenario: CompiledScenario, event: Entry, text: ReportText): string[] {
  const { explain } = text;
  const rule = ruleOf(scenario, event);
  const first = explain.entered[event.by]({
    place: placeOf(scenario, event.facility),
    own: ownLevel(scenario, event.level, text),
    age: (rule?.ageAtEntry ?? null) === null ? null : event.ageDays,
    entered: isoDate(event.enteredDay, scenario.startDate),
  });
  const release = releaseOf(scenario, event.releaseDay);
  if (event.by === "handover") return [first, explain.releaseThere(release)];
  const term = explain.term({
    lifeTerm: event.lifeTerm,
    imposedDays: event.sentenceDays,
    servedDays: (event.releaseDay ?? 0) - event.enteredDay,
    credits: creditsOf(rule, event.reductions, text),
    release,
  });
  return [first, term];
}

/** The stream's rule at the entry; for time before day 0 the first there is. */
function ruleOf({ parameters }: CompiledScenario, { stream, enteredDay }: Entry): StreamRegime | undefined {
  const { regimes, streams } = parameters;
  const regime = regimes.findLast(({ fromDay }) => fromDay <= enteredDay) ?? regimes[0];
  return regime?.streams[streams.findIndex(({ id }) => id === stream)];
}

/** What is taken off the sentence: by the rule for everybody, then what the person earns. */
function creditsOf(rule: StreamRegime | undefined, earned: readonly string[], text: ReportText): string[] {
  const { servedShare = 1, creditDays = 0 } = rule?.timeToServe ?? {};
  const { explain, format } = text;
  return [
    ...(servedShare < 1 ? [explain.goodConduct(format.value(servedShare, "share"))] : []),
    ...(creditDays > 0 ? [explain.preTrialCredit(creditDays)] : []),
    ...earned.map(explain.reduction),
  ];
}

function placingWords(scenario: CompiledScenario, event: Placing, text: ReportText): string {
  const [from, to] = [placeOf(scenario, event.fromFacility), placeOf(scenario, event.facility)];
  const moves = event.fromFacility !== event.facility;
  if (event.reason !== "reclassification" || event.fromLevel === event.level) {
    return text.explain.moved(from, to, event.reason);
  }
  const [before, after] = [event.fromLevel, event.level].map((level) => ownLevel(scenario, level, text));
  return text.explain.reclassified(before ?? "", after ?? "", from, moves ? to : null);
}
