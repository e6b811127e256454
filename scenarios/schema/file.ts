import * as z from "zod";
import { epochDay } from "../calendar.ts";
import { durationDays } from "../quantities.ts";
import { corridor } from "./corridor.ts";
import { ledger } from "./costs.ts";
import { distribution } from "./distribution.ts";
import { choice, count, date, ID_TEXT, id, strict, text, word } from "./leaves.ts";
import { remembered } from "./remembered.ts";
import { system } from "./system.ts";
import { uncertain } from "./uncertain.ts";

const anything = z.unknown().optional();
const GRID = 'month, year, or a duration such as "1 d"';

/** "month", "year" or a number of days. */
const grid = z
  .unknown()
  .transform((value, context): "month" | "year" | { days: number } => {
    if (value === "month" || value === "year") return value;
    const days = typeof value === "string" ? durationDays(value) : null;
    if (days !== null && days >= 1 / 24) return { days };
    const hint = typeof value === "number" ? `add a unit: "${value} d"` : null;
    context.addIssue({ code: "custom", message: GRID, params: { hint } });
    return z.NEVER;
  })
  .meta({ type: "string" });

const HORIZON = 'a duration such as "10 y" or the date of the last day';
const horizon = z
  .unknown()
  .transform((value, context): { days: number } | { date: string } => {
    const days = typeof value === "string" ? durationDays(value) : null;
    if (days !== null && days >= 1) return { days };
    if (typeof value === "string" && epochDay(value) !== null) return { date: value };
    const hint = typeof value === "number" ? `add a unit: "${value} y"` : null;
    context.addIssue({ code: "custom", message: HORIZON, params: { hint } });
    return z.NEVER;
  })
  .meta({ type: "string" });

/** How paths select; told by editors through the JSON Schema. */
const SET_HELP =
  "Dotted paths and the values that they get: systems.us.streams.<id>.admissions: { scale: 1.2 }. " +
  "`*` stands for every item (systems.us.streams.*.admissions), conditions in brackets for some of them " +
  "(systems.us.streams[citizenship!=US,sex=male].admissions; keys are id, offence, citizenship, sex, jurisdiction, " +
  "level, region, state, institution); items without what the path names are passed over. " +
  "{ scale: x } and { add: x } act on what the layer beneath says on that day, { overlay: table } on each item with " +
  "a row of that table. Entries act in the order in which they are written.";

const intervention = strict({
  from: date,
  set: z
    .record(z.string(), z.unknown(), { error: "a mapping of paths and values" })
    .meta({ description: SET_HELP }),
  note: text(500).optional(),
});

const expulsion = strict({
  date,
  persons: count(1),
  from: strict({ system: id, level: word.optional(), facility: id.optional() }),
  to: strict({ stream: id }),
});

const PLACE = `the id of a facility, or "<system>/<facility>"`;

const capacityChange = strict({
  date,
  facility: z
    .string({ error: PLACE })
    .regex(/^[A-Za-z0-9_.-]{1,64}(\/[A-Za-z0-9_.-]{1,64})?$/, { error: PLACE }),
  slip: distribution.nullable().prefault(null),
  capacity: count(0),
  note: text(500).optional(),
});

const listOf = <Item extends z.ZodType>(item: Item, expected: string) =>
  z.array(item, { error: expected }).prefault([]);

const GATE_LENGTH = 500;
const GATE = `a text of at most ${GATE_LENGTH} characters`;

/** A gate as it is written; without quotes, YAML makes a mapping of `mean(x, at: 2030-01-01) < 1`. */
const gate = z
  .unknown()
  .transform((value, context): string => {
    if (typeof value === "string" && value.length <= GATE_LENGTH) return value;
    const isMapping = typeof value === "object" && value !== null && !Array.isArray(value);
    const hint = isMapping ? 'a gate with "at:" or "by:" has to stand in quotes' : null;
    context.addIssue({ code: "custom", message: GATE, params: { hint } });
    return z.NEVER;
  })
  .meta({ type: "string", maxLength: GATE_LENGTH });

const gates = listOf(gate, "a list of gates");
const interventions = listOf(intervention, "a list of interventions");
const expulsions = listOf(expulsion, "a list of expulsions");
const capacityChanges = listOf(capacityChange, "a list of changes of capacity");

const header = {
  /** Address of the JSON Schema, for editors. */
  $schema: z.string({ error: "an address" }).optional(),
  id,
  title: text(200),
  question: text(1000).prefault(""),
  mark: choice(["observed", "derived", "assumption"]).prefault("assumption"),
  source: text(2000).prefault(""),
  extends: z.string({ error: `${ID_TEXT}, or a path to a scenario file` }).optional(),
  /** What becomes of a gate that the replications do not decide; "fail" unless a base says otherwise. */
  undecidedGates: choice(["fail", "warn"]).optional(),
};

/** One scenario file by itself; systems and corridors are checked when the bases are merged. */
export const fileSchema = strict({
  ...header,
  start: anything,
  horizon: anything,
  grid: anything,
  systems: anything,
  corridors: anything,
  ledger: anything,
  expulsions,
  capacityChanges,
  interventions,
  gates,
  uncertain: uncertain.prefault({}),
});

const timing = { start: date, horizon, grid: grid.prefault("month") };

/** Start, horizon and grid of the merged scenario. */
export const timingSchema = strict(timing);

const systems = z.record(id, system, {
  error: (issue) => (issue.code === "invalid_key" ? ID_TEXT : "a mapping of systems by id"),
});
const corridors = z
  .record(id, remembered(corridor), {
    error: (issue) => (issue.code === "invalid_key" ? ID_TEXT : "a mapping of corridors by id"),
  })
  .prefault({});

/** What is in force on a date. */
export const configurationSchema = strict({ systems, corridors, ledger: ledger.prefault({}) });

/** A whole scenario without a base; the JSON Schema is made from it. */
export const scenarioSchema = strict({
  ...header,
  ...timing,
  systems,
  corridors,
  ledger: ledger.prefault({}),
  expulsions,
  capacityChanges,
  interventions,
  gates,
  uncertain: uncertain.prefault({}),
});

export type ScenarioFile = z.output<typeof fileSchema>;
export type Timing = z.output<typeof timingSchema>;
export type Configuration = z.output<typeof configurationSchema>;
export type SystemConfiguration = Configuration["systems"][string];
export type StreamConfiguration = SystemConfiguration["streams"][number];
export type CorridorConfiguration = Configuration["corridors"][string];
export type FacilityConfiguration = SystemConfiguration["facilities"][number];
export type DatedExpulsion = ScenarioFile["expulsions"][number];
