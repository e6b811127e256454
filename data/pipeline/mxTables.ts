import { roundedShares } from "./largestRemainder.ts";
import { type MxFacility, type MxModel, mxAsOf, mxStock } from "./mxModel.ts";
import { numberOf, readSource, type SourceRow, textOf } from "./readSource.ts";
import { type Cell, roundTo, sourceIds, type Table } from "./table.ts";
import { daysPerYear } from "./timeToServe.ts";

type Row = { readonly [key: string]: Cell };

/** Score that stands for a printed band of CNDH scores; the lowest score of 2024 was 4.9 (MX70). */
const bandScores: Readonly<Record<string, number>> = { "6.0-7.9": 6.95, "0.0-5.9": 5.4, "8.0-10": 9 };

/** Newest CNDH score of a state system or federal centre, with its source, or null. */
export function governanceScore(facility: MxFacility, rows: readonly SourceRow[]) {
  const subject = facility.id.replace(/^CEFERESO_0?/, "CEFERESO ");
  const own = rows.filter((row) =>
    facility.jurisdiction === "federal"
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

function facilityRow(facility: MxFacility, governance: readonly SourceRow[]): Row {
  const isFederal = facility.jurisdiction === "federal";
  const score = governanceScore(facility, governance);
  const state = textOf(facility.place, "state");
  const cited = [
    textOf(facility.baseline, "source_id"),
    textOf(facility.place, "source_id"),
    score?.source ?? "",
  ];
  return {
    id: facility.id,
    name: isFederal ? textOf(facility.baseline, "facility_name") : `State centres of ${state}`,
    institution: facility.id,
    level: facility.jurisdiction,
    sex: textOf(facility.place, "sex"),
    region: "MX",
    state,
    latitude: numberOf(facility.place, "latitude_deg"),
    longitude: numberOf(facility.place, "longitude_deg"),
    ratedCapacity: numberOf(
      facility.baseline,
      isFederal ? "capacity_places" : "capacity_incl_adolescent_places",
    ),
    capacityBasis: textOf(facility.baseline, "capacity_basis"),
    capacityQuality: textOf(facility.baseline, "quality"),
    governanceScore: score?.score ?? null,
    source: sourceIds(cited).join(";"),
  };
}

/** Federal centres one by one and the 32 state systems. */
export function mxFacilities(model: MxModel): Table {
  const governance = readSource("mx-governance.csv");
  const rows = model.facilities.map((facility) => facilityRow(facility, governance));
  return {
    table: "mx-facilities",
    title: "Federal centres and state prison systems of Mexico",
    asOf: mxAsOf,
    mark: "derived",
    note:
      "State places include those for adolescents (INEGI). Coordinates are approximate (assumption: capital of the " +
      "state, or the municipality). governanceScore: newest CNDH score; a printed band 6.0-7.9 counts as 6.95 and " +
      "0.0-5.9 as 5.4. CEFEREPSI is a mixed centre; all women of the federal centres are counted in CEFERESO 16.",
    sources: sourceIds(rows.map((row) => String(row.source))),
    rows,
  };
}

const kinds = [
  { jurisdiction: "state", sex: "male" },
  { jurisdiction: "state", sex: "female" },
  { jurisdiction: "federal", sex: "male" },
  { jurisdiction: "federal", sex: "female" },
] as const;

function streamRow(model: MxModel, kind: (typeof kinds)[number]): Row {
  const stay = model[kind.jurisdiction];
  const stock = mxStock(model, kind.jurisdiction, kind.sex);
  const persons = stock.reduce((total, entry) => total + entry.persons, 0);
  const shares = roundedShares(
    stock.map((entry) => entry.persons),
    6,
  );
  const admissions = (stay.admissionsPerYear * persons) / stay.persons;
  const where = kind.jurisdiction === "state" ? "state centres" : "federal centres";
  return {
    id: `${kind.jurisdiction}-${kind.sex}`,
    title: `${kind.sex === "male" ? "Men" : "Women"} in ${where}`,
    citizenship: "MX",
    sex: kind.sex,
    jurisdiction: kind.jurisdiction,
    admissions: `${admissions.toFixed(2)} persons/y`,
    facilities: Object.fromEntries(stock.map((entry, index) => [entry.id, shares[index] ?? 0])),
    stay: { lognormal: { mean: `${roundTo(stay.meanYears * daysPerYear, 1)} d`, cv: stay.variation } },
    deaths: `${model.deathsPerYear} /y`,
    mark: "derived",
    source: "MX02;MX03;MX05;MX80;MX129;MX151",
  };
}

/** Admission streams of the Mexican side. */
export function mxStreams(model: MxModel): Table {
  return {
    table: "mx-streams",
    title: "Admissions to Mexican prisons by jurisdiction of the centre and sex",
    asOf: mxAsOf,
    mark: "derived",
    note:
      "Mean stay = stock / admissions (Little's law); its spread makes the share of the stock that came in at most " +
      "four years ago equal to the survey's 39.5 percent (MX80), state and federal alike. Both sexes have the same " +
      "stay (assumption). Federal admissions leave out people moved in from state centres. Deaths: all causes, 2019.",
    sources: ["MX02", "MX03", "MX05", "MX80", "MX129", "MX151", "ASSUMPTION"],
    rows: kinds.map((kind) => streamRow(model, kind)),
  };
}

/** People at the start by facility and stream. */
export function mxInitialStock(model: MxModel): Table {
  const rows = kinds.flatMap((kind) =>
    mxStock(model, kind.jurisdiction, kind.sex).map((entry) => ({
      facility: entry.id,
      stream: `${kind.jurisdiction}-${kind.sex}`,
      persons: entry.persons,
    })),
  );
  return {
    table: "mx-initial-stock",
    title: "People in Mexican prisons at the start",
    asOf: mxAsOf,
    mark: "derived",
    note: "Baselines of the 32 states and 14 federal centres; women of the states in proportion to the population.",
    sources: sourceIds([
      "MX02;MX03;MX05",
      ...model.facilities.map((one) => textOf(one.baseline, "source_id")),
    ]),
    rows,
  };
}
