import type { ResponseRow } from "./response.ts";

/** A measure and its date: "us.system.stock on 2030-01-01". */
export function whenWords({ measure, at }: ResponseRow): string {
  return at === undefined ? measure : `${measure} on ${at}`;
}
