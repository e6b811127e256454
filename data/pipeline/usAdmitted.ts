import { sum } from "./table.ts";
import type { UsModel } from "./usModel.ts";
import { profileKeys } from "./usProfiles.ts";
import { bandOfCell, monthsOfCell } from "./usSentenceFit.ts";

/** Which profiles and sentences are meant. */
export type Counted = (profile: (typeof profileKeys)[number], cell: number) => boolean;

/** Admissions a year of some profiles and sentences. */
export function admitted(model: UsModel, isCounted: Counted): number {
  return sum(
    profileKeys.map((profile, index) =>
      sum((model.state.flow[index] ?? []).filter((_, cell) => isCounted(profile, cell))),
    ),
  );
}

/** Mean sentence imposed on people admitted (months), life as the Sentencing Commission counts it. */
export function meanMonths(model: UsModel, isCounted: Counted): number {
  const months = profileKeys.map((profile, index) =>
    sum(
      (model.state.flow[index] ?? []).map((rate, cell) =>
        isCounted(profile, cell) ? rate * (monthsOfCell[cell] ?? 0) : 0,
      ),
    ),
  );
  return sum(months) / admitted(model, isCounted);
}

export const isOverOneYear: Counted = (_, cell) => bandOfCell[cell] !== 0;
export const isCourt: Counted = ({ offence }) => offence !== "supervisionViolation";
export const isForeign: Counted = (profile, cell) => isCourt(profile, cell) && profile.citizenship !== "US";
export const isDrug: Counted = ({ offence }) => offence === "drug";
