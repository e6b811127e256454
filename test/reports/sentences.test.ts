import { describe, expect, it } from "vitest";
import type { DifferenceRow, SummaryRow } from "../../reports/rows.ts";
import { en } from "../../reports/text/en.ts";
import { es } from "../../reports/text/es.ts";
import { plain } from "../../reports/text/isolate.ts";

function difference(
  mean: number,
  halfWidth: number | null,
  unit = "persons",
  identical = false,
): DifferenceRow {
  return {
    measure: "us.system.stock",
    unit,
    at: "2030-01-01",
    base: "base",
    scenario: "double",
    mean,
    halfWidth,
    level: 0.95,
    interval: "confidence interval of the mean of paired differences",
    n: halfWidth === null ? 1 : 100,
    shareSameSign: 1,
    varianceReduction: null,
    simultaneous: {
      halfWidth,
      level: 0.95,
      interval: "simultaneous confidence interval of the means of paired differences (Bonferroni)",
      comparisons: 1,
    },
    identical,
  };
}

const AMOUNTS: readonly (readonly [what: string, row: DifferenceRow, en: string, es: string])[] = [
  [
    "the interval first",
    difference(-290.4, 20.2),
    "between 270 and 311 fewer people (95 % confidence interval of the mean; mean 290)",
    "entre 270 y 311 personas menos (intervalo de confianza del 95 % de la media; media 290)",
  ],
  [
    "tens when the interval is that wide",
    difference(12345, 456),
    "between 11,890 and 12,800 more people (95 % confidence interval of the mean; mean 12,350)",
    "entre 11,890 y 12,800 personas más (intervalo de confianza del 95 % de la media; media 12,350)",
  ],
  [
    "percentage points for occupancy",
    difference(-0.0123, 0.0011, "ratio"),
    "between 1.12 and 1.34 percentage points lower (95 % confidence interval of the mean; mean 1.23)",
    "entre 1.12 y 1.34 puntos porcentuales menos (intervalo de confianza del 95 % de la media; media 1.23)",
  ],
  [
    "no detectable difference when the interval holds zero",
    difference(3.2, 8.4),
    "no detectable difference (95 % confidence interval of the mean: −5.2 to 11.6 people)",
    "sin diferencia detectable (intervalo de confianza del 95 % de la media: −5.2 a 11.6 personas)",
  ],
  [
    "a bound near zero that does not round onto it",
    difference(10, 9.997),
    "between 0.003 and 19.997 more people (95 % confidence interval of the mean; mean 10.000)",
    "entre 0.003 y 19.997 personas más (intervalo de confianza del 95 % de la media; media 10.000)",
  ],
  [
    "no difference at all",
    difference(0, 0, "persons", true),
    "no difference at all (equal in all 100 replications)",
    "sin diferencia alguna (igual en las 100 réplicas)",
  ],
  [
    "one equal replication",
    difference(0, null, "persons", true),
    "no difference at all (equal in the one replication)",
    "sin diferencia alguna (igual en la única réplica)",
  ],
  [
    "the same in every replication",
    difference(48, 0),
    "48 more people (the same in every replication)",
    "48 personas más (lo mismo en todas las réplicas)",
  ],
  [
    "the rounding of sums is not an interval",
    difference(0.0072, 1e-18, "ratio"),
    "0.720 percentage points higher (the same in every replication)",
    "0.720 puntos porcentuales más (lo mismo en todas las réplicas)",
  ],
  [
    "one replication",
    difference(-12, null),
    "12 fewer people (one replication, which gives no interval)",
    "12 personas menos (una sola réplica, que no da intervalo)",
  ],
];

describe("amount", () => {
  it.each(AMOUNTS)("amount says %s", (_, row, english, spanish) => {
    expect(en.sentences.amount(row)).toBe(english);
    expect(es.sentences.amount(row)).toBe(spanish);
  });
});

