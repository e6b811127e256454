import { numberOf, readSource } from "./readSource.ts";

/** Share of people whose age lies in a band (years); spread evenly within it. */
export interface AgeBand {
  readonly fromAge: number;
  readonly toAge: number;
  readonly share: number;
}

/** Bands of the age at entry whose shares are solved for. */
const entryEdges = [18, 20, 25, 30, 35, 40, 45, 50, 55, 60, 65, 75];

/** Where the solution starts: the same weight for every year of age. */
export function evenEntryAges(): AgeBand[] {
  const years = (entryEdges.at(-1) ?? 0) - (entryEdges[0] ?? 0);
  return entryEdges.slice(1).map((toAge, index) => {
    const fromAge = entryEdges[index] ?? 0;
    return { fromAge, toAge, share: (toAge - fromAge) / years };
  });
}

/** Published ages of the people in federal prison with sentences over one year; the last band has no end. */
export function publishedAges(date: string): AgeBand[] {
  const rows = readSource("us-composition.csv").filter(
    (row) =>
      row.dimension === "age_years" && row.as_of_date === date && /^\d+(-\d+|\+)$/.test(String(row.category)),
  );
  const percents = rows.map((row) => numberOf(row, "percent"));
  const total = percents.reduce((sum, percent) => sum + percent, 0);
  return rows.map((row, index) => {
    const [from = "", to] = String(row.category).replace("+", "").split("-");
    return {
      fromAge: Number(from),
      toAge: to === undefined ? Number.POSITIVE_INFINITY : Number(to) + 1,
      share: (percents[index] ?? 0) / total,
    };
  });
}

/** Equal parts of a year of age that {@link fineAges} gives. */
const PARTS = 2;

/** Ages at the middles of half years, each with its share and the index of its band. */
export function fineAges(bands: readonly AgeBand[]): { age: number; share: number; band: number }[] {
  return bands.flatMap(({ fromAge, toAge, share }, band) => {
    const parts = (toAge - fromAge) * PARTS;
    return Array.from({ length: parts }, (_, part) => ({
      age: fromAge + (part + 0.5) / PARTS,
      share: share / parts,
      band,
    }));
  });
}
