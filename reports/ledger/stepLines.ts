import type { CompiledScenario, SystemCosts } from "../../scenarios/compiledScenario.ts";
import type { MeasureScope, PairReader } from "../measures/measure.ts";
import { unitChange } from "./closableUnits.ts";
import { DAYS_PER_YEAR, midPeriodFactors } from "./discountFactor.ts";
import { presentName } from "./ledgerCatalogue.ts";
import { type LedgerLine, overRun, withDollars } from "./ledgerLine.ts";
import { sampleDays, sampledStocks } from "./samples.ts";

/** A facility by its index in the base and in the other scenario; −1 where it does not exist. */
interface SharedFacility {
  readonly base: number;
  readonly other: number;
  readonly level: string;
}

/**
 * Lines of the step method in one system: housing units that can close, or must open, for the rest of the run.
 * They exist only between two scenarios; the inputs are those of the base.
 *
 * @param missingLevels paths of the average costs that a unit's value lacks, if it is not given itself
 */
export function stepLines(
  scenario: CompiledScenario,
  system: number,
  costs: SystemCosts,
  missingLevels: readonly string[],
): LedgerLine[] {
  const { id } = scenario.parameters.systems[system]!;
  const { housingUnitPlaces: places, perHousingUnitYear, byLevel, currency } = costs;
  const rate = scenario.ledger.discountRate;
  const scope: MeasureScope = { kind: "system", system: id, id };
  const noPlaces = places === null ? [`systems.${id}.costs.housingUnitPlaces`] : [];
  const missing = [...noPlaces, ...(perHousingUnitYear === null ? missingLevels : [])];
  const price = (level: string) => perHousingUnitYear ?? (places ?? 0) * (byLevel[level] ?? 0);
  const line = (
    quantity: string,
    unit: string,
    lacking: readonly string[],
    perUnitYear: (level: string) => number,
    discount: number,
  ): LedgerLine => ({
    scope,
    quantity,
    unit,
    missing: lacking,
    reader: overRun(() => Number.NaN),
    between: stepReader(scenario, id, places ?? 1, perUnitYear, discount),
  });
  const noRate = rate === null ? ["ledger.discountRate"] : [];
  return [
    line("housingUnitYears", "unit-years", noPlaces, () => 1, 0),
    ...[
      line("costByStep", currency, missing, price, 0),
      line(presentName("costByStep"), currency, [...missing, ...noRate], price, rate ?? 0),
    ].flatMap((one) => withDollars(one, scenario.ledger)),
  ];
}

/** Sum over facilities and periods of the change in units, the years it lasts, and a price by level. */
function stepReader(
  base: CompiledScenario,
  system: string,
  places: number,
  perUnitYear: (level: string) => number,
  rate: number,
): PairReader {
  return (other) => {
    const facilities = sharedFacilities(base, other, system);
    const days = sampleDays(base.parameters);
    const years = midPeriodFactors(days, rate).map(
      (factor, i) => (factor * (days[i + 1]! - days[i]!)) / DAYS_PER_YEAR,
    );
    const stock = (stocks: readonly Int32Array[], facility: number) =>
      facility < 0 ? days.map(() => 0) : stocks.map((persons) => persons[facility]!);
    return (baseResult, result) => {
      const before = sampledStocks(base.parameters, baseResult);
      const after = sampledStocks(other.parameters, result);
      return facilities.reduce((sum, { base: left, other: right, level }) => {
        const inside = stock(after, right);
        const freed = stock(before, left).map((persons, i) => persons - inside[i]!);
        const unitYears = unitChange(freed, places).reduce((all, units, i) => all + units * years[i]!, 0);
        return unitYears === 0 ? sum : sum + unitYears * perUnitYear(level);
      }, 0);
    };
  };
}

/** Facilities with a capacity of their own in one of the two scenarios: contracted places have no units. */
function sharedFacilities(base: CompiledScenario, other: CompiledScenario, system: string): SharedFacility[] {
  const [left, right] = [buildings(base, system), buildings(other, system)];
  return [...new Set([...left.keys(), ...right.keys()])].map((id) => {
    const [inBase, inOther] = [left.get(id) ?? -1, right.get(id) ?? -1];
    const { level } = (inBase < 0 ? other : base).parameters.facilities[inBase < 0 ? inOther : inBase]!;
    return { base: inBase, other: inOther, level };
  });
}

function buildings({ parameters }: CompiledScenario, system: string): Map<string, number> {
  const { facilities, systems, regimes } = parameters;
  return new Map(
    facilities.flatMap((facility, index): [string, number][] =>
      systems[facility.system]!.id === system && typeof regimes[0]?.capacity[index] === "number"
        ? [[facility.id, index]]
        : [],
    ),
  );
}
