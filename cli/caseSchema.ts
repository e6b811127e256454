import * as z from "zod";
import type { PublishedCase } from "../experiments/index.ts";

const positive = z.number().positive();
const lever = z.strictObject({
  admissionsCut: z.number().min(0).max(1),
  stayCut: z.number().min(0).lt(1),
  affectedShare: z.number().gt(0).max(1),
});
const date = z.iso.date();

const computation = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("announcedValue"), yearsLeft: positive, fee: positive }),
  z.strictObject({ kind: z.literal("quotient"), dividend: z.number(), divisor: positive }),
  z.strictObject({ kind: z.literal("shareOfRest"), part: positive, whole: positive, excluded: positive }),
  z.strictObject({
    kind: z.literal("bedYearsOfCut"),
    persons: positive,
    months: positive,
    servedShare: positive.max(1),
  }),
  z.strictObject({
    kind: z.literal("occupancyByFlows"),
    persons: positive,
    admissions: positive,
    releases: positive,
    places: positive,
  }),
  z.strictObject({
    kind: z.literal("occupancyOfRest"),
    persons: positive,
    places: positive,
    partPlaces: positive,
    partOccupancy: positive,
  }),
  z.strictObject({
    kind: z.literal("leverRatio"),
    meanStayYears: positive,
    cv: positive,
    years: positive,
    lever,
    per: lever,
  }),
  z.strictObject({ kind: z.literal("recorded"), table: z.string(), date, column: z.string() }),
  z.strictObject({
    kind: z.literal("scenario"),
    scenario: z.string(),
    measure: z.string(),
    at: date,
    since: date.optional(),
    replications: z.int().positive().default(1),
  }),
]);

const published = z.union([
  z
    .strictObject({ value: z.number(), words: z.string().default("") })
    .transform(({ value, words }) => ({ low: value, high: value, words })),
  z
    .strictObject({ low: z.number(), high: z.number(), words: z.string() })
    .refine(({ low, high }) => low <= high, "low is above high"),
]);

/** A case as a file of `data/cases` writes it. */
export const CASE_SCHEMA: z.ZodType<PublishedCase> = z.strictObject({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  secondary: z.boolean(),
  reason: z.string(),
  comparisons: z.array(z.strictObject({ what: z.string(), unit: z.string(), published, computation })).min(1),
});
