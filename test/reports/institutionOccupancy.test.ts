import { describe, expect, it } from "vitest";
import { quarterlyOccupancies, quarterOf, ratedInstitutions } from "../../reports/institutionOccupancy.ts";
import { measureValues } from "../../reports/measures.ts";
import { gridDate } from "../../reports/selection.ts";
import { overlaid } from "./overlaid.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { syntheticScenario } from "./syntheticScenario.ts";

const scenario = syntheticScenario();
const kept = syntheticResults(scenario, 4);

describe("quarterlyOccupancies", () => {
  it("quarterlyOccupancies are means over replications and the quarter's dates, of results gone through once", () => {
    let passes = 0;
    const results = {
      length: kept.length,
      *[Symbol.iterator]() {
        passes += 1;
        yield* overlaid(kept);
      },
    };
    const run = { scenario, results };
    const institutions = ratedInstitutions(run, "us");
    const quarterly = quarterlyOccupancies(run, institutions);
    expect(passes).toBe(1);
    const { id } = institutions[1]!;
    const dates = scenario.parameters.gridDays.map((_, grid) => grid);
    for (const { quarter, occupancy } of quarterly[1]!) {
      const values = dates
        .filter((grid) => quarterOf(gridDate(scenario, grid)) === quarter)
        .flatMap((grid) => [...measureValues(scenario, kept, `us.facility.${id}.occupancy`, grid)]);
      expect(occupancy).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 12);
    }
    expect(quarterly[1]!.length).toBeGreaterThan(1);
  });
});
