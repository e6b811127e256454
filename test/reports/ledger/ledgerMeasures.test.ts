import { describe, expect, it } from "vitest";
import { ledgerLines } from "../../../reports/ledger/ledgerMeasures.ts";
import { CATALOGUE, measuresOf, measureValues } from "../../../reports/measures.ts";
import { syntheticScenario } from "../syntheticScenario.ts";
import { CORRIDOR_COSTS, MX_COSTS, pathResult, pricedScenario, US_COSTS } from "./pricedScenario.ts";

const scenario = pricedScenario();
const last = scenario.parameters.gridDays.length - 1;
const years = scenario.parameters.horizonDays / 365.25;
const us = scenario.parameters.facilities.flatMap(({ system, level }) => (system === 0 ? [level] : []));

function namesOf(priced = scenario): string[] {
  return measuresOf(priced).flatMap(({ name }) => (name.startsWith("ledger.") ? [name] : []));
}

function missingOf(priced: typeof scenario, name: string): readonly string[] | undefined {
  return ledgerLines(priced).find(({ scope, quantity }) => `ledger.${scope.id}.${quantity}` === name)
    ?.missing;
}

describe("costs of custody", () => {
  const hundred = pathResult(scenario, () => 100);
  const value = (name: string, result = hundred) => measureValues(scenario, [result], name, "horizon")[0]!;

  it("personYears of a constant stock is stock x time", () => {
    expect(value("ledger.us.personYears")).toBeCloseTo(us.length * 100 * years, 6);
  });

  it("personYears follows the engine's exact integral, not the samples", () => {
    const doubled = pathResult(scenario, () => 100, { exact: 2 });
    expect(value("ledger.us.personYears", doubled)).toBeCloseTo(2 * us.length * 100 * years, 6);
  });

  it("personYears keeps people who are never there on a sampling day", () => {
    const between = pathResult(scenario, () => 0);
    between.bandBedDays[0] = 365.25;
    expect(value("ledger.us.personYears", between)).toBeCloseTo(1, 12);
    expect(value("ledger.us.costAtAverageByLevel", between)).toBeCloseTo((45000 + 55000) / 2, 6);
  });

  it("costAtAverage, by level and at marginal cost multiply person-years by their prices", () => {
    const perUnit = 100 * years;
    const byLevel = us.reduce((sum, level) => sum + perUnit * US_COSTS.byLevel[level]!, 0);
    expect(value("ledger.us.costAtAverage")).toBeCloseTo(us.length * perUnit * 47000, 2);
    expect(value("ledger.us.costAtAverageByLevel")).toBeCloseTo(byLevel, 2);
    expect(value("ledger.us.costAtMarginal")).toBeCloseTo(us.length * perUnit * 9000, 2);
  });

  it("costAtAverageByLevel divides an institution among its units as the samples do", () => {
    const result = pathResult(scenario, (facility) => (facility === 0 ? 300 : facility === 1 ? 100 : 0));
    expect(value("ledger.us.costAtAverageByLevel", result)).toBeCloseTo(
      years * (300 * 45000 + 100 * 55000),
      2,
    );
  });

  it("present values of a constant stock are the annuity's", () => {
    const annuity = (1 - 1.03 ** -years) / Math.log(1.03);
    const present = value("ledger.us.presentCostAtAverage");
    expect(Math.abs(present / (us.length * 100 * 47000 * annuity) - 1)).toBeLessThan(1e-6);
    expect(present).toBeLessThan(value("ledger.us.costAtAverage"));
  });

  it("present values at a rate of 0 are the plain ones, to the cent", () => {
    const priced = pricedScenario("base", { discountRate: 0 });
    const result = pathResult(priced, (facility, day) => 100 + facility + Math.round(day / 10), {
      exact: 1.03,
    });
    const read = (name: string) => measureValues(priced, [result], name, "horizon")[0]!;
    expect(read("ledger.us.presentCostAtAverageByLevel")).toBeCloseTo(
      read("ledger.us.costAtAverageByLevel"),
      2,
    );
  });

  it("amounts in another currency stand beside those in dollars", () => {
    const pesos = value("ledger.mx.costAtAverageByLevel");
    expect(pesos).toBeCloseTo(years * 100 * (2 * 783255 + 2 * 128145), 2);
    expect(value("ledger.mx.costAtAverageByLevelInUSD")).toBeCloseTo(pesos / 20, 2);
    const units = measuresOf(scenario).flatMap(({ name, unit }) =>
      name.startsWith("ledger.mx.costAtAverageByLevel") ? [unit] : [],
    );
    expect(units).toEqual(["MXN", "USD"]);
    expect(namesOf()).not.toContain("ledger.us.costAtAverageInUSD");
  });
});

