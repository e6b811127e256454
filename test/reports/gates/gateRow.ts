import type { GateRow } from "../../../reports/gates/gateRows.ts";

/** A gate that failed, with other values where they are given. */
export function gateRow(other: Partial<GateRow> = {}): GateRow {
  return {
    scenario: "small",
    gate: "mean(here.system.occupancy) < 50 %",
    measure: "here.system.occupancy",
    at: "2027-01-01",
    unit: "ratio",
    comparison: "<",
    limit: 0.5,
    verdict: "fail",
    estimate: 0.98123,
    low: 0.97,
    high: 0.99246,
    level: 0.95,
    interval: "confidence interval of the mean",
    n: 40,
    note: "",
    ...other,
  } as GateRow;
}
