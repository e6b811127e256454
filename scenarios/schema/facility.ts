import * as z from "zod";
import { choice, count, id, level, probability, ratio, sex, strict, text } from "./leaves.ts";

const coordinate = (limit: number) => {
  const error = `degrees from -${limit} to ${limit}, or null`;
  return z.number({ error }).min(-limit, { error }).max(limit, { error }).nullable().prefault(null);
};

const name = text(200).nullable().prefault(null);
const optionalId = id.nullable().prefault(null);
const descriptive = z.unknown().optional();

/** Columns that tables carry for readers and for other programs; the model does not use them. */
const readerColumns = {
  capacityBasis: descriptive,
  capacityQuality: descriptive,
  governanceScore: descriptive,
  controlBasis: descriptive,
  source: descriptive,
  sources: descriptive,
  mark: descriptive,
  note: descriptive,
  status: descriptive,
  asOf: descriptive,
};

/** Names of the columns that an overlay may carry for readers beside the values that it lays over. */
export const READER_COLUMNS: ReadonlySet<string> = new Set(Object.keys(readerColumns));

/** Most facilities that one row may stand for. */
export const MOST_COPIES = 10_000;

const CAPACITY = "a whole number of persons, 0 or more, or null";

const capacity = z
  .number({ error: CAPACITY })
  .int({ error: CAPACITY })
  .min(0, { error: CAPACITY })
  .nullable();

const COPIES = `a whole number from 1 to ${MOST_COPIES}`;

/** How many facilities alike a row stands for. */
const copies = z
  .number({ error: COPIES })
  .int({ error: COPIES })
  .min(1, { error: COPIES })
  .max(MOST_COPIES, { error: COPIES });

/** A unit that holds people of one level. Rated capacity 0: closed, whatever the other figures say. */
export const facility = strict({
  id,
  name,
  institution: optionalId,
  level,
  sex,
  region: optionalId,
  state: name,
  latitude: coordinate(90),
  longitude: coordinate(180),
  ratedCapacity: capacity,
  bedsOffLine: count(0).prefault(0),
  ownCapacity: capacity.prefault(null),
  weight: ratio.nullable().prefault(null),
  limit: count(0).nullable().prefault(null),
  /** Probability that the facility stands under the control of prisoners; null = not known. */
  compromisedControl: probability.nullable().prefault(null),
  count: copies.optional(),
  ...readerColumns,
}).superRefine(({ ratedCapacity, bedsOffLine }, context) => {
  if (ratedCapacity === 0 || bedsOffLine <= Math.max(0, ratedCapacity ?? 0)) return;
  const message = "no more beds off line than the rated capacity";
  const received = `${bedsOffLine} of ${ratedCapacity ?? "no rated capacity"}`;
  context.addIssue({ code: "custom", path: ["bedsOffLine"], message, params: { received } });
});

export const institution = strict({
  id,
  name,
  region: optionalId,
  state: name,
  latitude: coordinate(90),
  longitude: coordinate(180),
  ratedCapacity: descriptive,
  ...readerColumns,
});

/** What the capacity of a system's facilities means. */
export const capacityDefinition = choice(["rated", "available", "own"]).prefault("rated");
