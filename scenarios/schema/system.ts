import { z } from "zod";
import { distribution, interval, sentence } from "./distribution.ts";
import {
  choice,
  count,
  duration,
  id,
  personRate,
  probability,
  rate,
  ratio,
  shares,
  strict,
  text,
  word,
} from "./leaves.ts";

const coordinate = (limit: number) => {
  const error = `degrees from -${limit} to ${limit}, or null`;
  return z.number({ error }).min(-limit, { error }).max(limit, { error }).nullable().prefault(null);
};

const name = text(200).nullable().prefault(null);
const optionalId = id.nullable().prefault(null);
const descriptive = z.unknown().optional();

/** Columns that tables carry for readers and for other programs; the model does not use them. */
const facilityColumns = {
  capacityBasis: descriptive,
  capacityQuality: descriptive,
  governanceScore: descriptive,
  source: descriptive,
  sources: descriptive,
  mark: descriptive,
  note: descriptive,
  status: descriptive,
  asOf: descriptive,
};

/** Most facilities that one row may stand for. */
export const MOST_COPIES = 10_000;

const sexes = ["male", "female", "mixed"] as const;
const CAPACITY = "a whole number of persons, 0 or more, or null";

const ratedCapacity = z
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

export const facility = strict({
  id,
  name,
  institution: optionalId,
  level: word,
  sex: choice(sexes).prefault("mixed"),
  region: optionalId,
  state: name,
  latitude: coordinate(90),
  longitude: coordinate(180),
  ratedCapacity,
  count: copies.optional(),
  ...facilityColumns,
});

export const institution = strict({
  id,
  name,
  region: optionalId,
  state: name,
  latitude: coordinate(90),
  longitude: coordinate(180),
  ratedCapacity: descriptive,
  ...facilityColumns,
});

const timeServed = strict({
  share: probability.prefault(1),
  preTrialCredit: duration.prefault("0 d"),
  minimum: duration.prefault("0 d"),
});

const finalPlacement = strict({ facility: id, share: probability, days: distribution });

export const stream = strict({
  id,
  title: name,
  offence: word.prefault("any"),
  citizenship: word.prefault("any"),
  sex: choice(sexes).prefault("mixed"),
  jurisdiction: word.nullable().prefault(null),
  admissions: personRate,
  levels: shares.nullable().prefault(null),
  facilities: shares.nullable().prefault(null),
  regions: shares.nullable().prefault(null),
  sentence: sentence.nullable().prefault(null),
  timeServed: timeServed.nullable().prefault(null),
  stay: distribution.nullable().prefault(null),
  deaths: rate.prefault("0 /y"),
  moves: strict({ every: interval }).nullable().prefault(null),
  finalPlacement: finalPlacement.nullable().prefault(null),
  source: descriptive,
  sources: descriptive,
  mark: descriptive,
  note: descriptive,
});

export const initialStock = strict({
  stream: id,
  persons: count(0),
  facility: optionalId,
  level: word.nullable().prefault(null),
  residual: distribution.nullable().prefault(null),
  source: descriptive,
  mark: descriptive,
  note: descriptive,
});

const RULE = "leastCrowded or { regionFirst: { maximumOccupancy: … } }";

/** A rule written as a word is the rule without parameters. */
const placement = z.preprocess(
  (value) => (value === "leastCrowded" ? {} : value),
  strict({ regionFirst: strict({ maximumOccupancy: ratio }).optional() }, RULE),
);

function itemsOf<Item extends z.ZodType>(item: Item, expected: string) {
  return z.array(item, { error: expected });
}

export const system = strict({
  title: name,
  placement: placement
    .prefault("leastCrowded")
    .meta({ anyOf: [{ const: "leastCrowded" }, { type: "object", required: ["regionFirst"] }] }),
  admissionsLevel: strict({ yearlySd: ratio.prefault(0) }).prefault({}),
  facilities: itemsOf(facility, "a list of facilities or a table").min(1, {
    error: "at least one facility",
  }),
  institutions: itemsOf(institution, "a list of institutions or a table").nullable().prefault(null),
  streams: itemsOf(stream, "a list of streams or a table").prefault([]),
  initialStock: itemsOf(initialStock, "a list of people inside on day 0, or a table").prefault([]),
});
