import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { confidenceInterval } from "../../engine/statistics/confidenceInterval.ts";
import { uncertaintyHtml } from "../../reports/page/uncertaintyHtml.ts";
import { sensitivitiesWithModelError, withModelError } from "../../reports/skill/modelError.ts";
import { en } from "../../reports/text/en.ts";
import { sensitivitySections } from "../../reports/uncertainty/sensitivityReport.ts";
import { UNCERTAINTY_SCHEMA } from "../../reports/uncertainty/uncertaintySchema.ts";
import type { VarianceRow } from "../../reports/uncertainty/varianceRow.ts";
import { modelErrorTable, varianceRecords, varianceTable } from "../../reports/uncertainty/varianceTable.ts";
import { syntheticScenario } from "./syntheticScenario.ts";
import { SYNTHETIC_SKILL as record } from "./syntheticSkill.ts";

const scenario = {
  ...syntheticScenario({ id: "plan" }),
  chain: ["plan", "baseline"],
  startDate: "2025-01-01",
};

function row(measure: string, at: string, base?: string): VarianceRow {
  const band = { "0.05": 990, "0.5": 1000, "0.95": 1010 };
  return {
    ...{ scenario: "plan", measure, unit: "persons", at, mean: 1000, split: null, draws: 4, n: 3 },
    bands: { chance: band, parameters: band, together: band },
    ...(base !== undefined && { base }),
  };
}

const uncertainty = withModelError(
  {
    design: "lhs",
    draws: 4,
    parameters: [],
    rows: [
      row("us.system.stock", "2026-01-01"),
      row("us.system.stock", "2034-01-01"),
      row("us.level.low.stock", "2026-01-01"),
      row("us.system.stock", "2026-01-01", "base"),
    ],
  },
  [scenario],
  record,
);

describe("withModelError", () => {
  it("widens the band of the US total alone, as far ahead as errors are known, and no difference", () => {
    // A year less a quarter of a day ahead: 2 % of 1,000, times 1.645, beside 10 on either side.
    const error = 1.6448536 * 0.02 * (365 / 365.25) * 1000;
    const [known, ...others] = uncertainty.rows.map(({ modelError }) => modelError);
    expect(known!["0.05"]).toBeCloseTo(1000 - Math.hypot(10, error), 4);
    expect(known!["0.95"]).toBeCloseTo(1000 + Math.hypot(10, error), 4);
    expect(others).toEqual([undefined, undefined, undefined]);
  });

  it("leaves every other band as it was", () => {
    for (const { bands } of uncertainty.rows) expect(bands.together).toEqual(row("", "").bands.together);
  });

  it("tells the errors by horizon, or null where they are about none of the rows", () => {
    expect(uncertainty.modelError?.map(({ horizonYears }) => horizonYears)).toEqual([1, 2, 4, 5]);
    const rows = [row("us.system.stock", "2026-01-01")];
    const own = withModelError({ ...uncertainty, rows }, [{ ...scenario, chain: ["plan"] }], record);
    expect(own.modelError).toBeNull();
  });

  it("fits the schema", () => {
    const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, formats: { date: true } });
    expect(ajv.validate(UNCERTAINTY_SCHEMA, uncertainty), ajv.errorsText()).toBe(true);
  });
});

describe("reports of the model's own error", () => {
  it("tables say it where it is known, and that it is not known elsewhere", () => {
    expect(varianceTable(uncertainty.rows).rows.map((cells) => cells.at(-1))).toEqual([
      ...["2.0 %", "not known", "not known", "not known"],
    ]);
    const { rows, columns } = modelErrorTable(uncertainty.rows);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toHaveLength(columns.length);
    expect(rows[0]!.slice(-2)).toEqual(["2.0 %", "966 – 1,034"]);
    expect(varianceRecords(uncertainty.rows).map(({ modelErrorRatio }) => modelErrorRatio === null)).toEqual([
      ...[false, true, true, true],
    ]);
  });

  it("a page sets it apart from the bands, with how it was added", () => {
    const html = uncertaintyHtml({ uncertainty, charts: [] }, new Map(), 3, en);
    expect(html).toContain("is in none of these bands");
    expect(html).toContain("966 – 1,034");
    expect(html).toContain("as an independent error");
  });

  it("a sensitivity says how far such forecasts were off, in the unit of the measure", () => {
    const measure = {
      ...{ measure: "us.system.stock", unit: "persons", at: "2027-01-01", parameters: [], level: 0.95, n: 2 },
      written: confidenceInterval([999, 1001], 0.95),
    };
    const measures = sensitivitiesWithModelError([measure], scenario, record);
    expect(measures[0]!.modelError).toBeCloseTo(40, 1);
    const found = {
      method: "morris",
      size: 2,
      points: 3,
      replications: 2,
      parameters: [],
      measures,
    } as const;
    const chart = {
      ...{ id: "a", question: "?", summary: "", panels: [], legend: [], note: "" },
      table: { columns: [], rows: [] },
    };
    expect(sensitivitySections(found, [chart], new Map())[0]!.html).toContain("were off by 40 people");
  });
});
