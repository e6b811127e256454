import { describe, expect, it } from "vitest";
import { usRecord } from "../../cli/backtestRecord.ts";
import { runReplication } from "../../engine/index.ts";
import { admissionsOutlook, admissionsPath } from "../../experiments/backtest/admissionsPath.ts";
import { forecastsFrom, originsOf } from "../../experiments/backtest/backtest.ts";
import { flowYears, knownAt } from "../../experiments/backtest/history.ts";
import { shareInside, yearsInside } from "../../experiments/backtest/lognormalStay.ts";
import {
  expectedStock,
  originModel,
  type SystemRecord,
  YEARS_AHEAD,
} from "../../experiments/backtest/originModel.ts";
import { compiledOrigin, originScenario } from "../../experiments/backtest/originScenario.ts";
import { longestLeftYears, peopleOut } from "../../experiments/backtest/policies.ts";
import { barsOf, crowdingErrors, modelErrors, skillRows } from "../../experiments/backtest/skill.ts";
import { measureReader } from "../../reports/index.ts";

const record = usRecord();
const [cut] = record.cuts as [SystemRecord["cuts"][number]];

/** The record of a system a hundredth as large. */
function hundredth({ history, cuts, shock }: SystemRecord): SystemRecord {
  const small = (value: number | null) => (value === null ? null : Math.round(value / 100));
  return {
    shock,
    cuts: cuts.map((one) => ({ ...one, persons: one.persons / 100, bedYears: one.bedYears / 100 })),
    history: history.map((row) => ({
      ...row,
      yearEndStock: small(row.yearEndStock)!,
      sentencedStock: small(row.sentencedStock)!,
      admissions: small(row.admissions),
      releases: small(row.releases),
      deaths: small(row.deaths),
    })),
  };
}

/** Mean and standard error of the simulated stock at the end of each year. */
function simulated(small: SystemRecord, origin: number, replications: number) {
  const model = originModel(small, origin);
  const held = { ...model, admissions: { ...model.admissions, yearlySd: 0 } };
  const scenario = compiledOrigin(held);
  const results = Array.from({ length: replications }, (_, i) => runReplication(scenario.parameters, "1", i));
  return Array.from({ length: YEARS_AHEAD }, (_, year) => {
    const read = measureReader(scenario, "us.system.stock", year);
    const values = results.map(read);
    const mean = values.reduce((sum, value) => sum + value, 0) / replications;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const error = Math.sqrt(squares / (replications - 1) / replications);
    return { mean, error, expected: expectedStock(held, year + 1) };
  });
}

describe("originScenario(model)", () => {
  it.each([1996, 2014, 2016])("knows nothing that came after %i", (origin) => {
    const altered = {
      ...record,
      history: record.history.map((row) =>
        row.year <= origin
          ? row
          : {
              ...row,
              yearEndStock: row.yearEndStock * 2,
              sentencedStock: 1,
              admissions: 7,
              releases: 9,
              deaths: 3,
              bopCustody: 5,
              ratedCapacity: 4,
            },
      ),
      cuts: record.cuts.map((one) =>
        one.publicFrom <= `${origin}-12-31` ? one : { ...one, persons: 9e4, cutMonths: 40 },
      ),
    };
    expect(originScenario(originModel(altered, origin))).toEqual(originScenario(originModel(record, origin)));
  });

  it("changes with a figure of the origin itself", () => {
    const altered = {
      ...record,
      history: record.history.map((row) => (row.year === 2005 ? { ...row, admissions: 60_000 } : row)),
    };
    expect(originScenario(originModel(altered, 2005))).not.toEqual(originScenario(originModel(record, 2005)));
  });

  it("begins with everybody who was inside", () => {
    const { systems } = originScenario(originModel(record, 2014));
    const persons = systems.us.initialStock.reduce((sum, row) => sum + row.persons, 0);
    expect(persons).toBe(210_567);
  });

  it.each([2005, 2014, 2015])("simulates what the closed form expects from %i", (origin) => {
    for (const { mean, error, expected } of simulated(hundredth(record), origin, 60)) {
      expect(Math.abs(mean - expected)).toBeLessThan(4 * error + 1);
    }
  });

  it("awaits an announced cut from the day it is public, not before", () => {
    expect(originModel(record, 2013).awaited).toEqual([]);
    expect(originModel(record, 2014).awaited.map(({ cut: { id } }) => id)).toEqual(["drugs-minus-two"]);
    expect(originModel(record, 2015).awaited).toEqual([]);
  });
});

