import { describe, expect, it } from "vitest";
import { bisect } from "../../data/pipeline/bisect.ts";
import { stockAt } from "../../data/pipeline/mxGrowth.ts";
import { surveyedSentences, tilted } from "../../data/pipeline/mxSentences.ts";
import { meanYears } from "../../data/pipeline/stayBands.ts";

const midpoint = (from: number, to: number, f: (u: number) => number, steps = 100_000): number => {
  let sum = 0;
  for (let i = 0; i < steps; i += 1) sum += f(from + ((to - from) * (i + 0.5)) / steps);
  return (sum * (to - from)) / steps;
};

describe("meanYears", () => {
  const band = { fromYears: 1, toYears: 6 };
  const inside = (u: number) => Math.min(1, Math.max(0, (6 - u) / 5));

  it.each([
    [0, 2],
    [0, Number.POSITIVE_INFINITY],
    [0.3, 0.5],
    [0.3, 4],
    [0.3, Number.POSITIVE_INFINITY],
  ])("meanYears at a hazard of %f within %f years agrees with a fine sum", (hazard, within) => {
    const sum = midpoint(0, Math.min(within, 6), (u) => inside(u) * Math.exp(-hazard * u));
    expect(meanYears(band, hazard, within)).toBeCloseTo(sum, 7);
  });

  it("meanYears of a fixed stay is that of a competing exponential", () => {
    expect(meanYears({ fromYears: 2, toYears: 2 }, 0.5)).toBeCloseTo((1 - Math.exp(-1)) / 0.5, 12);
  });
});

describe("bisect", () => {
  it("bisect finds the root of a falling function, and gives null where the sign stays", () => {
    expect(bisect(0, 4, (x) => 2 - x * x)).toBeCloseTo(Math.SQRT2, 12);
    expect(bisect(0, 1, (x) => 2 - x * x)).toBeNull();
  });
});

describe("tilted", () => {
  const sentences = surveyedSentences();

  it("surveyedSentences add to 1, with 39 percent of 21 years or more", () => {
    expect(sentences.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(sentences.at(-1)).toMatchObject({ fromYears: 21, toYears: 60, share: 0.39 });
  });

  it("tilted keeps the sum and moves shares to long sentences; no tilt changes nothing", () => {
    expect(tilted(sentences, 0).map(({ share }) => share)).toEqual(
      sentences.map(({ share }) => expect.closeTo(share, 12)),
    );
    const shares = tilted(sentences, 0.05).map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares.at(-1)).toBeGreaterThan(0.39);
    expect(shares[0]).toBeLessThan(sentences[0]?.share ?? 0);
  });
});

describe("stockAt", () => {
  const stream = {
    id: "s",
    operator: "state",
    jurisdiction: "local",
    sex: "male",
    track: "convicted",
    persons: 100,
    pretrialPersons: 80,
    sentencingPerYear: 0.4,
    bands: [{ fromYears: 1, toYears: 1, perYear: 100 }],
  } as const;
  const steps = [
    { from: "2025-01-01", factor: 1.5 },
    { from: "2026-01-01", factor: 1 },
  ];

  it.each([
    ["2024-12-31", 100],
    ["2025-07-02", 100 + 50 * (182 / 365.25)],
    ["2026-01-01", 100 + 50 * (365 / 365.25)],
    ["2027-01-02", 100],
  ])("stockAt on %s follows a stay of one year to %f people", (date, people) => {
    expect(stockAt([stream], 0, steps, date)).toBeCloseTo(people, 1);
  });

  it("stockAt lets people before trial leave by their sentence as well", () => {
    const pretrial = stockAt([stream], 0, steps, "2026-01-01", "pretrialPersons");
    expect(pretrial).toBeCloseTo(80 + (50 * (1 - Math.exp(-0.4))) / 0.4, 1);
  });

  it("stockAt leaves federal centres as they are", () => {
    expect(stockAt([{ ...stream, operator: "federal" }], 0, steps, "2026-01-01")).toBe(100);
  });
});
