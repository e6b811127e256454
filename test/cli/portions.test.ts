import { describe, expect, it } from "vitest";
import { portions } from "../../cli/portions.ts";

describe("portions", () => {
  it("portions cuts into pieces that follow each other, the last of them shorter", () => {
    expect([...portions(3, 8, 2)]).toEqual([
      [3, 5],
      [5, 7],
      [7, 8],
    ]);
  });

  it("portions is one where all fit, and none where nothing is left", () => {
    expect([...portions(0, 5, 5)]).toEqual([[0, 5]]);
    expect([...portions(5, 5, 2)]).toEqual([]);
  });
});
