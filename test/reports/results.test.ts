import { describe, expect, it } from "vitest";
import { analyse } from "../../reports/analyse.ts";
import type { ScenarioRun } from "../../reports/compare.ts";
import { replicationColumns } from "../../reports/dataDictionary/replicationColumns.ts";
import { judgeGates, planGates } from "../../reports/gates/gateRows.ts";
import { chooserHtml } from "../../reports/page/chooserHtml.ts";
import { reportCharts } from "../../reports/page.ts";
import { peopleTable } from "../../reports/peopleTable.ts";
import { planPrecision, precisionRows } from "../../reports/precision/precisionRows.ts";
import { inReplicationOrder, pairsOf } from "../../reports/results.ts";
import { en } from "../../reports/text/en.ts";
import { overlaid } from "./overlaid.ts";
import { syntheticAnalysis } from "./syntheticAnalysis.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

const results = syntheticResults(syntheticScenario(), 5);
const picked = (...indices: number[]) => indices.map((i) => results[i]!);

describe("inReplicationOrder", () => {
  it("inReplicationOrder sorts a list, and refuses one that holds a replication twice", () => {
    expect(inReplicationOrder(picked(3, 0, 2))).toEqual(picked(0, 2, 3));
    expect(() => inReplicationOrder(picked(3, 0, 3))).toThrow("got 3 twice");
  });
});

describe("pairsOf", () => {
  it("pairsOf gives the replications that both have, in ascending order, whenever it is gone through", () => {
    const pairs = pairsOf(picked(4, 0, 2), picked(1, 2, 3, 4));
    expect(pairs.length).toBe(2);
    for (const _ of [1, 2]) {
      expect(Array.from(pairs, ([left, right]) => [left.index, right.index])).toEqual([
        [2, 2],
        [4, 4],
      ]);
    }
  });

  it("pairsOf is empty where nothing is shared", () => {
    expect([...pairsOf(picked(0, 1), picked(2, 3))]).toEqual([]);
    expect(pairsOf([], picked(2)).length).toBe(0);
  });

  it("pairsOf leaves no store open when it ends early", () => {
    let open = 0;
    const store = {
      length: 5,
      *[Symbol.iterator]() {
        open += 1;
        try {
          yield* results;
        } finally {
          open -= 1;
        }
      },
    };
    for (const _ of pairsOf(store, store)) break;
    expect(Array.from(pairsOf(picked(0), store), ([left]) => left.index)).toEqual([0]);
    expect(Array.from(pairsOf(store, picked(0)), ([left]) => left.index)).toEqual([0]);
    expect(open).toBe(0);
  });
});

describe("a report of results from a store", () => {
  const { runs } = syntheticAnalysis();
  const stored = [
    { ...runs[0], results: overlaid(runs[0].results) },
    ...runs.slice(1).map((run) => ({ ...run, results: overlaid(run.results) })),
  ] as const;
  const [listed, fromStore] = [analyse(runs), analyse(stored)];

  it("has the summaries and differences of a list", () => {
    expect(fromStore.summaries).toEqual(listed.summaries);
    expect(fromStore.differences).toEqual(listed.differences);
  });

  it("has the charts and tables of a list", () => {
    expect(reportCharts(fromStore, null, en)).toEqual(reportCharts(listed, null, en));
    expect(peopleTable(fromStore, en)).toEqual(peopleTable(listed, en));
    expect(chooserHtml(fromStore, en)).toBe(chooserHtml(listed, en));
  });

  it("has the gates of a list", () => {
    const scenarios = runs.map(({ scenario }) => scenario);
    const { planned } = planGates(scenarios, [
      "difference(us.system.stock) < 0",
      "mean(us.system.stock) < 0",
    ]);
    expect(judgeGates(planned, stored, 0.95)).toEqual(judgeGates(planned, runs, 0.95));
    expect(planned).toHaveLength(4);
  });

  it("has the raw values and the precision of a list", () => {
    const on = ["us.system.stock@every", "us.system.bedDaysAbove130"];
    expect(replicationColumns(stored, on)).toEqual(replicationColumns(runs, on));
    const planned = planPrecision(
      runs.map(({ scenario }) => scenario),
      ["us.system.stock@2027-01-01", "difference(us.system.occupancy)"],
    );
    const rule = { halfWidth: 0.01, relative: true, level: 0.95, minimum: 2 };
    const rows = (of: readonly ScenarioRun[]) => precisionRows(of, planned, rule);
    expect(rows(stored)).toEqual(rows(runs));
    expect(rows(runs)).toHaveLength(5);
  });
});
