import { type PersonName, type TraceEvent, tracePerson, traceReplication } from "../engine/index.ts";
import {
  en,
  facilitiesOf,
  parsePersonName,
  personName,
  personPath,
  plain,
  type ReportText,
  type ToldEvent,
  toldEvent,
} from "../reports/index.ts";
import type { CompiledScenario } from "../scenarios/index.ts";
import { nearestHint } from "../scenarios/nearest.ts";
import { CliError } from "./cliError.ts";
import type { ExplainFlags } from "./flags.ts";

/** Events in words, and what stands above and below them. */
export interface Explanation {
  readonly title: readonly string[];
  readonly events: readonly ToldEvent[];
  /** Whether the replication has more events of the kind that was asked for. */
  readonly goesOn: boolean;
  readonly note: string;
}

/**
 * The path of one person through a replication.
 *
 * @throws {CliError} exit code 2, if the name is none, or the replication has no such person
 */
export function explainPerson(
  scenario: CompiledScenario,
  name: string,
  flags: ExplainFlags,
  text: ReportText,
): Explanation {
  const { replication, seed } = flags;
  const person = personOf(scenario, name);
  const events = tracePerson(scenario.parameters, seed, replication, person);
  if (events.length === 0) throw unknownPerson(scenario, name, person, flags);
  const title = scenario.streams.find(({ id }) => id === person.stream)?.title ?? person.stream;
  return {
    title: [plain(text.explain.personTitle(name, replication, scenario.title)), `${title}.`, ""],
    events: personPath(scenario, events, text),
    goesOn: false,
    note: "",
  };
}

/**
 * The first events of a replication after its start, of all people, of one stream or at one place.
 *
 * @throws {CliError} exit code 2, if there is no such stream or place
 */
export function explainReplication(
  scenario: CompiledScenario,
  flags: ExplainFlags,
  text: ReportText,
): Explanation {
  const stream = flags.stream === undefined ? null : streamOf(scenario, flags.stream);
  const places = flags.facility === undefined ? null : placesOf(scenario, flags.facility);
  const events: ToldEvent[] = [];
  const goesOn = tellUntil(scenario, flags, stream, (event) => {
    const isHere = places === null || facilitiesOf(event).some((facility) => places.has(facility));
    if (!isHere || event.day === 0) return true;
    if (events.length === flags.limit) return false;
    events.push(toldEvent(scenario, event, text));
    return true;
  });
  return {
    title: [],
    events,
    goesOn,
    note: text.explain.logNote(events.length, goesOn, events[0]?.person ?? null),
  };
}

/** Thrown out of a replication that need not go on. */
class Enough extends Error {}

/** Runs a replication while `onEvent` wants more of it; true if it stopped before the end. */
function tellUntil(
  { parameters }: CompiledScenario,
  { seed, replication }: ExplainFlags,
  stream: string | null,
  onEvent: (event: TraceEvent) => boolean,
): boolean {
  const tell = (event: TraceEvent): void => {
    if (!onEvent(event)) throw new Enough();
  };
  try {
    traceReplication(parameters, seed, replication, tell, (id) => stream === null || id === stream);
    return false;
  } catch (error) {
    if (error instanceof Enough) return true;
    throw error;
  }
}

function personOf(scenario: CompiledScenario, name: string): PersonName {
  const parsed = parsePersonName(name);
  if (parsed === null) {
    const example = personName({ stream: scenario.streams[0]?.id ?? "stream", number: 0 });
    throw new CliError(`--person must be stream#number, got "${name}"`, {
      hint: `for example: --person ${example}`,
    });
  }
  return { stream: streamOf(scenario, parsed.stream), index: parsed.number };
}

/** The id of a stream, if there is one of that name. */
function streamOf({ id, streams }: CompiledScenario, name: string): string {
  if (streams.some((stream) => stream.id === name)) return name;
  const known = streams.map((stream) => stream.id);
  throw new CliError(`scenario "${id}" has no stream "${name}"`, {
    hint: nearestHint(name, known) ?? undefined,
  });
}

/** Facilities of an institution, or the one of a facility's own id. */
function placesOf({ id, facilities }: CompiledScenario, name: string): ReadonlySet<number> {
  const found = facilities.flatMap((facility, i) =>
    facility.id === name || facility.institution === name ? [i] : [],
  );
  if (found.length > 0) return new Set(found);
  const known = [...new Set(facilities.flatMap((facility) => [facility.institution, facility.id]))];
  throw new CliError(`scenario "${id}" has no institution or facility "${name}"`, {
    hint: nearestHint(name, known) ?? undefined,
  });
}

/** Says which people of the stream there are: those of day 0, and those whom this replication admits. */
function unknownPerson(
  scenario: CompiledScenario,
  name: string,
  { stream }: PersonName,
  flags: ExplainFlags,
): CliError {
  let [initial, admitted] = [0, 0];
  tellUntil(scenario, flags, stream, ({ index }) => {
    initial = Math.max(initial, -index);
    admitted = Math.max(admitted, index + 1);
    return true;
  });
  return new CliError(`replication ${flags.replication} has no person "${name}"`, {
    hint: en.explain.peopleOf(stream, initial, admitted),
  });
}
