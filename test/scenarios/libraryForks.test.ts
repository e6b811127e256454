import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import type { ModelParameters } from "../../engine/index.ts";
import { BranchRunner, forkDayOf, ReplicationRunner } from "../../engine/index.ts";
import { dayNumber, ScenarioError } from "../../scenarios/index.ts";
import { LIBRARY, loadLibrary } from "./libraryFiles.ts";

const PART = 100;
const POLICY_DAY = dayNumber("2026-01-01", "2024-10-31");

/** A hundredth of the people, so that a replication takes no time; what happens to them stays the same. */
function small(parameters: ModelParameters): ModelParameters {
  return {
    ...parameters,
    initialStock: parameters.initialStock.map((row) => ({ ...row, persons: Math.ceil(row.persons / PART) })),
    regimes: parameters.regimes.map((regime) => ({
      ...regime,
      streams: regime.streams.map((stream) => ({
        ...stream,
        admissionsPerDay: stream.admissionsPerDay / PART,
      })),
    })),
  };
}

/** The library, without files that are not scenarios yet. */
const POLICIES = readdirSync(LIBRARY)
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => basename(file, ".yaml"))
  .flatMap((id) => {
    try {
      return [{ id, parameters: small(loadLibrary(id).parameters) }];
    } catch (error) {
      if (error instanceof ScenarioError) return [];
      throw error;
    }
  });

describe("BranchRunner.run of the library", () => {
  it("run gives every shipped scenario the bits of a run of its own", () => {
    const sets = POLICIES.map(({ parameters }) => parameters);
    const together = new BranchRunner(sets).run("library", 0);
    const different = POLICIES.filter(({ parameters }, i) => {
      const alone = new ReplicationRunner(parameters).run("library", 0);
      return !Buffer.from(alone.buffer).equals(Buffer.from(together[i]!.buffer));
    });
    expect(different.map(({ id }) => id)).toEqual([]);
  }, 240_000);

  it("forkDayOf lets policies share the baseline's days before their own, unless early events look ahead", () => {
    const baseline = small(loadLibrary("baseline").parameters);
    const dayOf = (id: string) => forkDayOf([baseline, small(loadLibrary(id).parameters)]);
    const policies = ["double-approvals", "no-transfers", "monthly-handovers", "admissions-plus-20"];
    expect(policies.map(dayOf)).toEqual(policies.map(() => POLICY_DAY));
    // More interest later opens cases from day 0 on; home regions are drawn on entry.
    expect(["all-eligible-notified", "region-first"].map(dayOf)).toEqual([0, 0]);
  });
});
