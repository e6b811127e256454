import type { CaseRow, PublishedCase } from "../experiments/index.ts";

/** Columns of the table of cases. */
export const CASE_COLUMNS = ["figure", "unit", "ours", "published", "difference", "%", "made by"] as const;

/** Figures of one case, as text. */
export function caseCells(rows: readonly CaseRow[]): string[][] {
  return rows.map(({ what, unit, ours, published, difference, relative, kind }) => [
    what,
    unit,
    shown(ours),
    publishedText(published),
    difference === 0 ? "none" : signed(difference, shown(Math.abs(difference))),
    difference === 0 ? "" : signed(relative, (100 * Math.abs(relative)).toFixed(1)),
    MADE_BY[kind],
  ]);
}

const MADE_BY: Readonly<Record<CaseRow["kind"], string>> = {
  announcedValue: "closed form",
  quotient: "closed form",
  shareOfRest: "closed form",
  bedYearsOfCut: "closed form",
  occupancyByFlows: "closed form",
  occupancyOfRest: "closed form",
  leverRatio: "closed form",
  recorded: "recorded table",
  scenario: "simulation",
};

function publishedText({ low, high, words }: CaseRow["published"]): string {
  if (low === high) return words === "" ? shown(low) : `${shown(low)} (${words})`;
  return `${shown(low)} – ${shown(high)} (${words})`;
}

/** Thousands apart from 1,000 on; four digits below 10. */
function shown(value: number): string {
  const [whole = "", decimals] = value.toFixed(value < 10 ? 4 : value < 1000 ? 1 : 0).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const rest = decimals?.replace(/0+$/, "") ?? "";
  return rest === "" ? grouped : `${grouped}.${rest}`;
}

function signed(value: number, text: string): string {
  return `${value < 0 ? "−" : "+"}${text}`;
}

/** Where the publication was read. */
export function sourceSentence({ source, secondary }: Pick<PublishedCase, "source" | "secondary">): string {
  return `${secondary ? "Secondary: read in another page's account. " : ""}${source}.`;
}
