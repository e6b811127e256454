import { describe, expect, it } from "vitest";
import { readSource } from "../../data/pipeline/readSource.ts";
import { readTable } from "./readTable.ts";

interface ResidualRow {
  readonly table: string;
  readonly margin: string;
  readonly residual: number;
  readonly bound: number | null;
}

const rows = readTable<ResidualRow>("residuals").rows;

describe("residuals", () => {
  it.each(rows.filter((row) => row.bound !== null).map((row) => [row.table, row.margin, row] as const))(
    "%s is within its bound for %s",
    (_table, _margin, row) => {
      expect(Math.abs(row.residual)).toBeLessThanOrEqual(row.bound ?? 0);
    },
  );

  it("residuals leave no more than ten checks without a bound", () => {
    expect(rows.filter((row) => row.bound === null).length).toBeLessThanOrEqual(10);
  });
});

describe("history-us", () => {
  it("history-us closes stock and flow (transfers in counted) within 3,100 persons every year", () => {
    const snapshots = readSource("us-system-by-year.csv").filter((row) => row.row_type === "bjs_yearend");
    const flows = readSource("us-flows.csv");
    const value = (series: string, year: string) =>
      Number(flows.find((row) => row.series === series && row.period === year)?.value);
    for (let index = 1; index < snapshots.length; index += 1) {
      const year = String(snapshots[index]?.fiscal_or_calendar_year);
      const net = value("net_flow_sentenced_over_1yr", year) + value("admissions_transfer_in", year);
      if (Number.isNaN(net)) continue;
      const change =
        Number(snapshots[index]?.sentenced_over_1yr_persons) -
        Number(snapshots[index - 1]?.sentenced_over_1yr_persons);
      expect(Math.abs(change - net), year).toBeLessThanOrEqual(3100);
    }
  });
});
