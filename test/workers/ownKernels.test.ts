import { describe, expect, it } from "vitest";
import { withSimulationOfItsOwn } from "../../build/withSimulationOfItsOwn.mjs";
import { BranchRunner, runReplication } from "../../engine/index.ts";
import { ownKernels } from "../../workers/ownKernels.ts";
import { everything } from "../engine/everything.ts";

const BUILT = "dist/engine/kernel.txt";

describe("ownKernels", () => {
  it("gives the bits of shared code for a model with everything in it", () => {
    const parameters = everything();
    const runner = new BranchRunner([parameters], ownKernels(BUILT));
    for (const index of [0, 1]) {
      const [result] = runner.run("own", index);
      const expected = runReplication(parameters, "own", index);
      expect(expected.eventCounts.every((count) => count > 0)).toBe(true);
      expect(Buffer.from(result!.buffer).equals(Buffer.from(expected.buffer))).toBe(true);
    }
  });

  it("gives the bits of separate runs where two sets fork", () => {
    const first = everything();
    const last = first.regimes.at(-1)!;
    const streams = last.streams.map((stream) => ({
      ...stream,
      admissionsPerDay: 2 * stream.admissionsPerDay,
    }));
    const second = { ...first, regimes: [...first.regimes.slice(0, -1), { ...last, streams }] };
    const together = new BranchRunner([first, second], ownKernels(BUILT)).run("own", 0);
    const apart = [first, second].map((parameters) => runReplication(parameters, "own", 0));
    expect(apart[0]!.gridStock).not.toEqual(apart[1]!.gridStock);
    expect(together.map(({ buffer }) => Buffer.from(buffer))).toEqual(
      apart.map(({ buffer }) => Buffer.from(buffer)),
    );
  });

  it("is undefined where the engine has not been built", () => {
    expect(ownKernels("dist/engine/none.txt")).toBeUndefined();
  });
});

describe("withSimulationOfItsOwn", () => {
  it("takes the simulation out of parameters and calls, and puts it around them", () => {
    const text = withSimulationOfItsOwn(`
class Simulation { constructor(model, state) { this.model = model; this.state = state; } }
class Start { constructor(sim) { this.sim = sim; } go() { return add(this.sim, 1); } }
function add(sim, x) { return sim.model + x; }
function startPeople(sim) { return [...both(sim)]; }
function both(sim) { return [add(sim, 2), new Start(sim).go()]; }
function startProcesses(sim) {}
function runToEnd(sim) {}
function finish(sim) {}
export { Simulation };`);
    const kernel = new Function(`return ${text}`)()(40, null);
    expect(kernel.startPeople()).toEqual([42, 41]);
    expect(kernel.startPeople.length).toBe(0);
  });

  it("refuses a function that is handed on, or given another simulation", () => {
    const of =
      (body: string): (() => string) =>
      () =>
        withSimulationOfItsOwn(`function move(sim, person) {}\n${body}`);
    expect(of("[1].forEach(move);")).toThrow('"[1].forEach(move)" requires move(sim, …)');
    expect(of("function all(sim) { move(other, 1); }")).toThrow('"move(other, 1)" requires move(sim, …)');
  });
});
