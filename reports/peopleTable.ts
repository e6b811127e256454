import type { ModelParameters } from "../engine/parameters.ts";
import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import { type Analysis, sidesOf } from "./analyse.ts";
import type { ReportTable } from "./charts/chart.ts";
import { columnsOf } from "./columnsOf.ts";
import { measureTitle } from "./keyMeasures.ts";
import { type Measure, measureReader, measuresOf } from "./measures.ts";
import { differenceCell } from "./measureTable.ts";
import { inReplicationOrder } from "./results.ts";
import type { ReportText } from "./text/en.ts";

const HARM = [
  "personsPerStaff",
  "personsPerOfficer",
  "personsWithoutProgrammePlace",
  "specialHousing",
  "seriousAssaultsPerYear",
];

/**
 * People of the sending system: own levels, community placement, moves by their reason, harm. On day 0, on the
 * last day of the base, and how other scenarios differ from it. Only what the base's rules can move.
 *
 * @example
 * peopleTable(analysis, en).rows[0]?.[0]; // => "Share of people: US Federal Bureau of Prisons, own level minimum security"
 */
export function peopleTable(analysis: Analysis, text: ReportText): ReportTable {
  const [base, ...others] = analysis.runs;
  const { scenario, results } = base;
  const { labels } = text.page;
  const shown = peopleMeasuresShown(scenario).flatMap((measure) => {
    const row = analysis.index.last(scenario.id, measure.name);
    return row === undefined ? [] : [{ measure, row }];
  });
  const columnsAtStart = columnsOf(inReplicationOrder(results), shown, ({ measure }) =>
    measureReader(scenario, measure.name, "start"),
  );
  const rows = Array.from(columnsAtStart, ([{ measure, row }, values]) => {
    const start = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [
      measureTitle(scenario, measure, text),
      text.format.unitWord(measure.unit),
      Number.isFinite(start) ? text.format.bareValue(start, measure.unit) : "",
      text.format.meanAndHalfWidth(row.mean, row.halfWidth, row.unit),
      ...others.map((run) =>
        differenceCell(analysis.index.lastDifference(run.scenario.id, measure.name), text),
      ),
    ];
  });
  const changes = others.map((run) => labels.against(run.scenario.title));
  const columns = [
    labels.measure,
    labels.unit,
    labels.onDate(scenario.startDate),
    labels.onDate(scenario.endDate),
  ];
  return { columns: [...columns, ...changes], rows };
}

function peopleMeasuresShown(scenario: CompiledScenario): Measure[] {
  const { sending } = sidesOf(scenario);
  const all = measuresOf(scenario).filter(({ scope }) => scope.system === sending);
  const system = scenario.parameters.systems.findIndex(({ id }) => id === sending);
  const named = (quantities: readonly string[]) =>
    quantities.flatMap((quantity) => all.filter(({ name }) => name === `${sending}.system.${quantity}`));
  const shares = all.filter(({ scope, quantity }) => scope.kind === "custody" && quantity === "share");
  const placed = placementLevels(scenario.parameters, system);
  return [
    ...(shares.length > 1 ? shares : []),
    ...all.filter(
      ({ scope, quantity }) => scope.kind === "level" && quantity === "stock" && placed.has(scope.id),
    ),
    ...named(movingQuantities(scenario.parameters, system)),
    ...named(HARM),
  ];
}

/** Levels of the facilities that take people in their last days. */
function placementLevels({ regimes, streams, facilities }: ModelParameters, system: number): Set<string> {
  const placements = regimes.flatMap((regime) =>
    regime.streams.flatMap(({ finalPlacement }, stream) =>
      finalPlacement !== null && streams[stream]?.system === system ? [finalPlacement.facility] : [],
    ),
  );
  return new Set(placements.map((facility) => facilities[facility]!.level));
}

/** What the rules of a system can make happen, beside admission and release. */
function movingQuantities(parameters: ModelParameters, system: number): string[] {
  const { regimes, capacityChanges, facilities } = parameters;
  const own = regimes.flatMap((regime) =>
    regime.streams.filter((_, stream) => parameters.streams[stream]?.system === system),
  );
  const isHere = (facility: number) => facilities[facility]?.system === system;
  const limited = regimes.some(({ placementLimit }) =>
    placementLimit.some((limit, facility) => limit !== null && isHere(facility)),
  );
  const closes =
    capacityChanges.some(({ facility, capacity }) => capacity === 0 && isHere(facility)) ||
    regimes.slice(1).some(({ capacity }) => capacity.some((beds, f) => beds === 0 && isHere(f)));
  const rules: readonly (readonly [string, boolean])[] = [
    ["waitingForPlacement", limited],
    ["heldByDetainer", own.some(({ finalPlacement }) => (finalPlacement?.detainerShare ?? 0) > 0)],
    ["releasedWithoutPlacement", limited],
    ["reclassifications", own.some(({ reclassification }) => reclassification.length > 0)],
    ["balancingMoves", regimes.some(({ balancing }) => (balancing[system] ?? null) !== null)],
    ["closureMoves", closes],
  ];
  return [...rules.flatMap(([quantity, possible]) => (possible ? [quantity] : [])), "meanDaysServed"];
}