describe("largestChange", () => {
  const one = {
    place: "Mexico",
    base: "No change",
    scenario: "Twice",
    compared: 1,
    undetected: 0,
    identical: 0,
  };

  it("largestChange of one scenario states interval, base and scenario", () => {
    expect(plain(en.sentences.largestChange({ ...one, row: difference(290.4, 20.2) }))).toBe(
      "Mexico: on 2030-01-01 there are between 270 and 311 more people under “Twice” than in “No change” " +
        "(95 % confidence interval of the mean; mean 290).",
    );
    expect(plain(es.sentences.largestChange({ ...one, row: difference(290.4, 20.2) }))).toBe(
      "Mexico: al 1 de enero de 2030 hay entre 270 y 311 personas más con “Twice” que en “No change” " +
        "(intervalo de confianza del 95 % de la media; media 290).",
    );
  });

  it("largestChange of several scenarios says how many show nothing", () => {
    const several = { ...one, compared: 4, undetected: 2, identical: 1, row: difference(-290.4, 20.2) };
    expect(plain(en.sentences.largestChange(several))).toBe(
      "Mexico: on 2030-01-01 there are between 270 and 311 fewer people under “Twice” than in “No change” " +
        "(95 % confidence interval of the mean; mean 290), the largest change of the 4 scenarios compared; " +
        "1 shows no difference at all; 2 show no detectable difference.",
    );
    expect(plain(es.sentences.largestChange(several))).toBe(
      "Mexico: al 1 de enero de 2030 hay entre 270 y 311 personas menos con “Twice” que en “No change” " +
        "(intervalo de confianza del 95 % de la media; media 290), el mayor cambio de los 4 escenarios comparados; " +
        "1 no muestra diferencia alguna; 2 no muestran diferencia detectable.",
    );
  });

  it("largestChange never claims a change that chance may have made", () => {
    const row = difference(3.2, 8.4);
    expect(plain(en.sentences.largestChange({ ...one, undetected: 1, row }))).toBe(
      "Mexico: on 2030-01-01 the number of people inside under “Twice” shows no detectable difference " +
        "(95 % confidence interval of the mean: −5.2 to 11.6 people) against “No change”.",
    );
    expect(plain(es.sentences.largestChange({ ...one, undetected: 1, row }))).toBe(
      "Mexico: al 1 de enero de 2030 el número de personas en prisión con “Twice” frente a “No change” queda " +
        "sin diferencia detectable (intervalo de confianza del 95 % de la media: −5.2 a 11.6 personas).",
    );
    const all = en.sentences.largestChange({ ...one, compared: 3, undetected: 3, row });
    expect(all).toContain("none of the 3 scenarios shows a detectable difference");
    expect(es.sentences.largestChange({ ...one, compared: 3, undetected: 3, row })).toContain(
      "ninguno de los 3 escenarios muestra una diferencia detectable",
    );
    const equal = en.sentences.largestChange({
      ...one,
      identical: 1,
      row: difference(0, 0, "persons", true),
    });
    expect(equal).toContain("no difference at all (equal in all 100 replications)");
  });

  it("largestChange isolates titles from the direction of the sentence", () => {
    const words = en.sentences.largestChange({ ...one, scenario: "\u202eevil", row: difference(9, 1) });
    expect(words).toContain("“\u2068evil\u2069”");
  });
});

describe("stateAt", () => {
  const row: SummaryRow = {
    scenario: "base",
    measure: "us.system.occupancy",
    unit: "ratio",
    at: "2030-01-01",
    mean: 0.9812,
    halfWidth: 0.0021,
    level: 0.95,
    interval: "confidence interval of the mean",
    quantiles: { "0.05": 0.95, "0.25": 0.97, "0.5": 0.98, "0.75": 0.99, "0.95": 1.012 },
    n: 100,
  };

  it("stateAt keeps the interval of the mean apart from the band of outcomes", () => {
    expect(en.sentences.stateAt("Occupancy: US", row)).toBe(
      "On 2030-01-01, Occupancy: US: between 97.91 and 98.33 % (95 % confidence interval of the mean; mean 98.12); " +
        "90 % of outcomes lie between 95.0 and 101.2 %.",
    );
    expect(es.sentences.stateAt("Ocupación: US", row)).toBe(
      "Al 1 de enero de 2030, Ocupación: US: entre 97.91 y 98.33 % (intervalo de confianza del 95 % de la media; media 98.12); " +
        "90 % de los resultados están entre 95.0 y 101.2 %.",
    );
  });

  it("stateAt of one replication gives no interval", () => {
    expect(en.sentences.stateAt("Occupancy: US", { ...row, halfWidth: null })).toBe(
      "On 2030-01-01, Occupancy: US: 98.1 % in the one replication, which gives no interval.",
    );
    expect(es.sentences.stateAt("Ocupación: US", { ...row, halfWidth: null })).toBe(
      "Al 1 de enero de 2030, Ocupación: US: 98.1 % en la única réplica, que no da intervalo.",
    );
  });
});

describe("meanAndHalfWidth", () => {
  it.each([
    [98.12345, 0.456, "98.12 ± 0.46"],
    [1234.5, 0.49, "1,234.5 ± 0.5"],
    [-1234567, 45678, "−1,235,000 ± 46,000"],
    [0, 0, "0 ± 0"],
    [5, null, "5"],
    [0.00004, 0.000031, "0.000040 ± 0.000031"],
  ])("meanAndHalfWidth(%d, %d) rounds by the half-width", (mean, halfWidth, words) => {
    expect(en.format.meanAndHalfWidth(mean, halfWidth, "persons")).toBe(words);
    expect(es.format.meanAndHalfWidth(mean, halfWidth, "persons")).toBe(words);
  });
});

describe("probability", () => {
  it("probability keeps off 0 and 100 per cent unless it is exactly that", () => {
    expect([0, 0.001, 0.5, 0.999, 1].map(en.format.probability)).toEqual([
      "0 %",
      "below 1 %",
      "50 %",
      "above 99 %",
      "100 %",
    ]);
    expect([0, 0.001, 0.5, 0.999, 1].map(es.format.probability)).toEqual([
      "0 %",
      "menos de 1 %",
      "50 %",
      "más de 99 %",
      "100 %",
    ]);
  });
});
