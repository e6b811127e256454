import { describe, expect, it } from "vitest";
import { loadScenario, scenarioJsonSchema } from "../../scenarios/index.ts";
import { derived, memoryFiles, SMALL, small } from "./smallScenario.ts";

const PRICED = small(
  "  south:\n",
  `    costs:
      currency: USD
      priceYear: 2024
      averagePerPersonYear: { value: 47162, source: BOP-S54, mark: observed, date: 2024-09-30 }
      byLevel: { low: { value: 47478, source: BOP-S56, mark: observed }, high: 60342 }
  south:
`,
);

function loaded(texts: Readonly<Record<string, string>>, reference: string, overrides: string[] = []) {
  return loadScenario(reference, memoryFiles(texts), overrides);
}

describe("costs of a scenario", () => {
  it("loadScenario leaves what is not written null, and no payment", () => {
    const text = PRICED.replace(
      "      facilities: { S1: 1 }\n",
      "      facilities: { S1: 1 }\n    costs: {}\n",
    );
    const { ledger } = loaded({ "small.yaml": text }, "small");
    expect(ledger).toEqual({
      systems: [
        {
          currency: "USD",
          priceYear: 2024,
          averagePerPersonYear: 47162,
          byLevel: { low: 47478, high: 60342 },
          marginalPerPersonYear: null,
          housingUnitPlaces: null,
          perHousingUnitYear: null,
        },
        null,
      ],
      corridors: [
        {
          currency: "USD",
          priceYear: null,
          perTransfer: null,
          removalAvoided: { setting: "none", full: null, detentionAndTransport: null },
          paymentPerPersonYear: 0,
        },
      ],
      discountRate: null,
      exchangeRate: {},
      announcedFee: null,
    });
  });

  it("loadScenario knows no costs where none are written", () => {
    const { ledger } = loaded({ "small.yaml": SMALL }, "small");
    expect([ledger.systems, ledger.corridors, ledger.announcedFee]).toEqual([[null, null], [null], null]);
  });

  it("loadScenario cites amounts by their path", () => {
    const { citations } = loaded({ "small.yaml": PRICED }, "small");
    const paths = citations.map(({ path, mark, sources }) => [path, mark, ...sources]);
    expect(paths).toContainEqual(["systems.north.costs.averagePerPersonYear", "observed", "BOP-S54"]);
    expect(paths).toContainEqual(["systems.north.costs.byLevel.low", "observed", "BOP-S56"]);
  });

  it("a derived scenario changes single amounts and keeps the others", () => {
    const body =
      "systems: { north: { costs: { marginalPerPersonYear: 9000 } } }\nledger: { discountRate: 0.03 }\n";
    const { ledger } = loaded({ "small.yaml": PRICED, "derived.yaml": derived(body) }, "derived");
    expect(ledger.systems[0]).toMatchObject({ averagePerPersonYear: 47162, marginalPerPersonYear: 9000 });
    expect(ledger.discountRate).toBe(0.03);
  });

  it("--set gives a missing amount, and one level alone", () => {
    const overrides = [
      "systems.north.costs.marginalPerPersonYear=9000",
      "systems.north.costs.byLevel.low=50000",
      "ledger.exchangeRate.MXN=17.7",
    ];
    const { ledger } = loaded({ "small.yaml": PRICED }, "small", overrides);
    expect(ledger.systems[0]?.marginalPerPersonYear).toBe(9000);
    expect(ledger.systems[0]?.byLevel).toEqual({ low: 50000, high: 60342 });
    expect(ledger.exchangeRate).toEqual({ MXN: 17.7 });
  });

  it("a scenario that changes costs alone differs from its base on no day, and has its parameters", () => {
    const body = "systems: { north: { costs: { averagePerPersonYear: 1 } } }\nledger: { announcedFee: 2 }\n";
    const texts = { "small.yaml": PRICED, "derived.yaml": derived(body) };
    const [base, priced] = [loaded(texts, "small"), loaded(texts, "derived")];
    expect(priced.firstDifferenceDay).toBe(null);
    expect(priced.parameters).toEqual(base.parameters);
    expect(priced.changes.map(({ path, after }) => [path, after])).toContainEqual([
      "systems.north.costs.averagePerPersonYear",
      "1",
    ]);
  });

  it("the JSON Schema knows costs and the ledger", () => {
    const { properties } = scenarioJsonSchema() as { properties: Record<string, object> };
    expect(JSON.stringify(properties.systems)).toContain("averagePerPersonYear");
    expect(JSON.stringify(properties.ledger)).toContain("exchangeRate");
  });
});
