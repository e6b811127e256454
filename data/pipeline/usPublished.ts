import { numberOf, numberOrNull, onlyRow, readSource, type SourceRow, textOf } from "./readSource.ts";
import { type Cell, sourceIds, type Table } from "./table.ts";
import { newestDates } from "./usNewest.ts";

type Row = { readonly [key: string]: Cell };

/** Published figures that a run of the US side is set against; blank columns do not apply. */
export function usPublished(): Table {
  const rows = [
    ...custodyRows(),
    ...levelRows(),
    ...compositionRows(),
    ...flowRows(),
    ...sentencingRows(),
    ...institutionRows(),
  ];
  return {
    table: "us-published",
    title: "Published figures of the US Bureau of Prisons that the model is set against",
    asOf: newestDates.asOf,
    mark: "observed",
    note:
      "measure and category say what; base says of whom. Counts of institutions of September 2025 are of the main unit " +
      "where it has a camp or satellite. Percentages and counts as printed; group other: all non-citizens less Mexicans " +
      "(derived).",
    sources: sourceIds(rows.map((row) => String(row.source))),
    rows,
  };
}

function published(
  measure: string,
  category: string,
  value: number,
  unit: string,
  asOf: string,
  base: string,
  source: string,
  note = "",
): Row {
  return { measure, category, value, unit, asOf, base, source, note };
}

function custodyRows(): Row[] {
  const isSnapshot = (row: SourceRow) =>
    row.row_type === "bop_snapshot" && row.as_of_date === newestDates.asOf;
  const row = onlyRow(readSource("us-system-by-year.csv"), isSnapshot, "newest snapshot");
  const source = textOf(row, "source_id");
  const count = (category: string, column: string) =>
    published("stock", category, numberOf(row, column), "persons", newestDates.asOf, "all", source);
  return [
    count("total", "total_population_persons"),
    count("inInstitutions", "in_bop_operated_facilities_persons"),
    count("outside", "in_other_community_persons"),
  ];
}

function levelRows(): Row[] {
  return readSource("us-composition.csv")
    .filter((row) => row.dimension === "security_level" && row.as_of_date === newestDates.levelsDate)
    .map((row) =>
      published(
        "ownLevel",
        textOf(row, "category"),
        numberOf(row, "percent"),
        "%",
        "2020",
        textOf(row, "base"),
        textOf(row, "source_id"),
        "undated page, total 153,248; the rest, 3.5, is unclassified",
      ),
    );
}

const dimensions = [
  { dimension: "sex", date: newestDates.sexDate, measure: "sex", column: "count_persons" },
  {
    dimension: "citizenship",
    date: newestDates.citizenshipDate,
    measure: "citizenship",
    column: "count_persons",
  },
  { dimension: "offence_bjs", date: newestDates.offenceDate, measure: "offence", column: "count_persons" },
  {
    dimension: "sentence_imposed",
    date: newestDates.sentenceDate,
    measure: "sentence",
    column: "count_persons",
  },
  { dimension: "age_years", date: newestDates.agesDate, measure: "age", column: "percent" },
  { dimension: "age_years", date: "2024-01", measure: "age", column: "percent" },
];

/** Names of categories as the model has them. */
const categoryNames: Readonly<Record<string, string>> = {
  "United States": "US",
  Mexico: "MX",
  "all non-US and unknown": "nonUS",
  other_public_order: "publicOrder",
  "under 1 year": "under_1y",
  "1 to 3 years": "1_to_3y",
  "3 to 5 years": "3_to_5y",
  "5 to 10 years": "5_to_10y",
  "10 to 15 years": "10_to_15y",
  "15 to 20 years": "15_to_20y",
  "over 20 years": "over_20y",
};

function compositionRows(): Row[] {
  return dimensions.flatMap(({ dimension, date, measure, column }) =>
    readSource("us-composition.csv")
      .filter((row) => row.dimension === dimension && row.as_of_date === date && row[column] !== "")
      .map((row) => {
        const category = textOf(row, "category");
        return published(
          measure,
          categoryNames[category] ?? category,
          numberOf(row, column),
          column === "percent" ? "%" : "persons",
          date,
          textOf(row, "base"),
          textOf(row, "source_id"),
          textOf(row, "note"),
        );
      }),
  );
}

