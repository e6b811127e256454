import * as z from "zod";
import { systemCosts } from "./costs.ts";
import { capacityDefinition, facility, institution } from "./facility.ts";
import { harm } from "./harm.ts";
import { level, ratio, strict, text } from "./leaves.ts";
import { balancing, placement } from "./placement.ts";
import { remembered } from "./remembered.ts";
import { initialStock, stream } from "./stream.ts";

function itemsOf<Item extends z.ZodType>(item: Item, expected: string) {
  return z.array(item, { error: expected });
}

/** A country's prisons: places, people and the rules between them. */
export const system = strict({
  title: text(200).nullable().prefault(null),
  capacity: capacityDefinition,
  placement,
  functionLevels: itemsOf(level, "a list of levels").prefault([]),
  balancing,
  admissionsLevel: strict({ yearlySd: ratio.prefault(0) }).prefault({}),
  harm,
  facilities: itemsOf(remembered(facility), "a list of facilities or a table").min(1, {
    error: "at least one facility",
  }),
  institutions: remembered(itemsOf(institution, "a list of institutions or a table"))
    .nullable()
    .prefault(null),
  streams: itemsOf(remembered(stream), "a list of streams or a table").prefault([]),
  initialStock: remembered(itemsOf(initialStock, "a list of people inside on day 0, or a table")).prefault(
    [],
  ),
  costs: systemCosts.nullable().prefault(null),
});