describe("a retroactive cut", () => {
  it("saves the bed-years that were published", () => {
    const longest = longestLeftYears(cut);
    const steps = 100_000;
    const saved = Array.from({ length: steps }, (_, i) => Math.min((longest * (i + 0.5)) / steps, 25 / 12));
    const bedYears = (cut.persons * saved.reduce((sum, years) => sum + years, 0)) / steps;
    expect(bedYears).toBeCloseTo(cut.bedYears, 0);
  });

  it("lets nobody out before its date, and everybody in the end", () => {
    expect(peopleOut(cut, 2014)).toBe(0);
    expect(peopleOut(cut, 2015)).toBeGreaterThan(0.3 * cut.persons);
    expect(peopleOut(cut, 2030)).toBe(0);
  });

  it("must save what its persons and months allow", () => {
    expect(() => longestLeftYears({ ...cut, bedYears: 1e6 })).toThrow('"drugs-minus-two"');
  });
});

describe("admissions", () => {
  const flows = (origin: number) => flowYears(knownAt(record.history, origin));

  it("go on with a damped trend, the mean of two changes", () => {
    const { level, trend } = admissionsOutlook(flows(1998), record.shock);
    expect([level, trend]).toEqual([38_219, (38_219 - 30_239) / 2]);
    expect(admissionsPath({ level: 100, trend: 10, yearlySd: 0.1 }, 2)).toEqual([109, 117.1]);
  });

  it("come back after a shock, which makes no trend", () => {
    expect(admissionsOutlook(flows(2020), record.shock)).toMatchObject({ level: 46_051, trend: 0 });
    expect(admissionsOutlook(flows(2021), record.shock)).toMatchObject({ level: 42_174, trend: 0 });
  });

  it("are as uncertain as the same rule was at earlier origins", () => {
    const { yearlySd } = admissionsOutlook(flows(1995), record.shock);
    const errors = [Math.log(27_271 / 25_235), Math.log(27_337 / (27_271 + 0.9 * 2036))];
    expect(yearlySd).toBeCloseTo(Math.hypot(...errors) / Math.SQRT2, 12);
  });

  it("are never below 0", () => {
    expect(admissionsPath({ level: 10, trend: -20, yearlySd: 0 }, 2)).toEqual([0, 0]);
  });
});

describe("knownAt(history, origin)", () => {
  it("requires every year", () => {
    expect(() => knownAt([{ year: 2000 }, { year: 2002 }], 2002)).toThrow("every year up to 2002");
    expect(() => knownAt([{ year: 2000 }], 2002)).toThrow("every year up to 2002");
  });
});

describe("a lognormal stay", () => {
  it("is the integral of its survival function", () => {
    const stay = { meanYears: 3, cv: 1 };
    const mu = Math.log(3) - Math.log(2) / 2;
    expect(yearsInside(stay, 1e6)).toBeCloseTo(3, 9);
    const [step, at] = [1e-4, Math.exp(mu)];
    expect((yearsInside(stay, at + step) - yearsInside(stay, at - step)) / (2 * step)).toBeCloseTo(0.5, 6);
    expect(shareInside(stay, 0)).toBeCloseTo(yearsInside(stay, 1), 12);
  });
});

describe("the skill record", () => {
  const forecasts = originsOf(record.history).flatMap((origin) => {
    const stock = (years: number) =>
      record.history.find(({ year }) => year === origin + years)?.yearEndStock ?? 1;
    const right = [1, 2, 4, 5].map((years) => Float64Array.from([0.99, 1.01], (x) => x * stock(years)));
    return forecastsFrom(record.history, origin, right);
  });

  it("reproduces the orientation of the design: naive 3.9 %, drift 1.8 % without the shock", () => {
    const rows = skillRows(forecasts);
    const mape = (method: string) =>
      rows.find((row) => row.method === method && row.horizon === 1)!.withoutShock!.mape;
    expect(mape("naive")).toBeCloseTo(0.039, 3);
    expect(mape("drift")).toBeCloseTo(0.018, 3);
    expect(mape("model")).toBeCloseTo(0, 12);
  });

  it("scores each horizon only where something came", () => {
    const counts = skillRows(forecasts).filter(({ method }) => method === "ets");
    expect(counts.map(({ all }) => all!.forecasts)).toEqual([26, 25, 23, 22]);
    expect(counts.map(({ withoutShock }) => withoutShock!.forecasts)).toEqual([24, 23, 21, 20]);
  });

  it("says of every bar whether it holds", () => {
    const crowding = crowdingErrors(record.history, forecasts);
    const bars = barsOf(skillRows(forecasts), crowding);
    expect(bars.map(({ id, holds }) => [id, holds])).toEqual([
      ["oneYear", true],
      ["better", true],
      ["twoYears", true],
      ["coverage", false],
      ["crowding", true],
    ]);
    const off = forecasts.map((one) => ({ ...one, point: one.point * (one.method === "model" ? 1.05 : 1) }));
    const missed = barsOf(skillRows(off), crowdingErrors(record.history, off));
    expect(missed.slice(0, 3).map(({ holds }) => holds)).toEqual([false, false, false]);
  });

  it("has model errors with all residuals, the shock among them", () => {
    const [one] = modelErrors(forecasts);
    expect(one!.residuals.map(({ origin }) => origin)).toContain(2019);
    expect(one!.forecasts).toBe(26);
  });
});
