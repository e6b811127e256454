import { describe, expect, it } from "vitest";
import { gatePlaces } from "../../scenarios/gatePlaces.ts";
import { loadScenario } from "../../scenarios/loadScenario.ts";
import { derived, memoryFiles, onlyIssue, placeOf, SMALL } from "./smallScenario.ts";

describe("gatePlaces", () => {
  it("gatePlaces finds every gate of a scenario and of its base, in the order of the scenario", () => {
    const base = `${SMALL}gates:\n  - one\n  - "two"\n`;
    const own = derived("gates: [ three ]\n");
    const files = memoryFiles({ "small.yaml": base, "derived.yaml": own });
    const places = gatePlaces("derived", files);
    expect(places).toEqual([
      { gate: "one", file: "small.yaml", ...placeOf(base, "one\n") },
      { gate: "two", file: "small.yaml", ...placeOf(base, '"two"') },
      { gate: "three", file: "derived.yaml", ...placeOf(own, "three") },
    ]);
    expect(places.map(({ gate }) => gate)).toEqual(loadScenario("derived", files).gates);
  });
});

describe("loadScenario on gates", () => {
  it("loadScenario says that a gate with a colon has to stand in quotes", () => {
    const gate = "mean(north.system.occupancy, at: 2027-01-01) < 0.9";
    const text = `${SMALL}gates:\n  - ${gate}\n`;
    expect(onlyIssue(text)).toEqual({
      file: "small.yaml",
      ...placeOf(text, gate),
      path: "gates[0]",
      expected: "a text of at most 500 characters",
      received: "a mapping",
      hint: 'a gate with "at:" or "by:" has to stand in quotes',
    });
  });

  it("loadScenario refuses gates that are too long, or no text, without that hint", () => {
    for (const gate of ["x".repeat(501), "3"]) {
      expect(onlyIssue(`${SMALL}gates: [ ${gate} ]\n`)).toMatchObject({ path: "gates[0]", hint: null });
    }
  });
});
