import { describe, expect, it } from "vitest";
import type { ModelParameters } from "../../engine/parameters.ts";
import { analyse } from "../../reports/analyse.ts";
import { peopleHtml } from "../../reports/page/peopleHtml.ts";
import { peopleTable } from "../../reports/peopleTable.ts";
import { en } from "../../reports/text/en.ts";
import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { syntheticAnalysis } from "./syntheticAnalysis.ts";
import { syntheticResults } from "./syntheticResults.ts";
import { type SyntheticOptions, syntheticScenario } from "./syntheticScenario.ts";

function rowsOf(scenario: CompiledScenario): readonly (readonly string[])[] {
  return peopleTable(analyse([{ scenario, results: syntheticResults(scenario, 3) }]), en).rows;
}

const titlesOf = (scenario: CompiledScenario): string[] => rowsOf(scenario).map(([title = ""]) => title);

function withParameters(change: Partial<ModelParameters>, options: SyntheticOptions = {}): CompiledScenario {
  const scenario = syntheticScenario(options);
  return { ...scenario, parameters: { ...scenario.parameters, ...change } };
}

const regime = syntheticScenario().parameters.regimes[0]!;
const placed = {
  facility: 1,
  share: 0.5,
  detainerShare: 0,
  days: { kind: "fixed", days: 180 },
  waitAtStartDays: 0,
  regroup: [],
} as const;

describe("peopleTable", () => {
  it("peopleTable shows own levels on day 0 and on the last day, and the change of each scenario", () => {
    const { columns, rows } = peopleTable(syntheticAnalysis(), en);
    expect(columns).toEqual([
      "Measure",
      "Unit",
      "On 2026-01-01",
      "On 2028-01-01",
      "Change under “Scenario double”",
      "Change under “Scenario same”",
    ]);
    const high = rows.find(([title]) => title?.endsWith("own level high security"));
    expect(high?.slice(1)).toEqual([
      "%",
      "20.0",
      "40.00 ± 0",
      "no difference at all",
      "no difference at all",
    ]);
  });

  it("peopleTable leaves out what the rules cannot bring about", () => {
    const titles = titlesOf(syntheticScenario());
    expect(titles.filter((title) => /wait|detainer|Reclass|balance|closed|staff/.test(title))).toEqual([]);
    expect(titles.some((title) => title.startsWith("Mean time served by those released"))).toBe(true);
  });

  it("peopleTable shows closures, balancing, reclassification and limited places where they can happen", () => {
    const stream = regime.streams[0]!;
    const titles = titlesOf(
      withParameters({
        capacityChanges: [{ facility: 0, day: 50, slip: null, capacity: 0 }],
        regimes: [
          {
            ...regime,
            placementLimit: regime.placementLimit.map((_, f) => (f === 1 ? 100 : null)),
            balancing: [{ everyDays: 90, aboveOccupancy: 1.5 }, null],
            streams: [
              {
                ...stream,
                reclassification: [{ from: 0, to: 1, perDay: 0.001 }],
                finalPlacement: { ...placed, detainerShare: 0.2 },
              },
              ...regime.streams.slice(1),
            ],
          },
        ],
      }),
    );
    const starts = [
      "People inside: ",
      "People inside who wait",
      "People kept from",
      "Released while",
      "Recl",
      "Moves for",
      "People moved because",
    ];
    expect(starts.filter((start) => !titles.some((title) => title.startsWith(start)))).toEqual([]);
  });

  it("peopleTable shows the harm measures that the scenario has inputs for", () => {
    const rows = rowsOf(syntheticScenario({ harm: { staff: 1000 } }));
    const row = rows.find(([title]) => title?.includes("per staff member"));
    expect(row?.[1]).toBe("people per staff member");
    expect(row?.[2]).toMatch(/^\d+\.\d$/);
  });
});

describe("peopleHtml", () => {
  const assaults = { perPersonPerOfficer: 4.5, perCrowdingPoint: 4.09, perPersons: 5000 };

  function htmlOf(options: SyntheticOptions): string {
    const scenario = syntheticScenario(options);
    const citation = {
      path: "systems.us.harm.staff",
      value: "34000",
      mark: "observed",
      sources: ["BOP-S70"],
      date: "2023-11-01",
      note: null,
    } as const;
    const run = { scenario: { ...scenario, citations: [citation] }, results: syntheticResults(scenario, 2) };
    return peopleHtml(analyse([run]), en);
  }

  it("peopleHtml gives the inputs of harm with their sources", () => {
    expect(htmlOf({ harm: { staff: 34_000 } })).toContain(
      "<li>staff: 34000 (observed, BOP-S70, 2023-11-01)</li>",
    );
  });

  it("peopleHtml says beside the numbers that the coefficients of assaults are not verified", () => {
    expect(htmlOf({ harm: { officers: 500, assaults } })).toContain(
      "coefficients of serious assaults are not verified",
    );
    expect(htmlOf({ harm: { officers: 500 } })).not.toContain("not verified:");
  });
});
