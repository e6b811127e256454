import { numberOf, onlyRow, readSource, type SourceRow, textOf } from "./readSource.ts";

/** Date of the Mexican stock and capacity. */
export const mxAsOf = "2024-12-31";

/** The centre for women among the federal ones. */
const womenCentre = "CEFERESO_16";

/** Who runs a centre; not to be confused with the jurisdiction of the people in it. */
export type Operator = "federal" | "state";

/** A federal centre, or all state-run centres of one state. */
export interface MxFacility {
  readonly id: string;
  readonly operator: Operator;
  readonly baseline: SourceRow;
  readonly place: SourceRow;
  readonly persons: number;
  readonly isForWomen: boolean;
}

/** The 14 federal centres and the 32 state systems, in this order. */
export function mxFacilityList(): MxFacility[] {
  const places = readSource("mx-places.csv");
  const federal = readSource("mx-federal-baseline.csv").map((baseline) => {
    const id = textOf(baseline, "facility_id");
    return facilityOf(
      "federal",
      baseline,
      onlyRow(places, (row) => row.id === id, id),
    );
  });
  const state = readSource("mx-states-baseline.csv").map((baseline) => {
    const name = textOf(baseline, "state");
    const isState = (row: SourceRow) => row.state === name && textOf(row, "id").startsWith("MX-");
    return facilityOf("state", baseline, onlyRow(places, isState, name));
  });
  return [...federal, ...state];
}

function facilityOf(operator: Operator, baseline: SourceRow, place: SourceRow): MxFacility {
  const id = textOf(place, "id");
  const persons = numberOf(baseline, "population_persons");
  return { id, operator, baseline, place, persons, isForWomen: id === womenCentre };
}
