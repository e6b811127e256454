import { roundedShares } from "./largestRemainder.ts";
import { type FacilityControl, facilityControl } from "./mxControl.ts";
import { type MxFacility, mxAsOf } from "./mxFacilities.ts";
import { notebookCounts, stockAt } from "./mxGrowth.ts";
import type { MxModel } from "./mxModel.ts";
import { briefYears, type MxStream, perYear } from "./mxStays.ts";
import { numberOf, readSource, textOf } from "./readSource.ts";
import type { StayBand } from "./stayBands.ts";
import { at, type Cell, roundTo, sourceIds, type Table } from "./table.ts";
import { daysPerYear } from "./timeToServe.ts";

type Row = { readonly [key: string]: Cell };

function facilityRow(facility: MxFacility, control: FacilityControl): Row {
  const { baseline, place, operator } = facility;
  const isFederal = operator === "federal";
  const { score } = control;
  const state = textOf(place, "state");
  const cited = [
    textOf(baseline, "source_id"),
    textOf(place, "source_id"),
    score?.source ?? "",
    control.source,
  ];
  return {
    id: facility.id,
    name: isFederal ? textOf(baseline, "facility_name") : `State centres of ${state}`,
    institution: facility.id,
    level: operator,
    sex: textOf(place, "sex"),
    region: "MX",
    state,
    latitude: numberOf(place, "latitude_deg"),
    longitude: numberOf(place, "longitude_deg"),
    ratedCapacity: numberOf(baseline, isFederal ? "capacity_places" : "capacity_incl_adolescent_places"),
    ownCapacity: numberOf(baseline, "capacity_places"),
    capacityBasis: textOf(baseline, "capacity_basis"),
    capacityQuality: textOf(baseline, "quality"),
    governanceScore: score?.score ?? null,
    compromisedControl: roundTo(control.probability, 3),
    controlBasis: control.basis,
    source: sourceIds(cited).join(";"),
  };
}

/** Federal centres one by one and the 32 state systems. */
export function mxFacilities(model: MxModel): Table {
  const control = facilityControl(model.facilities, readSource("mx-governance.csv"));
  const rows = model.facilities.map((facility) => facilityRow(facility, at(control, facility.id)));
  return {
    table: "mx-facilities",
    title: "Federal centres and state prison systems of Mexico",
    asOf: mxAsOf,
    mark: "derived",
    note:
      "ratedCapacity: with the places for adolescents, as INEGI reckons occupancy (28,200 + 201,968). ownCapacity: " +
      "without them (28,200 + 195,906). Coordinates are approximate (assumption: capital of the state, or the " +
      "municipality). governanceScore: newest CNDH score; a printed band 6.0-7.9 counts as 6.95 and 0.0-5.9 as 5.4. " +
      "CEFEREPSI is a mixed centre; all women of the federal centres are counted in CEFERESO 16. compromisedControl: " +
      "probability that a prison is run by prisoners or with them, falling with the score; its mean over the states is " +
      "the share of 2015 (71 of 154 prisons visited). The slope and the step for listed states are assumptions.",
    sources: sourceIds(rows.map((row) => String(row.source))),
    rows,
  };
}

const streamSources = ["MX02;MX03;MX05;MX06;MX07;MX13;MX78;MX121;MX129;MX147;MX148;MX151;MX179;MX251"];

/** Stays as a share of the admissions; whole days read better than years. */
function stayOf(bands: readonly StayBand[]): Cell {
  const shares = roundedShares(
    bands.map(({ perYear }) => perYear),
    6,
  );
  const text = (years: number) => `${roundTo(years * daysPerYear, 2)} d`;
  return {
    bands: bands.map(({ fromYears, toYears }, index) => ({
      from: text(fromYears),
      to: text(toYears),
      share: shares[index] ?? 0,
    })),
  };
}

const trackTitles = { detained: "let go within two years", convicted: "who serve a sentence" };