describe("sums of a corridor", () => {
  const handed = pathResult(scenario, () => 0, { batch: { persons: 13, years: 75, yearsToServe: 80 } });
  const value = (quantity: string, priced = scenario) =>
    measureValues(priced, [handed], `ledger.us-mx.${quantity}`, last)[0];

  it("follow the people handed over and their years", () => {
    expect(value("announcedValue")).toBeCloseTo(3_306_750, 6);
    expect(value("removalsAvoided")).toBe(13 * 17121);
    expect(value("transferCost")).toBe(13 * 2500);
    expect(value("netAtMarginal")).toBeCloseTo(75 * 9000 + 13 * (17121 - 2500), 6);
    expect(value("payments")).toBe(0);
  });

  it("price what is left to serve at each level of the receiving system, in both currencies", () => {
    expect(value("receivingCost.federal")).toBeCloseTo(80 * 783255, 4);
    expect(value("receivingCost.state")).toBeCloseTo(80 * 128145, 4);
    expect(value("receivingCostInUSD.federal")).toBeCloseTo((80 * 783255) / 20, 4);
  });

  it("are 0 on day 0 and before the first handover", () => {
    expect(measureValues(scenario, [handed], "ledger.us-mx.announcedValue", "start")[0]).toBe(0);
    expect(measureValues(scenario, [handed], "ledger.us-mx.announcedValue", 0)[0]).toBe(0);
  });

  it("take a payment off the sending side", () => {
    const paid = pricedScenario("base", {
      corridors: [{ ...CORRIDOR_COSTS, paymentPerPersonYear: 1000 }],
    });
    expect(value("payments", paid)).toBeCloseTo(80_000, 6);
    expect(value("netAtMarginal", paid)).toBeCloseTo(75 * 9000 + 13 * (17121 - 2500) - 80_000, 6);
  });
});

describe("a missing input", () => {
  it("takes away the measures that need it, and is named", () => {
    const priced = pricedScenario("base", {
      systems: [{ ...US_COSTS, marginalPerPersonYear: null }, MX_COSTS],
    });
    expect(namesOf()).toContain("ledger.us.costAtMarginal");
    expect(namesOf(priced)).not.toContain("ledger.us.costAtMarginal");
    expect(namesOf(priced)).not.toContain("ledger.us-mx.netAtMarginal");
    expect(missingOf(priced, "ledger.us.costAtMarginal")).toEqual(["systems.us.costs.marginalPerPersonYear"]);
  });

  it.each([
    ["ledger.us-mx.announcedValue", { announcedFee: null }, ["ledger.announcedFee"]],
    ["ledger.us.presentCostAtAverage", { discountRate: null }, ["ledger.discountRate"]],
    ["ledger.mx.costAtAverageInUSD", { exchangeRate: {} }, ["ledger.exchangeRate.MXN"]],
    ["ledger.mx.costAtAverage", { systems: [US_COSTS, null] }, ["systems.mx.costs"]],
    ["ledger.us-mx.transferCost", { corridors: [null] }, ["corridors.us-mx.costs"]],
    [
      "ledger.us-mx.removalsAvoided",
      {
        corridors: [
          {
            ...CORRIDOR_COSTS,
            removalAvoided: { setting: "detentionAndTransport", full: 17121, detentionAndTransport: null },
          },
        ],
      },
      ["corridors.us-mx.costs.removalAvoided.detentionAndTransport"],
    ],
    [
      "ledger.us.costAtAverageByLevel",
      { systems: [{ ...US_COSTS, byLevel: { minimum: 1, medium: null, high: 1 } }, MX_COSTS] },
      ["systems.us.costs.byLevel.medium", "systems.us.costs.byLevel.low"],
    ],
    [
      "ledger.us.housingUnitYears",
      { systems: [{ ...US_COSTS, housingUnitPlaces: null }, MX_COSTS] },
      ["systems.us.costs.housingUnitPlaces"],
    ],
  ] as const)("%s lacks what is not given", (name, ledger, missing) => {
    const priced = pricedScenario("base", ledger as Parameters<typeof pricedScenario>[1]);
    expect(missingOf(priced, name)?.toSorted()).toEqual([...missing].sort());
    expect(namesOf(priced)).not.toContain(name);
    expect(namesOf()).toContain(name);
  });

  it("leaves no measure of the ledger in a scenario without amounts", () => {
    expect(namesOf(syntheticScenario())).toEqual([]);
  });
});

describe("the catalogue", () => {
  it("has a line for every measure of the ledger", () => {
    const patterns = CATALOGUE.map(({ pattern }) => pattern);
    const generic = namesOf().map((name) =>
      name
        .replace(/^ledger\.(us|mx)\./, "ledger.<system>.")
        .replace("ledger.us-mx.", "ledger.<corridor>.")
        .replace(/\.(federal|state)$/, ".<level>"),
    );
    expect(generic.filter((name) => !patterns.includes(name))).toEqual([]);
    expect(new Set(namesOf()).size).toBe(namesOf().length);
  });

  it("never calls a gross value a saving", () => {
    const lines = CATALOGUE.filter(({ pattern }) => pattern.startsWith("ledger."));
    for (const { pattern, definition } of lines) {
      expect(`${pattern} ${definition.replaceAll(/not money saved/gi, "")}`).not.toMatch(/saving|saved/i);
    }
    const gross = lines.filter(
      ({ pattern }) => /costAtAverage|grossValue/i.test(pattern) && !pattern.includes("InUSD"),
    );
    expect(gross.length).toBe(5);
    expect(gross.filter(({ definition }) => !/not money saved/i.test(definition))).toEqual([]);
  });
});
