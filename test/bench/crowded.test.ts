import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { estimate, zValue } from "../../bench/agreement.ts";
import { CROWDED, type CrowdedFixture, MEASURES } from "../../bench/crowdedFixture.ts";
import { runReplications, workloadParameters } from "../../bench/replications.ts";

const fixtureUrl = new URL("../fixtures/crowded-simpy.json", import.meta.url);
const simpy: CrowdedFixture = JSON.parse(readFileSync(fixtureUrl, "utf8"));
const ours = runReplications(workloadParameters("prison-network-crowded", CROWDED.scale), 20);

describe("the crowded variant", () => {
  it("is the one that SimPy ran", () => {
    expect(simpy.workload).toEqual(CROWDED);
    expect(simpy.replications.length).toBeGreaterThanOrEqual(20);
  });

  it.each(MEASURES)("gives the %s of SimPy within three standard errors", (measure) => {
    const left = estimate(ours.map((replication) => replication[measure]));
    const right = estimate(simpy.replications.map((replication) => replication[measure]));
    expect(Math.abs(zValue(left, right))).toBeLessThan(3);
  });

  it.each([
    ["exactDays130", "days130"],
    ["exactPd130", "pd130"],
  ] as const)("has an %s that daily records estimate without bias", (exact, daily) => {
    const differences = ours.map((replication) => replication[exact] - replication[daily]);
    const total = estimate(ours.map((replication) => replication[exact])).mean;
    expect(Math.abs(estimate(differences).mean)).toBeLessThan(0.002 * total);
  });
});
