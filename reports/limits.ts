import type { PlacementRule, StreamRegime } from "../engine/parameters.ts";
import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import { titleOf } from "./analyse.ts";
import { hasLedger } from "./ledger/hasLedger.ts";
import type { ReportText } from "./text/en.ts";

/**
 * What a run leaves out or takes for granted, as sentences: chosen by the scenario's parameters, never by its
 * results.
 *
 * @example
 * limitsOf(scenario, en)[0]; // => "Intervals and bands hold chance alone ..."
 */
export function limitsOf(scenario: CompiledScenario, text: ReportText): string[] {
  const { limits } = text.page;
  return [
    limits.chanceOnly,
    ...levelLimits(scenario, text),
    ...scenario.systems.map(({ title, capacityDefinition }) =>
      text.capacity.measuredAgainst(title, capacityDefinition),
    ),
    ...(scenario.parameters.capacityChanges.some(({ slip }) => slip !== null) ? [limits.plannedDay] : []),
    ...placementLimits(scenario, text),
    limits.neverRefused,
    ...moveLimits(scenario, text),
    ...harmLimits(scenario, text),
    hasLedger(scenario) ? limits.grossValues : limits.costs,
    limits.behaviour,
    limits.forecast,
  ];
}

function systemTitles(scenario: CompiledScenario, passes: (system: number) => boolean): string {
  return scenario.parameters.systems
    .flatMap(({ id }, system) => (passes(system) ? [titleOf(scenario.systems, id)] : []))
    .join(", ");
}

function levelLimits(scenario: CompiledScenario, text: ReportText): string[] {
  const { limits } = text.page;
  const uncertain = (system: number) =>
    scenario.parameters.regimes.some((regime) => (regime.admissionsLevelSd[system] ?? 0) > 0);
  const included = systemTitles(scenario, uncertain);
  const known = systemTitles(scenario, (system) => !uncertain(system));
  if (included === "") {
    return [limits.levelNotIncluded];
  }
  return [limits.levelIncluded(included), ...(known === "" ? [] : [limits.levelNotIncludedIn(known)])];
}

/** Rules of the first regime; later ones are listed among the changes. */
function placementLimits(scenario: CompiledScenario, text: ReportText): string[] {
  const { placement = [] } = scenario.parameters.regimes[0] ?? {};
  return placement.map((rule, system) =>
    placementSentence(rule, titleOf(scenario.systems, scenario.parameters.systems[system]?.id ?? ""), text),
  );
}

function placementSentence(rule: PlacementRule, system: string, text: ReportText): string {
  const { limits } = text.page;
  const ratio = (occupancy: number) => text.format.value(occupancy, "ratio");
  switch (rule.kind) {
    case "leastCrowded":
      return limits.leastCrowded(system);
    case "regionFirst":
      return limits.regionFirst(system, ratio(rule.maximumOccupancy));
    case "proportional":
      return limits.proportional(system);
    case "closedAbove":
      return limits.closedAbove(system, ratio(rule.occupancy));
  }
}

/** What does not move people in this run. */
function moveLimits({ parameters }: CompiledScenario, text: ReportText): string[] {
  const { limits } = text.page;
  const some = (passes: (stream: StreamRegime) => boolean) =>
    parameters.regimes.some(({ streams }) => streams.some(passes));
  const reclassified = some(({ reclassification }) => reclassification.length > 0);
  const moved = some(({ moves }) => moves !== null);
  const balanced = parameters.regimes.some(({ balancing }) => balancing.some((rule) => rule !== null));
  return [
    ...(reclassified ? [] : [limits.noReclassification]),
    ...(moved || balanced ? [] : [limits.movesNotSimulated(reclassified)]),
  ];
}

/** What harm measures take for granted, above all that the coefficients of assaults are not verified. */
function harmLimits({ systems }: CompiledScenario, text: ReportText): string[] {
  const { limits } = text.page;
  const given = systems.flatMap(({ harm }) => Object.values(harm)).some((input) => input !== null);
  const assaults = systems.some(({ harm }) => harm.assaults !== null);
  return [...(given ? [limits.harmInputs] : []), ...(assaults ? [limits.assaultsNotVerified] : [])];
}
