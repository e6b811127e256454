import { WAITS } from "../engine/result.ts";
import { type Analysis, sidesOf } from "./analyse.ts";
import type { ReportTable } from "./charts/chart.ts";
import type { ReportText } from "./text/en.ts";

const QUANTITIES = ["mean", "p50", "p90"] as const;

/**
 * How long people wait at each stage of the first corridor: mean, median and 90 % quantile over the run, each averaged
 * over replications.
 *
 * @returns no rows without a corridor
 * @example
 * waitTable(analysis, en).rows[0]; // => ["Entry to first request", "Transfers to Mexico as they are", "395", "271", "905"]
 */
export function waitTable({ runs, index }: Analysis, text: ReportText): ReportTable {
  const { corridor } = sidesOf(runs[0].scenario);
  const rows = WAITS.flatMap((wait) =>
    runs.flatMap(({ scenario }) => {
      const cells = QUANTITIES.map((name) =>
        index.last(scenario.id, `corridor.${corridor}.wait.${wait}.${name}`),
      );
      return cells.every((row) => row === undefined)
        ? []
        : [
            [
              text.charts.funnel.waits[wait],
              scenario.title,
              ...cells.map((row) => (row === undefined ? "" : text.format.bareValue(row.mean, "days"))),
            ],
          ];
    }),
  );
  return { columns: text.charts.funnel.waitColumns, rows };
}
