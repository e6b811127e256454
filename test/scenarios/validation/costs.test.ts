import { describe, expect, it } from "vitest";
import { issuesOf, onlyIssue, placeOf, small } from "../smallScenario.ts";

const COSTS = `    costs:
      currency: USD
      priceYear: 2024
      averagePerPersonYear: 47162
      byLevel: { low: 47478, high: 60342, open: 43703 }
      marginalPerPersonYear: null
      housingUnitPlaces: 128
      perHousingUnitYear: null
`;
const LEDGER = `ledger:
  discountRate: 0.03
  exchangeRate: { MXN: 17.7334 }
  announcedFee: 44090
`;
const CORRIDOR = `    costs:
      perTransfer: null
      removalAvoided: { setting: full, full: 17121 }
`;

/** The small scenario with everything that a ledger may have. */
const PRICED = small("  south:\n", `${COSTS}  south:\n`)
  .replace("expulsions:\n", `${LEDGER}expulsions:\n`)
  .replace("      facilities: { S1: 1 }\n", `      facilities: { S1: 1 }\n${CORRIDOR}`);

/** One mistake, and the message that it must give. */
interface Case {
  readonly title: string;
  readonly passage: string;
  readonly mistake: string;
  readonly at: string;
  readonly path: string;
  readonly expected: string;
  readonly received: string;
  readonly hint?: string;
}

const AMOUNT = "an amount of money, 0 or more, or null where none is known";
const CURRENCY = 'a currency of three capital letters, such as "USD"';

const cases: readonly Case[] = [
  {
    title: "refuses a negative amount",
    passage: "averagePerPersonYear: 47162",
    mistake: "averagePerPersonYear: -1",
    at: "-1\n",
    path: "systems.north.costs.averagePerPersonYear",
    expected: AMOUNT,
    received: "-1",
  },
  {
    title: "refuses an amount written as text",
    passage: "low: 47478",
    mistake: 'low: "47,478"',
    at: '"47,478"',
    path: "systems.north.costs.byLevel.low",
    expected: AMOUNT,
    received: '"47,478"',
  },
  {
    title: "refuses a cost of a level that no facility has",
    passage: "high: 60342",
    mistake: "hihg: 60342",
    at: "hihg",
    path: "systems.north.costs.byLevel.hihg",
    expected: "the id of a level of a facility",
    received: '"hihg"',
    hint: 'did you mean "high"?',
  },
  {
    title: "refuses a currency sign",
    passage: "currency: USD",
    mistake: 'currency: "$"',
    at: '"$"',
    path: "systems.north.costs.currency",
    expected: CURRENCY,
    received: '"$"',
  },
  {
    title: "asks for the currency of costs",
    passage: "      currency: USD\n",
    mistake: "",
    at: "costs:\n      priceYear",
    path: "systems.north.costs.currency",
    expected: CURRENCY,
    received: "nothing",
  },
  {
    title: "refuses a housing unit without places",
    passage: "housingUnitPlaces: 128",
    mistake: "housingUnitPlaces: 0",
    at: "0\n      perHousingUnitYear",
    path: "systems.north.costs.housingUnitPlaces",
    expected: "a whole number, 1 or more",
    received: "0",
  },
  {
    title: "refuses a price year that is a text",
    passage: "priceYear: 2024",
    mistake: "priceYear: FY2024",
    at: "FY2024",
    path: "systems.north.costs.priceYear",
    expected: "a year such as 2024, or null",
    received: '"FY2024"',
  },
  {
    title: "names the nearest setting of a removal avoided",
    passage: "setting: full",
    mistake: "setting: ful",
    at: "ful,",
    path: "corridors.n-s.costs.removalAvoided.setting",
    expected: "one of full, detentionAndTransport, none",
    received: '"ful"',
    hint: 'did you mean "full"?',
  },
  {
    title: "refuses a discount rate in per cent",
    passage: "discountRate: 0.03",
    mistake: "discountRate: 3",
    at: "3\n  exchangeRate",
    path: "ledger.discountRate",
    expected: "a rate a year from 0 to 1, or null",
    received: "3",
  },
  {
    title: "refuses an exchange rate of 0",
    passage: "MXN: 17.7334",
    mistake: "MXN: 0",
    at: "0 }\n  announcedFee",
    path: "ledger.exchangeRate.MXN",
    expected: "units of the currency for one US dollar, above 0",
    received: "0",
  },
  {
    title: "refuses an exchange rate of something that is no currency",
    passage: "MXN: 17.7334",
    mistake: "peso: 17.7334",
    at: "17.7334",
    path: "ledger.exchangeRate.peso",
    expected: CURRENCY,
    received: '"peso"',
  },
  {
    title: "points to an unknown key of the ledger",
    passage: "announcedFee: 44090",
    mistake: "anouncedFee: 44090",
    at: "anouncedFee",
    path: "ledger.anouncedFee",
    expected: "one of the keys discountRate, exchangeRate, announcedFee",
    received: 'an unknown key "anouncedFee"',
    hint: 'did you mean "announcedFee"?',
  },
];

describe("loadScenario on costs", () => {
  it("accepts a scenario with everything that a ledger may have", () => {
    expect(issuesOf({ "small.yaml": PRICED }, "small")).toEqual([]);
  });

  for (const { title, passage, mistake, at, path, expected, received, hint = null } of cases) {
    it(`loadScenario ${title}`, () => {
      expect(PRICED).toContain(passage);
      const text = PRICED.replace(passage, mistake);
      const place = placeOf(text, at);
      expect(onlyIssue(text)).toEqual({ file: "small.yaml", ...place, path, expected, received, hint });
    });
  }

  it("loadScenario refuses a cost that changes on a date", () => {
    const text = `${PRICED}      systems.north.costs.averagePerPersonYear: 50000\n`;
    const issue = onlyIssue(text);
    expect(issue.expected).toBe("a value that may change on a date");
    expect(issue.received).toBe("systems.north.costs.averagePerPersonYear, which is fixed from the start");
  });
});