function flowRows(): Row[] {
  const series = {
    admissions_sentenced_over_1yr: "admissionsOverOneYear",
    admissions_supervision_violation: "violatorsOverOneYear",
    releases_sentenced_over_1yr: "releasesOverOneYear",
    deaths: "deaths",
  };
  const years = ["CY2018", "CY2019", "CY2020", "CY2021", "CY2022"];
  return Object.entries(series).flatMap(([name, measure]) =>
    years.map((year) => {
      const isIt = (row: SourceRow) => row.series === name && row.period === year;
      const row = onlyRow(readSource("us-flows.csv"), isIt, `${name} ${year}`);
      return published(
        measure,
        year.slice(2),
        numberOf(row, "value"),
        "persons/y",
        `${year.slice(2)}-12-31`,
        "sentenced over one year",
        textOf(row, "source_id"),
        textOf(row, "note"),
      );
    }),
  );
}

function sentencingRows(): Row[] {
  const wanted = [
    {
      series: "time_served_mean",
      period: "FY2012",
      group: "released",
      measure: "meanTimeServed",
      category: "all",
    },
    { series: "sentence_mean", period: "FY2023", group: "drug", measure: "meanSentence", category: "drug" },
    {
      series: "sentence_mean",
      period: "FY2023",
      group: "non-US",
      measure: "meanSentence",
      category: "nonUS",
    },
    {
      series: "noncitizen_guideline_share",
      period: "FY2023",
      group: "non-citizens: immigration",
      measure: "shareOfNonCitizens",
      category: "immigration",
    },
    {
      series: "noncitizen_guideline_share",
      period: "FY2023",
      group: "non-citizens: drug",
      measure: "shareOfNonCitizens",
      category: "drug",
    },
    {
      series: "sentenced_mexican_nationals_share",
      period: "FY2023",
      group: "Mexico",
      measure: "shareOfNonCitizens",
      category: "MX",
    },
    { series: "us_citizen_share", period: "FY2023", group: "drug", measure: "shareOfDrug", category: "US" },
  ];
  return wanted.map(({ series, period, group, measure, category }) => {
    const isIt = (row: SourceRow) =>
      row.series === series && row.period === period && textOf(row, "offence_or_group").startsWith(group);
    const row = onlyRow(readSource("us-flows.csv"), isIt, `${series} ${period} ${group}`);
    const unit = textOf(row, "unit").startsWith("percent") ? "%" : textOf(row, "unit");
    const base = measure === "meanTimeServed" ? "people released" : "people sentenced";
    return published(
      measure,
      category,
      numberOf(row, "value"),
      unit,
      `${period.slice(2)}-09-30`,
      base,
      textOf(row, "source_id"),
    );
  });
}

/** Counts of institutions in February 2020 (all units) and September 2025 (main unit, suspect ones left out). */
function institutionRows(): Row[] {
  const totals = readSource("us-facilities.csv").filter((row) => row.row_level === "institution_total");
  return totals.flatMap((row) => {
    const id = textOf(row, "institution_code");
    const persons2020 = numberOrNull(row, "population_2020_02_persons");
    const persons2025 = numberOrNull(row, "population_2025_09_persons");
    const note = textOf(row, "population_2025_09_note");
    const rows: Row[] = [];
    if (persons2020 !== null) {
      rows.push(published("institution", id, persons2020, "persons", "2020-02-01", "all units", "BOP-S3"));
    }
    if (persons2025 !== null && !note.startsWith("SUSPECT")) {
      rows.push(
        published("institution", id, persons2025, "persons", "2025-09-28", "main unit", "BOP-S2", note),
      );
    }
    return rows;
  });
}

/** Least percentage of rated capacity in the list of February 2020. */
const crowdedPercent = 130;

/** Institutions that stood at 130 percent of rated capacity or more (rounded) in February 2020. */
export function usCrowded2020(): Table {
  const rows = readSource("us-facilities.csv")
    .filter((row) => row.row_level === "institution_total" && row.population_2020_02_persons !== "")
    .map((row) => {
      const persons = numberOf(row, "population_2020_02_persons");
      const capacity = numberOf(row, "recommended_capacity_beds");
      return {
        id: textOf(row, "institution_code"),
        name: textOf(row, "name"),
        persons,
        ratedCapacity: capacity,
        percent: Math.round((100 * persons) / capacity),
        isDoubtful: textOf(row, "capacity_quality") === "contains X",
        capacityBasis: textOf(row, "recommended_basis"),
        source: "BOP-S1;BOP-S3;BOP-S4",
      };
    })
    .filter((row) => row.percent >= crowdedPercent);
  rows.sort((a, b) => b.persons / b.ratedCapacity - a.persons / a.ratedCapacity);
  return {
    table: "us-crowded-2020",
    title: "Institutions at 130 percent of rated capacity and more in February 2020",
    asOf: "2020-02-01",
    mark: "derived",
    note: "Count of February 2020 over recommended capacity, not a published list. isDoubtful: rests on a doubtful capacity.",
    sources: ["BOP-S1", "BOP-S3", "BOP-S4"],
    rows,
  };
}
