import type { ReplicationResult } from "../../engine/result.ts";
import type { CompiledScenario, SystemCosts } from "../../scenarios/compiledScenario.ts";
import type { MeasureScope } from "../measures/measure.ts";
import { custodyCost, custodyCostByLevel } from "./custodyCost.ts";
import { presentName } from "./ledgerCatalogue.ts";
import { type LedgerLine, overRun, withDollars } from "./ledgerLine.ts";
import { personYearsOf } from "./personYears.ts";
import { stepLines } from "./stepLines.ts";

/** Person-years of one replication, by level of the facility. */
type YearsByLevel = Readonly<Record<string, number>>;

/** Reads them, those of later days discounted at a rate. */
type YearsReader = (result: ReplicationResult, rate: number) => YearsByLevel;

/** A price of custody: what it makes of person-years, and the inputs that it lacks. */
interface Pricing {
  readonly quantity: string;
  readonly missing: readonly string[];
  readonly cost: (years: YearsByLevel) => number;
}

/** Lines of one system: what is counted, then each method. */
export function systemLines(scenario: CompiledScenario, system: number): LedgerLine[] {
  const { parameters, ledger } = scenario;
  const { id } = parameters.systems[system]!;
  const scope: MeasureScope = { kind: "system", system: id, id };
  const costs = ledger.systems[system] ?? null;
  if (costs === null) {
    return unpriced(scope);
  }
  const pricings = pricingsOf(scenario, system, costs);
  const years = (result: ReplicationResult, rate: number) => yearsByLevel(scenario, system, result, rate);
  const counted: LedgerLine = {
    scope,
    quantity: "personYears",
    unit: "person-years",
    missing: [],
    reader: overRun((result) => total(years(result, 0))),
  };
  const priced = pricings.flatMap((pricing) =>
    pricedLines(pricing, scope, costs, ledger.discountRate, years),
  );
  return [
    counted,
    ...[...priced, valueFreed(scope, costs, pricings, years)].flatMap((line) => withDollars(line, ledger)),
    ...stepLines(scenario, system, costs, missingLevels(scenario, system, costs)),
  ];
}

/** A system of which the scenario gives no costs at all. */
function unpriced(scope: MeasureScope): LedgerLine[] {
  const missing = [`systems.${scope.id}.costs`];
  const reader = overRun(() => Number.NaN);
  return METHODS.map((quantity) => ({ scope, quantity, unit: "", missing, reader }));
}

/** A cost over the run, and its present value. */
function pricedLines(
  { quantity, missing, cost }: Pricing,
  scope: MeasureScope,
  { currency }: SystemCosts,
  rate: number | null,
  years: YearsReader,
): LedgerLine[] {
  const line = { scope, quantity, unit: currency, missing };
  return [
    { ...line, reader: overRun((result) => cost(years(result, 0))) },
    {
      ...line,
      quantity: presentName(quantity),
      missing: rate === null ? [...missing, "ledger.discountRate"] : missing,
      reader: overRun((result) => cost(years(result, rate ?? 0))),
    },
  ];
}

const METHODS = ["costAtAverage", "costAtAverageByLevel", "costAtMarginal", "costByStep"];

function pricingsOf(scenario: CompiledScenario, system: number, costs: SystemCosts): Pricing[] {
  const { averagePerPersonYear: average, marginalPerPersonYear: marginal, byLevel } = costs;
  const path = `systems.${scenario.parameters.systems[system]!.id}.costs`;
  const lacking = (amount: number | null, key: string) => (amount === null ? [`${path}.${key}`] : []);
  return [
    {
      quantity: "costAtAverage",
      missing: lacking(average, "averagePerPersonYear"),
      cost: (years) => custodyCost(total(years), average ?? Number.NaN),
    },
    {
      quantity: "costAtAverageByLevel",
      missing: missingLevels(scenario, system, costs),
      cost: (years) => custodyCostByLevel(years, byLevel),
    },
    {
      quantity: "costAtMarginal",
      missing: lacking(marginal, "marginalPerPersonYear"),
      cost: (years) => custodyCost(total(years), marginal ?? Number.NaN),
    },
  ];
}

/** Paths of the levels of a system's facilities that have no average cost. */
function missingLevels({ parameters }: CompiledScenario, system: number, { byLevel }: SystemCosts): string[] {
  const levels = new Set(
    parameters.facilities.flatMap((unit) => (unit.system === system ? [unit.level] : [])),
  );
  return [...levels]
    .filter((level) => (byLevel[level] ?? null) === null)
    .map((level) => `systems.${parameters.systems[system]!.id}.costs.byLevel.${level}`);
}

/** Both scenarios at the prices of the base, so that a difference in prices is no value freed. */
function valueFreed(
  scope: MeasureScope,
  costs: SystemCosts,
  pricings: readonly Pricing[],
  years: YearsReader,
): LedgerLine {
  const { missing, cost } = pricings.find(({ quantity }) => quantity === "costAtAverageByLevel")!;
  return {
    scope,
    quantity: "grossValueFreed",
    unit: costs.currency,
    missing,
    reader: overRun(() => Number.NaN),
    between: (other) => {
      const system = other.parameters.systems.findIndex(({ id }) => id === scope.id);
      return (base, result) => cost(years(base, 0)) - cost(yearsByLevel(other, system, result, 0));
    },
  };
}

function yearsByLevel(
  { parameters }: CompiledScenario,
  system: number,
  result: ReplicationResult,
  rate: number,
): YearsByLevel {
  const all = personYearsOf(parameters, result, rate);
  const years: Record<string, number> = {};
  parameters.facilities.forEach((facility, index) => {
    if (facility.system === system) {
      years[facility.level] = (years[facility.level] ?? 0) + all[index]!;
    }
  });
  return years;
}

function total(years: YearsByLevel): number {
  return Object.values(years).reduce((sum, value) => sum + value, 0);
}
