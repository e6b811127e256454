import * as z from "zod";
import { jsonWithText } from "./jsonForms.ts";
import { duration, rate, strict } from "./leaves.ts";

const band = strict({ fromAge: duration, rate });

const bands = z
  .array(band, { error: "a list of ages and rates" })
  .min(1, { error: "at least one rate" })
  .superRefine((list, context) => {
    for (const [index, { fromAge }] of list.entries()) {
      const path = [index, "fromAge"];
      const before = list[index - 1];
      if (before === undefined && fromAge > 0) {
        context.addIssue({ code: "custom", path, message: "0 y as the first age" });
      } else if (before !== undefined && fromAge <= before.fromAge) {
        context.addIssue({ code: "custom", path, message: "an age above the one before it" });
      }
    }
  });

/** Deaths for each person: one rate, or a rate from each age on. */
export const deaths = z
  .preprocess((value) => (Array.isArray(value) ? value : [{ fromAge: "0 y", rate: value }]), bands)
  .meta(jsonWithText(bands));
