import type { ParameterDistribution } from "../../engine/statistics/parameterDistribution.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import type { ParameterRow } from "./varianceRow.ts";

/**
 * The uncertain parameters of a scenario, in words.
 *
 * @example
 * parameterRows(scenario)[0].distribution; // => "beta, mean 0.4, sd 0.1"
 */
export function parameterRows({ uncertain }: CompiledScenario): ParameterRow[] {
  return uncertain.map(({ path, scenario, kind, unit, distribution, written, citation }) => ({
    scenario,
    path,
    kind,
    unit,
    distribution: distributionInWords(distribution, unit),
    written,
    mark: citation.mark,
    sources: citation.sources,
  }));
}

/** More than these are not spelled out. */
const MOST_LISTED = 6;

/**
 * A distribution in words.
 *
 * @param unit behind each number; empty for none
 * @example
 * distributionInWords({ kind: "uniform", low: 10, high: 30 }, "d"); // => "uniform, low 10 d, high 30 d"
 */
export function distributionInWords(distribution: ParameterDistribution, unit = ""): string {
  const withUnit = (value: number): string => {
    const text = String(Number(value.toPrecision(6)));
    return unit === "" ? text : `${text} ${unit}`;
  };
  if (distribution.kind === "discrete" || distribution.kind === "empirical") {
    const { values } = distribution;
    if (values.length > MOST_LISTED) return `${distribution.kind}, ${values.length} values`;
    return `${distribution.kind}, ${values.map(withUnit).join(", ")}`;
  }
  const { kind, ...numbers } = distribution;
  const parts = Object.entries(numbers).map(([name, value]) => `${name} ${withUnit(value)}`);
  return [kind, ...parts].join(", ");
}
