import type { MxFacility } from "./mxFacilities.ts";
import { type SourceRow, textOf } from "./readSource.ts";

/** Score that stands for a printed band of CNDH scores; the lowest score of 2024 was 4.9 (MX70). */
const bandScores: Readonly<Record<string, number>> = { "6.0-7.9": 6.95, "0.0-5.9": 5.4, "8.0-10": 9 };

/** Newest CNDH score of a state system or federal centre, with its source, or null. */
export function governanceScore(facility: MxFacility, rows: readonly SourceRow[]) {
  const subject = facility.id.replace(/^CEFERESO_0?/, "CEFERESO ");
  const own = rows.filter((row) =>
    facility.operator === "federal"
      ? row.kind === "cndh_dnsp" && row.subject === subject
      : row.subject === "state prisons" && row.state === textOf(facility.place, "state"),
  );
  const scored = own
    .filter((row) => row.date !== "undated")
    .map((row) => ({ row, score: bandScores[textOf(row, "value")] ?? Number(textOf(row, "value")) }))
    .filter((entry) => Number.isFinite(entry.score));
  // Newest first; within a year an exact score before a band.
  scored.sort((a, b) => {
    const [yearA, yearB] = [textOf(a.row, "date"), textOf(b.row, "date")];
    if (yearA !== yearB) return yearA < yearB ? 1 : -1;
    return Number(a.row.kind === "cndh_dnsp_band") - Number(b.row.kind === "cndh_dnsp_band");
  });
  const newest = scored[0];
  return newest === undefined ? null : { score: newest.score, source: textOf(newest.row, "source_id") };
}
