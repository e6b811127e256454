import { describe, expect, it } from "vitest";
import { evenEntryAges, publishedAges } from "../../data/pipeline/ages.ts";
import { solveEntryAges } from "../../data/pipeline/entryAges.ts";
import { cumulativeHazard, gompertzBands, hazardAtAge } from "../../data/pipeline/mortality.ts";
import { proportionalFit } from "../../data/pipeline/proportionalFit.ts";
import { relativeEntropyFit, solveSymmetric } from "../../data/pipeline/relativeEntropyFit.ts";
import { Survival, stockAges } from "../../data/pipeline/survival.ts";
import { reductionClasses, servedTerm, type TimeServedRule } from "../../data/pipeline/timeToServe.ts";
import { levelInCommunity } from "../../data/pipeline/usLevels.ts";
import { occupancyPersistence } from "../../data/pipeline/usOccupancyPersistence.ts";
import { joinSmallStreams } from "../../data/pipeline/usStreamStock.ts";
import { readInstitutions } from "../../data/pipeline/usUnits.ts";

const rule: TimeServedRule = {
  share: 0.85,
  preTrialCreditDays: 100,
  minimumDays: 60,
  drugTreatment: { share: 0.3, days: 329, minimumSentenceDays: 730 },
  firstStepAct: { share: 0.4, perDay: 0.4, maximumDays: 365 },
};
const people = (drugTreatment: boolean, firstStepAct: boolean) => ({ share: 1, drugTreatment, firstStepAct });

describe("servedTerm", () => {
  it("servedTerm brings forward what credits of 0.4 a day inside come to", () => {
    const term = servedTerm(rule, 1000, people(false, true));
    expect(term.days).toBeCloseTo(750 / 1.4, 9);
    expect(0.4 * term.days).toBeCloseTo(750 - term.days, 9);
    expect(term.extraPlacementDays).toBe(0);
  });

  it("servedTerm gives credits beyond 365 days to the final placement", () => {
    const term = servedTerm(rule, 4000, people(false, true));
    const credits = (3300 * 0.4) / 1.4;
    expect(term.days).toBeCloseTo(3300 - 365, 9);
    expect(term.extraPlacementDays).toBeCloseTo(credits - 365, 9);
  });

  it("servedTerm takes the drug programme off before credits are earned, and off no short sentence", () => {
    expect(servedTerm(rule, 1000, people(true, true)).days).toBeCloseTo((750 - 329) / 1.4, 9);
    expect(servedTerm(rule, 700, people(true, false)).days).toBeCloseTo(495, 9);
  });

  it("servedTerm keeps the minimum", () => {
    expect(servedTerm(rule, 150, people(true, true)).days).toBe(60);
  });
});

describe("reductionClasses", () => {
  it("reductionClasses are four with independent shares that add to 1", () => {
    const classes = reductionClasses(rule);
    expect(classes.map((entry) => entry.share).sort()).toEqual(
      [0.7 * 0.6, 0.7 * 0.4, 0.3 * 0.6, 0.3 * 0.4].sort(),
    );
  });
});

describe("relativeEntropyFit", () => {
  const seed = [1, 2, 3, 1];
  const sums = [
    { name: "row 1", weights: [1, 1, 0, 0], target: 40 },
    { name: "row 2", weights: [0, 0, 1, 1], target: 60 },
    { name: "column 1", weights: [1, 0, 1, 0], target: 30 },
  ];

  it("relativeEntropyFit with plain sums gives what proportional fitting gives", () => {
    const { cells } = relativeEntropyFit(seed, sums);
    const ipf = proportionalFit(seed, [
      { name: "row", groupOfCell: [0, 0, 1, 1], targets: [40, 60] },
      { name: "column", groupOfCell: [0, 1, 0, 1], targets: [30, 70] },
    ]).cells;
    cells.forEach((cell, index) => {
      expect(cell).toBeCloseTo(ipf[index] ?? 0, 6);
    });
  });

  it("relativeEntropyFit of a fair die with mean 4.5 is that of Jaynes (Brandeis lectures, 1962)", () => {
    const faces = [1, 2, 3, 4, 5, 6];
    const { cells } = relativeEntropyFit(
      faces.map(() => 1 / 6),
      [
        { name: "sum", weights: faces.map(() => 1), target: 1 },
        { name: "mean", weights: faces, target: 4.5 },
      ],
    );
    const jaynes = [0.05435, 0.07877, 0.11416, 0.16545, 0.23977, 0.34749];
    cells.forEach((cell, index) => {
      expect(cell).toBeCloseTo(jaynes[index] ?? 0, 5);
    });
  });

  it("relativeEntropyFit says which conditions cannot hold together", () => {
    const impossible = { name: "more than all", weights: [1, 0, 0, 0], target: 50 };
    expect(() => relativeEntropyFit(seed, [...sums, impossible])).toThrow(RangeError);
  });
});

