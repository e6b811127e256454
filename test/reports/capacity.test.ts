import { describe, expect, it } from "vitest";
import { capacityTerm } from "../../reports/capacityTerm.ts";
import { limitsOf } from "../../reports/limits.ts";
import { CapacityCalendar } from "../../reports/measures/capacity.ts";
import { measureValues } from "../../reports/measures.ts";
import { en } from "../../reports/text/en.ts";
import { plain } from "../../reports/text/isolate.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

const at = (day: number, capacity: number, slip = false) => ({
  facility: 0,
  day,
  slip: slip ? ({ kind: "fixed", days: 90 } as const) : null,
  capacity,
});

/** The second regime, from the first of February 2027 on, sets facility 0 to 500. */
const REGIME_DAY = 396;

function capacityOn(day: number, ...capacityChanges: ReturnType<typeof at>[]): number | null | undefined {
  const { parameters } = syntheticScenario({ laterCapacity: 500, capacityChanges });
  return new CapacityCalendar(parameters).on(day)[0];
}

describe("CapacityCalendar", () => {
  it("CapacityCalendar follows the regimes and the dated changes, each from its own day on", () => {
    const change = at(100, 0);
    expect([99, 100, 395, 396].map((day) => capacityOn(day, change))).toEqual([1000, 0, 0, 500]);
  });

  it("CapacityCalendar keeps a dated change where a later regime says nothing new", () => {
    const { parameters } = syntheticScenario({ laterCapacity: 1000, capacityChanges: [at(100, 0)] });
    expect(new CapacityCalendar(parameters).on(700)[0]).toBe(0);
  });

  it("CapacityCalendar lets the dated change stand where a regime begins on the same day", () => {
    expect(capacityOn(REGIME_DAY, at(REGIME_DAY, 700))).toBe(700);
  });

  it("CapacityCalendar takes a change that may slip on its planned day", () => {
    expect([99, 100].map((day) => capacityOn(day, at(100, 2000, true)))).toEqual([1000, 2000]);
  });

  it("CapacityCalendar gives the same places of some facilities up to the next change, and others after it", () => {
    const { parameters } = syntheticScenario({ capacityChanges: [at(100, 2000)] });
    const calendar = new CapacityCalendar(parameters);
    const facilities = [0, 1];
    const [before, after] = [calendar.rated(facilities, 0), calendar.rated(facilities, 100)];
    expect(calendar.rated(facilities, 99)).toBe(before);
    expect(after).toEqual({ facilities, capacity: before.capacity + 1000 });
    expect(calendar.rated([1], 99).capacity).toBe(before.capacity - 1000);
  });
});

describe("occupancy", () => {
  it("occupancy is set against the capacity after a dated change", () => {
    const scenario = syntheticScenario({ capacityChanges: [at(100, 2000)] });
    const results = syntheticResults(scenario, 1);
    const stock = measureValues(scenario, results, "us.facility.U00.stock", 5)[0]!;
    expect(measureValues(scenario, results, "us.facility.U00.occupancy", 5)[0]).toBe(stock / (2000 + 1100));
  });

  it("an institution that opens later has an occupancy from then on", () => {
    const opening = { facility: 0, day: 200, slip: null, capacity: 900 };
    const plainScenario = syntheticScenario({ capacityChanges: [opening] });
    const [first] = plainScenario.parameters.regimes;
    const closed = { ...first!, capacity: first!.capacity.map((beds, f) => (f < 2 ? 0 : beds)) };
    const scenario = {
      ...plainScenario,
      parameters: { ...plainScenario.parameters, regimes: [closed] },
    };
    const results = syntheticResults(syntheticScenario(), 1);
    expect(measureValues(scenario, results, "us.facility.U00.occupancy", 1)[0]).toBeNaN();
    expect(measureValues(scenario, results, "us.facility.U00.occupancy", 12)[0]).toBeGreaterThan(0);
  });
});

describe("capacityTerm", () => {
  const rated = syntheticScenario();
  const available = syntheticScenario({ id: "b", title: "Less beds", capacityDefinition: "available" });
  const own = syntheticScenario({ id: "c", capacityDefinition: "own" });

  it("capacityTerm names the one definition of all", () => {
    expect(capacityTerm([rated], ["us", "mx"], en)).toEqual({ name: "rated capacity", note: "" });
    expect(capacityTerm([own], ["us"], en).name).toBe("own capacity");
    expect(capacityTerm([available], ["us", null], en)).toEqual({
      name: "available capacity",
      note: "Capacity: available capacity (rated capacity less beds off line).",
    });
  });

  it("capacityTerm says which system has which where they differ", () => {
    const { name, note } = capacityTerm([available], ["us", "mx"], en);
    expect(name).toBe("capacity");
    expect(plain(note)).toBe(
      "Capacity: United States, Bureau of Prisons, available capacity (rated capacity less beds off line); " +
        "Mexico, rated capacity.",
    );
  });

  it("capacityTerm says which scenario has which where they differ", () => {
    const { name, note } = capacityTerm([rated, available], ["us"], en);
    expect(name).toBe("capacity");
    expect(plain(note)).toContain("Bureau of Prisons under “No change”, rated capacity; United States");
    expect(plain(note)).toContain("under “Less beds”, available capacity (");
  });

  it("limitsOf says what occupancy is measured against, and when planned days stand for real ones", () => {
    const limits = limitsOf(available, en).map(plain);
    expect(limits).toContain(
      "Occupancy in United States, Bureau of Prisons is measured against available capacity (rated capacity less beds off line).",
    );
    expect(limits).toContain("Occupancy in Mexico is measured against rated capacity.");
    expect(limits).not.toContain(en.page.limits.plannedDay);
    expect(limitsOf(syntheticScenario({ capacityChanges: [at(9, 1)] }), en)).not.toContain(
      en.page.limits.plannedDay,
    );
    expect(limitsOf(syntheticScenario({ capacityChanges: [at(9, 1, true)] }), en)).toContain(
      en.page.limits.plannedDay,
    );
  });
});
