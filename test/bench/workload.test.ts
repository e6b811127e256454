import { describe, expect, it } from "vitest";
import { estimate, exactly, zValue } from "../../bench/agreement.ts";
import { expectedMeanStock, expectedStock, WORKLOAD_DAYS } from "../../bench/analytic.ts";
import { runReplications, workloadParameters } from "../../bench/replications.ts";
import { prisonNetwork } from "../fixtures/prisonNetwork.ts";

const SCALE = 0.1;
const SEEDS = 20;

describe.each([true, false])("the reference workload with transfers %s", (transfers) => {
  const replications = runReplications(workloadParameters("prison-network", SCALE, transfers), SEEDS);
  const estimateOf = (measure: "final" | "mean" | "dep") => estimate(replications.map((one) => one[measure]));

  it("ends with the stock of the closed form", () => {
    const expected = exactly(SCALE * expectedStock(WORKLOAD_DAYS, transfers));
    expect(Math.abs(zValue(estimateOf("final"), expected))).toBeLessThan(3);
  });

  it("has the mean stock of the closed form", () => {
    const expected = exactly(SCALE * expectedMeanStock(transfers));
    expect(Math.abs(zValue(estimateOf("mean"), expected))).toBeLessThan(3);
  });

  it("sends people away only if there are transfers", () => {
    expect(estimateOf("dep").mean > 0).toBe(transfers);
  });

  it("accounts for everybody", () => {
    for (const { adm, dep, rel, final } of replications) {
      expect(150_000 * SCALE + adm - dep - rel).toBe(final);
    }
  });
});

describe("workloadParameters", () => {
  it("gives from the scenario file what the parameters written by hand give", () => {
    const read = runReplications(workloadParameters("prison-network", 0.01), 1);
    expect(read).toEqual(runReplications(prisonNetwork({ scale: 0.01 }), 1));
  });
});