function streamRow({ stock, figures }: MxModel, stream: MxStream): Row {
  const { jurisdiction, sex, operator, track } = stream;
  const held = new Map<string, number>();
  for (const { facility, persons } of stock.filter((row) => row.stream === stream)) {
    held.set(facility.id, (held.get(facility.id) ?? 0) + persons);
  }
  const shares = roundedShares([...held.values()], 6);
  const people = `${sex === "male" ? "Men" : "Women"} of ${jurisdiction} jurisdiction`;
  return {
    id: stream.id,
    title: `${people} in ${operator} centres, ${trackTitles[track]}`,
    citizenship: "MX",
    sex,
    jurisdiction,
    admissions: `${perYear(stream.bands).toFixed(2)} persons/y`,
    facilities: Object.fromEntries([...held.keys()].map((id, index) => [id, shares[index] ?? 0])),
    entryLevel: "pretrial",
    reclassification: [{ from: "pretrial", to: "sentenced", rate: `${stream.sentencingPerYear} /y` }],
    stay: stayOf(stream.bands),
    deaths: `${figures.deathsPerYear} /y`,
    mark: "derived",
    source: sourceIds(streamSources).join(";"),
  };
}

/** Admission streams of the Mexican side. */
export function mxStreams(model: MxModel): Table {
  return {
    table: "mx-streams",
    title: "Admissions to Mexican prisons by jurisdiction, sex, who runs the centre and how the stay goes on",
    asOf: mxAsOf,
    mark: "derived",
    note:
      "Fitted so that the steady state has the people of the end of 2024, before and after their sentence, the " +
      "admissions of 2024 (women 8 percent, as among releases) and the share of people before trial who have waited " +
      `two years. Stays: let go within ${roundTo(briefYears.toYears * daysPerYear, 0)} days, detained up to two ` +
      "years, or a sentence served in full (assumptions); sentences as in the survey of 2021, those of federal centres " +
      `tilted towards long ones (${roundTo(model.stays.federalTilt, 4)} a year of sentence) until their admissions are ` +
      "met. A sentence comes at a constant hazard while inside. " +
      "Federal admissions leave out people moved in from state centres. Deaths: all causes, 2019.",
    sources: sourceIds([...streamSources, "ASSUMPTION"]),
    rows: model.stays.streams.map((stream) => streamRow(model, stream)),
  };
}

/** People at the start by facility, stream and own level. */
export function mxInitialStock(model: MxModel): Table {
  const { streams } = model.stays;
  const rows = streams.flatMap((stream) =>
    model.stock
      .filter((row) => row.stream === stream)
      .map(({ facility, level, persons }) => ({ facility: facility.id, stream: stream.id, level, persons })),
  );
  return {
    table: "mx-initial-stock",
    title: "People in Mexican prisons at the start",
    asOf: mxAsOf,
    mark: "derived",
    note:
      "Facility totals are the baselines of the 32 states and 14 federal centres. Jurisdiction, sex and legal status by " +
      "proportional fitting: women, people before trial and the pre-trial share of 13 states as published; the " +
      "pre-trial share of the other states is what is left, in proportion. Tracks as in the steady state.",
    sources: sourceIds([
      ...streamSources,
      ...model.facilities.map((one) => textOf(one.baseline, "source_id")),
      ...readSource("mx-status-by-state.csv").map((row) => textOf(row, "source_id")),
    ]),
    rows,
  };
}

/** Counts of 2025 beside what the model expects, and the steps of admissions that it takes. */
export function mxGrowthTable({ stays, figures, growth }: MxModel): Table {
  const expected = (steps: typeof growth.published, date: string) =>
    roundTo(stockAt(stays.streams, figures.deathsPerYear, steps, date), 0);
  const counts = notebookCounts();
  return {
    table: "mx-growth",
    title: "People in Mexican prisons after 2024: counted, and expected by the model",
    asOf: "2026-01-31",
    mark: "derived",
    note:
      "From the steady state of 2024-12-31 (236,773, adolescents included; the notebook counts adults). " +
      "knownAtEndOf2024: admissions to state centres times a factor that goes on with the yearly rise of 2023 and 2024. " +
      "publishedAdmissions: times the admissions of October 2025 over the monthly mean of 2024; no count of people " +
      "enters before the last step, which is an assumption.",
    sources: sourceIds([...counts.map(({ source }) => source), "MX02;MX15;MX243;MX247", "ASSUMPTION"]),
    rows: counts.map(({ date, persons, source }) => ({
      date,
      counted: persons,
      knownAtEndOf2024: expected(growth.knownAtEndOf2024, date),
      publishedAdmissions: expected(growth.published, date),
      source,
    })),
  };
}
