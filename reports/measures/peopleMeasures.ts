import { HELD_INSIDE, type ReplicationResult } from "../../engine/result.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import type { At, MeasureScope, ReadableMeasure } from "./measure.ts";
import { distinct, indicesOf, measureOf } from "./placeMeasures.ts";

/** Names of {@link HELD_INSIDE} among the measures, in its order. */
const HELD_NAMES = ["waitingForPlacement", "heldByDetainer"] as const;

/** People by own level, stream, offence and citizenship, and those held inside while others are placed. */
export function peopleMeasures(scenario: CompiledScenario): ReadableMeasure[] {
  return scenario.parameters.systems.flatMap(({ id }, system) => [
    ...custodyMeasures(scenario, id, system),
    ...streamMeasures(scenario, id, system),
    ...heldMeasures(scenario, id, system),
  ]);
}

/** Own levels of a system: those of its placement groups. */
function custodyMeasures({ parameters }: CompiledScenario, id: string, system: number): ReadableMeasure[] {
  const { groups, levels, systems } = parameters;
  const own = distinct(groups.filter((group) => group.system === system).map(({ level }) => level));
  const every = levels.map((_, level) => level);
  const width = systems.length * levels.length;
  const people = (chosen: readonly number[], at: At) =>
    sumReader(
      chosen.map((level) => system * levels.length + level),
      width,
      at,
      (result) => (at === "start" ? result.initialLevelStock : result.gridLevelStock),
    );
  return own.flatMap((level) => {
    const scope: MeasureScope = { kind: "custody", system: id, id: levels[level] ?? String(level) };
    return [
      { measure: measureOf(scope, "stock"), reader: (at: At) => people([level], at) },
      {
        measure: measureOf(scope, "share"),
        reader: (at: At) => {
          const [some, all] = [people([level], at), people(every, at)];
          return (result: ReplicationResult) => some(result) / all(result);
        },
      },
    ];
  });
}

function streamMeasures({ parameters }: CompiledScenario, id: string, system: number): ReadableMeasure[] {
  const { streams } = parameters;
  const own = indicesOf(streams, (stream) => stream.system === system);
  const stock = (kind: MeasureScope["kind"], name: string, members: readonly number[]): ReadableMeasure => ({
    measure: measureOf({ kind, system: id, id: name }, "stock"),
    reader: (at) =>
      sumReader(members, streams.length, at, (result) =>
        at === "start" ? result.initialStreamStock : result.gridStreamStock,
      ),
  });
  const sums = (kind: "offence" | "citizenship") =>
    distinct(own.map((stream) => streams[stream]![kind])).map((word) =>
      stock(
        kind,
        word,
        own.filter((stream) => streams[stream]![kind] === word),
      ),
    );
  return [
    ...own.map((stream) => stock("stream", streams[stream]!.id, [stream])),
    ...sums("offence"),
    ...sums("citizenship"),
  ];
}

function heldMeasures({ parameters }: CompiledScenario, id: string, system: number): ReadableMeasure[] {
  const width = parameters.systems.length * HELD_INSIDE.length;
  return HELD_NAMES.map((quantity, column) => ({
    measure: measureOf({ kind: "system", system: id, id }, quantity),
    reader: (at) =>
      at === "start"
        ? () => Number.NaN
        : sumReader([system * HELD_INSIDE.length + column], width, at, (result) => result.gridHeldInside),
  }));
}

/** Sum of some columns at a point of the grid; persons. */
function sumReader(
  columns: readonly number[],
  width: number,
  at: At,
  counts: (result: ReplicationResult) => Int32Array,
): (result: ReplicationResult) => number {
  if (at === "horizon") {
    throw new RangeError("a head-count is read at a date, not over the horizon");
  }
  const offset = at === "start" ? 0 : at * width;
  return (result) => {
    const from = counts(result);
    let sum = 0;
    for (const column of columns) sum += from[offset + column]!;
    return sum;
  };
}
