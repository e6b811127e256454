import { serialize } from "node:v8";
import { describe, expect, it } from "vitest";
import type { TaskMessage } from "../../workers/messages.ts";
import { serveReplications } from "../../workers/serveReplications.ts";
import { prepareTiny, tinyParameters } from "./fixtures/tinyReplication.ts";

const bytes = serialize(tinyParameters(1, 10));
const parameters = new SharedArrayBuffer(bytes.byteLength);
new Uint8Array(parameters).set(bytes);

const task = (job: number, scenarioIndex: number, firstOpen: number): TaskMessage => {
  return {
    job,
    group: [scenarioIndex],
    wanted: [0],
    firstOpen,
    parameters: [parameters],
    seed: "fast",
    replicationIndex: 0,
    spent: [],
  };
};

describe("serveReplications", () => {
  it("prepares a parameter set once, until no task of it follows or the job changes", () => {
    let prepared = 0;
    const serve = serveReplications((sets) => {
      prepared += 1;
      return prepareTiny(sets);
    });
    const preparedAfter = (message: TaskMessage): number => {
      serve(message);
      return prepared;
    };
    expect(preparedAfter(task(0, 0, 0))).toBe(1);
    expect(preparedAfter(task(0, 1, 0))).toBe(2);
    expect(preparedAfter(task(0, 0, 0))).toBe(2);
    expect(preparedAfter(task(0, 1, 1))).toBe(2);
    expect(preparedAfter(task(0, 2, 1))).toBe(3);
    expect(preparedAfter(task(0, 1, 1))).toBe(3);
    expect(preparedAfter(task(0, 0, 0))).toBe(4);
    expect(preparedAfter(task(1, 2, 0))).toBe(5);
  });
});
