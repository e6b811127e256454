import type { ReportText } from "../text/en.ts";
import type { ResponseRow } from "./response.ts";

/** A measure and its date: "us.system.stock on 2030-01-01". */
export function whenWords({ measure, at }: ResponseRow, text: ReportText): string {
  return at === undefined ? measure : text.experiments.sweep.on(measure, at);
}
