import { Script } from "node:vm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { runReplication } from "../../engine/index.ts";
import { everything } from "../engine/everything.ts";
import { tinyParameters } from "./fixtures/tinyReplication.ts";

/** As it is built: only there is a text of the kernel. */
const BUILT = "../../dist/workers/prepareReplications.js";
const { prepareReplications } = (await import(
  BUILT
)) as typeof import("../../workers/prepareReplications.ts");

afterEach(() => {
  vi.restoreAllMocks();
});

describe("prepareReplications", () => {
  it("gives the bits of separate runs before and after a long job gets code of its own, once", () => {
    let time = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (time += 1500));
    const sets = [everything(), tinyParameters(3, 20)];
    const replicate = prepareReplications(sets);
    const evaluated = vi.spyOn(Script.prototype, "runInThisContext");
    const kernels = Array.from({ length: 4 }, (_, index) => {
      const results = replicate("job", index, [0, 1]);
      for (const [i, { buffer }] of results.entries()) {
        const expected = runReplication(sets[i]!, "job", index);
        expect(Buffer.from(buffer).equals(Buffer.from(expected.buffer))).toBe(true);
      }
      return evaluated.mock.calls.length;
    });
    expect(kernels).toEqual([0, 0, 2, 2]);
  });
});
