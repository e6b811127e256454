import * as z from "zod";
import { choice, count, strict } from "./leaves.ts";

const AMOUNT = "an amount of money, 0 or more, or null where none is known";
const CURRENCY = 'a currency of three capital letters, such as "USD"';
const RATE = "a rate a year from 0 to 1, or null";
const UNITS = "units of the currency for one US dollar, above 0";
const YEAR = "a year such as 2024, or null";

/** Null = no figure is known: what needs it is not computed. */
const amount = z.number({ error: AMOUNT }).min(0, { error: AMOUNT }).nullable();

const CODE = /^[A-Z]{3}$/;
const currency = z.string({ error: CURRENCY }).regex(CODE, { error: CURRENCY });

/** Year in whose prices the amounts beside it stand. */
const priceYear = z
  .number({ error: YEAR })
  .int({ error: YEAR })
  .min(1900, { error: YEAR })
  .max(2200, { error: YEAR })
  .nullable()
  .prefault(null);

/** What custody costs in a system; amounts are for one person or one housing unit and one year. */
export const systemCosts = strict({
  currency,
  priceYear,
  averagePerPersonYear: amount.prefault(null),
  byLevel: z.record(z.string(), amount, { error: "a mapping of amounts by level" }).prefault({}),
  marginalPerPersonYear: amount.prefault(null),
  housingUnitPlaces: count(1).nullable().prefault(null),
  perHousingUnitYear: amount.prefault(null),
});

export const REMOVAL_SETTINGS = ["full", "detentionAndTransport", "none"] as const;

const removalAvoided = strict({
  setting: choice(REMOVAL_SETTINGS).prefault("none"),
  full: amount.prefault(null),
  detentionAndTransport: amount.prefault(null),
});

/** What a transfer costs and spares; amounts are for one person, the payment for one person-year to serve. */
export const corridorCosts = strict({
  currency: currency.prefault("USD"),
  priceYear,
  perTransfer: amount.prefault(null),
  removalAvoided: removalAvoided.prefault({}),
  paymentPerPersonYear: amount.prefault(0),
});

const exchangeRate = z
  .record(z.string(), z.number({ error: UNITS }).positive({ error: UNITS }), {
    error: "a mapping of exchange rates by currency",
  })
  .superRefine((value, context) => {
    for (const code of Object.keys(value)) {
      if (CODE.test(code)) continue;
      const received = JSON.stringify(code);
      context.addIssue({ code: "custom", path: [code], message: CURRENCY, params: { received } });
    }
  });

/** What the ledger needs beside the costs of systems and corridors. */
export const ledger = strict({
  discountRate: z
    .number({ error: RATE })
    .min(0, { error: RATE })
    .max(1, { error: RATE })
    .nullable()
    .prefault(null),
  exchangeRate: exchangeRate.prefault({}),
  announcedFee: amount.prefault(null),
});
