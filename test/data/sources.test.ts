import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSource } from "../../data/pipeline/readSource.ts";
import { readTable } from "./readTable.ts";

const known = new Set(readSource("citations.csv").map((row) => String(row.id)));
const files = readdirSync(new URL("../../data/sources/", import.meta.url)).filter((name) =>
  name.endsWith(".csv"),
);
const dateColumns = [
  "as_of_date",
  "as_of",
  "date",
  "rated_capacity_asof",
  "fiscal_or_calendar_year",
  "period",
];
dateColumns.push("fiscal_year", "year", "year_or_date", "transfer_date");

/** Ids that a citation names but that the list of citations lacks. */
function unknownIds(citation: string): string[] {
  return citation.split(";").filter((id) => !known.has(id));
}

describe("data/sources", () => {
  it("citations has no id twice and a title for every id", () => {
    const rows = readSource("citations.csv");
    expect(known.size).toBe(rows.length);
    expect(rows.filter((row) => row.title === "")).toEqual([]);
  });

  it.each(files.filter((name) => name !== "citations.csv"))(
    "%s names a known source and a date in every row",
    (name) => {
      for (const row of readSource(name)) {
        expect(unknownIds(String(row.source_id)), JSON.stringify(row)).toEqual([]);
        expect(
          dateColumns.some((column) => (row[column] ?? "") !== ""),
          JSON.stringify(row),
        ).toBe(true);
      }
    },
  );
});

const tables = readdirSync(new URL("../../data/tables/", import.meta.url)).filter((name) =>
  name.endsWith(".json"),
);

describe("data/tables", () => {
  it.each(tables)("%s has a head, known sources and a dated note", (name) => {
    const table = readTable<Readonly<Record<string, unknown>>>(name.replace(".json", ""));
    expect(table.table).toBe(name.replace(".json", ""));
    expect(table.title).not.toBe("");
    expect(table.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(["observed", "derived", "assumption"]).toContain(table.mark);
    expect(table.note).not.toBe("");
    expect(table.sources.filter((id) => !known.has(id))).toEqual([]);
  });

  it.each(tables)("%s names only known sources in its rows", (name) => {
    for (const row of readTable<Readonly<Record<string, unknown>>>(name.replace(".json", "")).rows) {
      if (typeof row.source === "string") expect(unknownIds(row.source), JSON.stringify(row)).toEqual([]);
    }
  });
});
