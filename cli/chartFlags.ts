import type { Options } from "yargs";
import type { Typed } from "./flags.ts";

/** Flags of the commands that draw the charts of runs. */
export const chartFlags = {
  png: { type: "boolean", default: false, describe: "Draw each chart as a PNG picture too, beside its SVG" },
} as const satisfies Record<string, Options>;

export interface ChartFlags {
  readonly png: boolean;
}

export function checkChartFlags({ png }: Typed<keyof typeof chartFlags>): ChartFlags {
  return { png: png === true };
}
