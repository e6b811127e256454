import { isolate } from "../isolate.ts";
import { number } from "./format.ts";

/** Words for the quantities of the ledger. */
export const quantities: Readonly<Record<string, string>> = {
  personYears: "Person-years in custody over the run",
  costAtAverage: "Gross cost of custody at one average cost",
  costAtAverageByLevel: "Gross cost of custody at average cost by level",
  costAtMarginal: "Cost of custody at marginal cost",
  presentCostAtAverage: "Present value of the gross cost of custody at one average cost",
  presentCostAtAverageByLevel: "Present value of the gross cost of custody at average cost by level",
  presentCostAtMarginal: "Present value of the cost of custody at marginal cost",
  housingUnitYears: "Change in housing units in use, times years",
  costByStep: "Change in cost of custody by whole housing units",
  presentCostByStep: "Present value of the change in cost of custody by whole housing units",
  grossValueFreed: "Gross value at average cost by level of the person-years freed",
  announcedValue: "Gross value by the announced method since the start",
  removalsAvoided: "Removal proceedings avoided since the start",
  transferCost: "Cost of transfers since the start",
  payments: "Payments to the receiving State since the start",
  netAtMarginal: "Net of the sending side at marginal cost since the start",
  receivingCost: "Gross cost of what the people handed over have to serve",
};

/**
 * Words for a quantity of the ledger, in US dollars or at one level too; undefined for one of no ledger.
 *
 * @example
 * quantity("receivingCostInUSD.federal"); // => "Gross cost of what the people handed over have to serve, level federal, in US dollars"
 */
export function quantity(name: string): string | undefined {
  const [first = "", level] = name.split(".");
  const stem = first.replace(/InUSD$/, "");
  const words = Object.hasOwn(quantities, stem) ? quantities[stem] : undefined;
  if (words === undefined) {
    return undefined;
  }
  return `${words}${level === undefined ? "" : `, level ${level}`}${first === stem ? "" : ", in US dollars"}`;
}

/** An amount of money with its currency: "44,090 USD". */
export function amount(value: number, currency: string): string {
  return `${number(value)} ${currency}`;
}

/** Unit of an amount that is shown in millions. */
export function millions(currency: string): string {
  return `million ${currency}`;
}

/** Amounts in brackets, or nothing. */
function inBrackets(amounts: readonly string[]): string {
  return amounts.length === 0 ? "" : ` (${amounts.join("; ")})`;
}

/** Column headings; the two sides are named by their systems. */
export function columns(sending: string, receiving: string | null): string[] {
  return ["Method", sending, receiving ?? "Receiving side", "What it assumes", "Figures known how"];
}

/** In the place of a value. */
export const cells = {
  needs: (paths: readonly string[]) => `needs ${paths.join(", ")}`,
  needsBase: "needs a base to compare with",
  none: "–",
  simulated: "simulated",
  unsourced: "no source given",
  notGiven: "not given",
  noUnit: "no whole unit closes or opens",
};

export type Removal = "full" | "detentionAndTransport" | "none";

const REMOVALS: Readonly<Record<Removal, (amounts: readonly string[]) => string>> = {
  full: (amounts) =>
    `Each person handed over spares a whole removal proceeding${inBrackets(amounts)}, the arrest too, although these people are in custody already.`,
  detentionAndTransport: (amounts) =>
    `Each person handed over spares the detention until a removal and the way there${inBrackets(amounts)}.`,
  none: () => "Not counted in this scenario.",
};

/** Title of each row and what it assumes. */
export const methods = {
  counted: { title: "Person-years in custody", assumes: "Counted over the run; no money." },
  announced: {
    title: "As announced: years left times an average fee",
    assumes: (amounts: readonly string[], end: string) =>
      `Every year that the people handed over had left counts at the fee${inBrackets(amounts)}, those after ${end} too. A gross value, as announcements state it.`,
  },
  average: {
    title: "Custody at one average cost",
    assumes: (amounts: readonly string[]) =>
      `Each person-year of the run costs the average${inBrackets(amounts)}, buildings and posts included. A gross value, not money saved.`,
  },
  byLevel: {
    title: "Custody at average cost by level",
    assumes: "The same, with an average for each level of facility. A gross value, not money saved.",
  },
  present: {
    title: "Its present value",
    assumes: (rate: string, start: string) =>
      `Discounted at ${rate} a year from the middle of each sampling interval to ${start}.`,
    assumesNoRate: "Discounted to the start of the run.",
  },
  marginal: {
    title: "Custody at marginal cost",
    assumes: (amounts: readonly string[]) =>
      `What one person more or less changes${inBrackets(amounts)} while buildings and posts stay.`,
  },
  step: {
    title: "Custody by whole housing units",
    assumes: (places: readonly string[]) =>
      `Cost changes only where a facility holds a whole unit${inBrackets(places)} fewer or more people until the end of the run; that the unit is then closed or opened is assumed.`,
  },
  removals: {
    title: "Removal proceedings avoided",
    assumes: (setting: Removal, amounts: readonly string[]) => REMOVALS[setting](amounts),
  },
  transfers: {
    title: "Cost of the transfers",
    assumes: (amounts: readonly string[]) =>
      `Counsel, hearing, movement to the handover and beyond${inBrackets(amounts)}.`,
  },
  payments: {
    title: "Payments to the receiving State",
    assumes: (amounts: readonly string[]) => `Paid for each year to serve there${inBrackets(amounts)}.`,
  },
  net: {
    title: "Net of the sending side at marginal cost",
    assumes: "Years left at marginal cost and removals avoided, less transfers and payments.",
  },
  receiving: {
    title: (level: string) => `What the people handed over have to serve, in facilities of level ${level}`,
    assumes: (amounts: readonly string[], end: string) =>
      `All of it, that after ${end} too, at the average cost of the level${inBrackets(amounts)}. A gross value: one person more need not cost the average.`,
  },
};

/** What the price of the announced method is called. */
export const fee = "announced fee";

/** Places of a housing unit. */
export function places(count: number): string {
  return `${number(count)} places`;
}

/** A rate of exchange: "17.7334 MXN for 1 USD". */
export function exchange(currency: string, perDollar: number): string {
  return `${perDollar} ${currency} for 1 USD`;
}

/** Sentences under the tables. */
export const notes = {
  noCosts:
    "No amounts of money are given in this scenario. They stand in systems.<id>.costs, corridors.<id>.costs and ledger.",
  signs:
    "Cells are changes against the base: mean ± half-width of the paired interval. A minus before a cost is less cost; the announced value and the removals avoided are values, so that more of them is a plus.",
  gross:
    "Average cost holds buildings, posts and offices. It is the value of the beds freed or filled, not money that a treasury saves or spends: that changes by the marginal cost of each person, and by steps when a whole housing unit closes or opens. The rows are methods of valuing the same people and must not be added up.",
  priceYears: (parts: readonly { readonly of: string; readonly year: string }[]) => {
    const years = parts.map(({ of, year }) => `${isolate(of)}: ${year === "" ? "not given" : year}`);
    return `Every amount stays in the prices of its own year (${years.join("; ")}): no price index is applied.`;
  },
  exchange: (rates: readonly string[]) => `Exchange: ${rates.join("; ")}.`,
  pricesDiffer:
    "The scenarios do not have the same amounts of money: rows of cost differ by prices as well as by people.",
};
