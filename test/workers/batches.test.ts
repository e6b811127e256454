import { describe, expect, it } from "vitest";
import type { ModelParameters } from "../../engine/index.ts";
import { type Batch, batchesOf } from "../../workers/batches.ts";
import { dealReplications, type ReplicationTask } from "../../workers/index.ts";
import { tinyParameters } from "./fixtures/tinyReplication.ts";

const base = tinyParameters(3, 20);
/** The same with more admissions from a day on. */
const forked = (fromDay: number): ModelParameters => {
  const [first] = base.regimes;
  const streams = first!.streams.map((stream) => ({ ...stream, admissionsPerDay: 9 }));
  return { ...base, regimes: [first!, { ...first!, fromDay, streams }] };
};
const parameterSets = [base, tinyParameters(2, 25), forked(10), forked(20)];

/** "group: scenario/replication …" of each batch. */
const texts = (batches: readonly Batch[]): string[] =>
  batches.map(({ group, tasks }) => {
    const names = tasks.map((task) => `${task.scenarioIndex}/${task.replicationIndex}`);
    return `${group.join("+")}: ${names.join(" ")}`;
  });
const cut = (tasks: readonly ReplicationTask[], threads = 1, sets = parameterSets): string[] =>
  texts(batchesOf({ parameterSets: sets, seed: "1", tasks }, threads));

describe("batchesOf", () => {
  it("batchesOf puts the tasks of one replication together whose sets share a beginning", () => {
    expect(cut(dealReplications(4, 0, 2))).toEqual([
      "0+2+3: 0/0 2/0 3/0",
      "1: 1/0",
      "0+2+3: 0/1 2/1 3/1",
      "1: 1/1",
    ]);
  });

  it("batchesOf leaves tasks apart that do not follow each other", () => {
    const tasks = [0, 2].flatMap((scenarioIndex) =>
      [0, 1].map((replicationIndex) => ({ scenarioIndex, replicationIndex })),
    );
    expect(cut(tasks)).toEqual(["0: 0/0", "0: 0/1", "2: 2/0", "2: 2/1"]);
  });

  it("batchesOf keeps a group together where some of its tasks are done", () => {
    const tasks = dealReplications(4, 0, 2).filter(
      (task) => task.replicationIndex > 0 || task.scenarioIndex === 2,
    );
    expect(cut(tasks)).toEqual(["0+2+3: 2/0", "0+2+3: 0/1 2/1 3/1", "1: 1/1"]);
  });

  it("batchesOf cuts the last batches again where threads would be idle", () => {
    const three = [base, forked(10), forked(20)];
    const tasks = (count: number) => dealReplications(3, 0, count);
    expect(cut(tasks(1), 2, three)).toEqual(["0+1+2: 0/0 1/0", "0+1+2: 2/0"]);
    expect(cut(tasks(2), 2, three)).toEqual(["0+1+2: 0/0 1/0 2/0", "0+1+2: 0/1 1/1 2/1"]);
    expect(cut(tasks(4), 3, three).slice(3)).toEqual(["0+1+2: 0/3", "0+1+2: 1/3", "0+1+2: 2/3"]);
    expect(cut(tasks(2), 64, three)).toHaveLength(6);
  });

  it("batchesOf leaves inconsistent sets to the workers, and takes an empty job", () => {
    const broken = [base, { ...base, regimes: [] }];
    expect(cut(dealReplications(2, 0, 1), 1, broken)).toEqual(["0: 0/0", "1: 1/0"]);
    expect(cut([], 2)).toEqual([]);
  });
});
