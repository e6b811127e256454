import type { CompiledScenario } from "../scenarios/compiledScenario.ts";
import { titleOf } from "./analyse.ts";
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
  const { regimes } = scenario.parameters;
  const moved = regimes.some(({ streams }) => streams.some(({ moves }) => moves !== null));
  return [
    limits.chanceOnly,
    ...levelLimits(scenario, text),
    ...placementLimits(scenario, text),
    limits.neverRefused,
    limits.noReclassification,
    ...(moved ? [] : [limits.movesNotSimulated]),
    limits.costs,
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
  const { limits } = text.page;
  return (scenario.parameters.regimes[0]?.placement ?? []).map((rule, system) => {
    const title = titleOf(scenario.systems, scenario.parameters.systems[system]?.id ?? "");
    return rule.kind === "leastCrowded"
      ? limits.leastCrowded(title)
      : limits.regionFirst(title, text.format.value(rule.maximumOccupancy, "ratio"));
  });
}