describe("solveSymmetric", () => {
  it("solveSymmetric solves a system whose first pivot is zero", () => {
    expect(
      solveSymmetric(
        [
          [0, 2],
          [2, 1],
        ],
        [4, 5],
      ),
    ).toEqual([1.5, 2]);
  });
});

describe("gompertzBands", () => {
  it("gompertzBands double in the years that are asked for", () => {
    const bands = gompertzBands(0.001, 10);
    expect(hazardAtAge(bands, 62) / hazardAtAge(bands, 52)).toBeCloseTo(2, 9);
    expect(hazardAtAge(bands, 10)).toBe(bands[0]?.perYear);
  });

  it("cumulativeHazard is the area under the bands", () => {
    const bands = [
      { fromAge: 0, perYear: 0.1 },
      { fromAge: 20, perYear: 0.3 },
    ];
    expect(cumulativeHazard(bands, 30)).toBeCloseTo(5, 9);
  });
});

describe("Survival", () => {
  const constant = [{ fromAge: 0, perYear: 0.02 }];
  const ages = [{ fromAge: 20, toAge: 30, share: 1 }];

  it("Survival with a constant hazard has the mean stay of a competing exponential", () => {
    const survival = new Survival(ages, constant);
    const years = 7.3;
    const expected = (1 - Math.exp(-0.02 * years)) / 0.02;
    expect(survival.meanDays(years * 365.25) / 365.25).toBeCloseTo(expected, 4);
  });

  it("stockAges of people who all serve ten years from age 20 to 30 on are spread over 20 to 40", () => {
    const survival = new Survival(ages, [{ fromAge: 0, perYear: 0 }]);
    const tenYears = Float64Array.from({ length: 120 }, () => 3);
    const now = [20, 30, 40].map((fromAge) => ({ fromAge, toAge: fromAge + 10, share: 0 }));
    const { personsByEntryBand, deathsPerYear } = stockAges(survival, tenYears, now);
    expect(personsByEntryBand[0]?.map((persons) => Math.round(persons * 10) / 10)).toEqual([15, 15, 0]);
    expect(deathsPerYear).toBe(0);
  });
});

describe("solveEntryAges", () => {
  it("solveEntryAges gives back the ages that made the stock", () => {
    const survival = new Survival(evenEntryAges(), gompertzBands(0.001, 8));
    const months = Float64Array.from({ length: 240 }, (_, month) => Math.exp(-month / 60));
    const bands = publishedAges("2022-12-31");
    const persons = stockAges(survival, months, bands).personsByEntryBand;
    const truth = [0.01, 0.1, 0.2, 0.2, 0.15, 0.12, 0.1, 0.06, 0.03, 0.02, 0.01];
    const stock = bands.map((_, age) =>
      truth.reduce((total, share, entry) => total + share * (persons[entry]?.[age] ?? 0), 0),
    );
    const whole = stock.reduce((total, value) => total + value, 0);
    const solved = solveEntryAges(
      evenEntryAges(),
      persons,
      stock.map((value) => value / whole),
      20_000,
    );
    solved.forEach((band, index) => {
      expect(Math.abs(band.share - (truth[index] ?? 0)), `${band.fromAge}`).toBeLessThan(0.01);
    });
  });
});

describe("levelInCommunity", () => {
  it("levelInCommunity is one lower, and never a level without units of the sex", () => {
    expect(levelInCommunity("high", "male")).toBe("medium");
    expect(levelInCommunity("minimum", "male")).toBe("minimum");
    expect(levelInCommunity("low", "female")).toBe("minimum");
  });
});

describe("occupancyPersistence", () => {
  it("occupancyPersistence is 1 with no error when every count has stayed in proportion", () => {
    const same = readInstitutions().map((institution) => ({
      ...institution,
      units: institution.units.slice(0, 1).map((unit) => ({ ...unit, kind: "fci" })),
      row: {
        ...institution.row,
        population_2025_09_persons:
          institution.row.population_2020_02_persons === ""
            ? ""
            : String(0.8 * Number(institution.row.population_2020_02_persons)),
        population_2025_09_note: "",
      },
    }));
    const { slope, standardError } = occupancyPersistence(same);
    expect(slope).toBeCloseTo(1, 9);
    expect(standardError).toBeLessThan(1e-6);
  });
});

describe("joinSmallStreams", () => {
  it("joinSmallStreams moves fewer than five people to another citizenship and loses nobody", () => {
    const stream = { offence: "violent", sex: "female" } as const;
    const joined = joinSmallStreams([
      { ...stream, id: "violent-treaty-female", citizenship: "treaty", persons: 2 },
      { ...stream, id: "violent-MX-female", citizenship: "MX", persons: 3 },
      { ...stream, id: "violent-other-female", citizenship: "other", persons: 9 },
    ]);
    expect(joined.map((entry) => [entry.id, entry.persons])).toEqual([["violent-other-female", 14]]);
  });
});
