import * as z from "zod";
import type { PlacementRule } from "../../engine/parameters.ts";
import { nearestHint } from "../nearest.ts";
import { jsonBeside } from "./jsonForms.ts";
import { positive, positiveDuration, ratio, strict } from "./leaves.ts";

const WORDS = ["leastCrowded", "proportional"] as const;
const RULES = [
  ...WORDS,
  "{ regionFirst: { maximumOccupancy: … } }",
  "{ closedAbove: { occupancy: … } }",
] as const;
const EXPECTED = `${RULES.slice(0, -1).join(", ")} or ${RULES.at(-1)}`;

const forms = {
  leastCrowded: strict({}).optional(),
  proportional: strict({}).optional(),
  regionFirst: strict({ maximumOccupancy: ratio }).optional(),
  closedAbove: strict({ occupancy: positive }).optional(),
};

const object = strict(forms, EXPECTED);

function written({ leastCrowded, proportional, regionFirst, closedAbove }: z.output<typeof object>) {
  const found: PlacementRule[] = [];
  if (leastCrowded !== undefined) found.push({ kind: "leastCrowded" });
  if (proportional !== undefined) found.push({ kind: "proportional" });
  if (regionFirst !== undefined) found.push({ kind: "regionFirst", ...regionFirst });
  if (closedAbove !== undefined) found.push({ kind: "closedAbove", ...closedAbove });
  return found;
}

/** A rule without parameters is written as a word. */
function mappingForm(value: unknown, context: z.RefinementCtx): unknown {
  if (typeof value !== "string") return value;
  if (WORDS.some((word) => word === value)) return { [value]: {} };
  const hint = nearestHint(value, Object.keys(forms));
  context.addIssue({ code: "custom", message: EXPECTED, params: { hint } });
  return z.NEVER;
}

function single(value: z.output<typeof object>, context: z.RefinementCtx): PlacementRule {
  const rules = written(value);
  const [first] = rules;
  if (first !== undefined && rules.length === 1) return first;
  const received = first === undefined ? "none of them" : rules.map(({ kind }) => kind).join(" and ");
  context.addIssue({ code: "custom", message: `exactly one of ${EXPECTED}`, params: { received } });
  return z.NEVER;
}

/** How a system chooses among the facilities of a class. */
export const placement = z
  .preprocess(mappingForm, object.transform(single))
  .prefault("leastCrowded")
  .meta(jsonBeside({ enum: WORDS }, object));

/** Lateral moves from facilities above an occupancy. */
export const balancing = strict({ every: positiveDuration, above: positive }).nullable().prefault(null);
