import type { CatalogueLine } from "../measures/measure.ts";

const SOURCE = "docs/ledger.md";
const SYSTEM = "ledger.<system>";
const CORRIDOR = "ledger.<corridor>";
const BETWEEN = "Exists only between a scenario and its base (scenario less base).";
const PRESENT =
  "money of later days discounted at the ledger's rate, from the middle of each sampling interval to day 0";

/** A quantity of money by its own name, and in US dollars where its currency is another. */
function money(
  place: string,
  quantity: string,
  definition: string,
  reading: "date" | "horizon",
): CatalogueLine[] {
  return [
    [`${place}.${quantity}`, "currency", reading, definition, SOURCE],
    [
      `${place}.${dollarsName(quantity)}`,
      "USD",
      reading,
      `The same in US dollars, at the ledger's exchange rate.`,
      SOURCE,
    ],
  ];
}

/** A cost over the run, and its present value. */
function cost(quantity: string, definition: string): CatalogueLine[] {
  const present = `${definition} Present value: ${PRESENT}.`;
  return [
    ...money(SYSTEM, quantity, definition, "horizon"),
    ...money(SYSTEM, presentName(quantity), present, "horizon"),
  ];
}

/** Name of a cost's present value. */
export function presentName(quantity: string): string {
  return `present${quantity.charAt(0).toUpperCase()}${quantity.slice(1)}`;
}

/** Name of a quantity in US dollars. */
export function dollarsName(quantity: string): string {
  const [stem = "", ...rest] = quantity.split(".");
  return [`${stem}InUSD`, ...rest].join(".");
}

/** Catalogue lines of the ledger. */
export const LEDGER_LINES: readonly CatalogueLine[] = [
  [
    `${SYSTEM}.personYears`,
    "person-years",
    "horizon",
    "Time that people spend in the system's facilities over the run; exact between events.",
    SOURCE,
  ],
  ...cost(
    "costAtAverage",
    "Gross cost of custody: person-years times one average cost. A difference between scenarios is a gross value, not money saved: buildings and posts cost the same when a few people leave.",
  ),
  ...cost(
    "costAtAverageByLevel",
    "Gross cost of custody: person-years in facilities of each level times the average cost of that level. A difference between scenarios is a gross value, not money saved.",
  ),
  ...cost(
    "costAtMarginal",
    "Person-years times the marginal cost of a bed-year. Only its difference between scenarios has a meaning: what changes while buildings and posts stay.",
  ),
  [
    `${SYSTEM}.housingUnitYears`,
    "unit-years",
    "horizon",
    `Change in housing units in use, times years: a unit counts as closed while its facility holds at least its places fewer people than in the base until the end of the run, and as opened in the opposite case. ${BETWEEN}`,
    SOURCE,
  ],
  ...cost(
    "costByStep",
    `Change in housing units in use, times what a unit costs a year (its places at the average cost of their level, unless given). ${BETWEEN}`,
  ),
  ...money(
    SYSTEM,
    "grossValueFreed",
    "Gross value, at average cost by level, of the person-years that a scenario has fewer than its base; negative where it has more. Not money saved. Exists only between a scenario and its base, at the prices of the base.",
    "horizon",
  ),
  [
    `${CORRIDOR}.announcedValue`,
    "USD",
    "date",
    "What announcements of handovers would add up to: years left to the release date in the sending State, summed over the people handed over since the start, times the announced fee. All years left count at the handover. A gross value.",
    SOURCE,
  ],
  [
    `${CORRIDOR}.removalsAvoided`,
    "currency",
    "date",
    "People handed over since the start, times the cost of a removal proceeding that each spares, by the setting of the scenario (full, detention and transport, none).",
    SOURCE,
  ],
  [
    `${CORRIDOR}.transferCost`,
    "currency",
    "date",
    "People handed over since the start, times the cost of a transfer.",
    SOURCE,
  ],
  [
    `${CORRIDOR}.payments`,
    "currency",
    "date",
    "Person-years to serve in the receiving State of the people handed over since the start, times what the sending State pays for one.",
    SOURCE,
  ],
  [
    `${CORRIDOR}.netAtMarginal`,
    "currency",
    "date",
    "Of the sending side, for the people handed over since the start: years left at marginal cost, plus removal proceedings avoided, less cost of transfer and payments.",
    SOURCE,
  ],
  ...money(
    CORRIDOR,
    "receivingCost.<level>",
    "Gross cost of what the people handed over since the start have to serve in the receiving State, if all of it were served in facilities of one level at their average cost.",
    "date",
  ),
];
