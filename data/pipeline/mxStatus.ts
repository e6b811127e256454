import { largestRemainder } from "./largestRemainder.ts";
import type { MxFacility } from "./mxFacilities.ts";
import { type MxFigures, stateStatus } from "./mxFigures.ts";
import { type Margin, proportionalFit } from "./proportionalFit.ts";
import { roundTo, sum } from "./table.ts";
import { wholeFit } from "./wholeFit.ts";

export const jurisdictions = ["local", "federal"] as const;
export const sexes = ["male", "female"] as const;
export const ownLevels = ["pretrial", "sentenced"] as const;

/** People alike in jurisdiction of the offence, sex and legal status. */
export interface MxKind {
  readonly jurisdiction: (typeof jurisdictions)[number];
  readonly sex: (typeof sexes)[number];
  readonly level: (typeof ownLevels)[number];
}

/** People of one kind in one facility. */
export interface MxCell extends MxKind {
  readonly facility: MxFacility;
  readonly persons: number;
}

export const mxKinds: readonly MxKind[] = jurisdictions.flatMap((jurisdiction) =>
  sexes.flatMap((sex) => ownLevels.map((level) => ({ jurisdiction, sex, level }))),
);

/** A total that the people of some cells must reach. */
interface Target {
  readonly holds: (facility: MxFacility, kind: MxKind) => boolean;
  readonly persons: number;
}

/**
 * People by facility, jurisdiction, sex and legal status, whole numbers. Iterative proportional fitting from an even
 * seed, so that what no source says is in proportion; state and federal centres apart. Facility totals, women and
 * people before trial are exact.
 */
export function mxCells(facilities: readonly MxFacility[], figures: MxFigures): MxCell[] {
  const federal = facilities.filter(({ operator }) => operator === "federal");
  const state = facilities.filter(({ operator }) => operator === "state");
  const inFederal = fitted(federal, figures, federalTargets(figures));
  const federalPretrial = personsOf(
    inFederal,
    (cell) => cell.jurisdiction === "federal" && cell.level === "pretrial",
  );
  const federalPersons = personsOf(inFederal, (cell) => cell.jurisdiction === "federal");
  const rest = {
    pretrial: figures.federalPretrial - federalPretrial,
    persons: figures.federalJurisdiction - federalPersons,
  };
  return [...inFederal, ...fitted(state, figures, stateTargets(state, figures, rest))];
}

/** People of the cells for which a condition holds. */
export function personsOf(cells: readonly MxCell[], holds: (cell: MxCell) => boolean): number {
  return sum(cells.filter(holds).map(({ persons }) => persons));
}

/** Jurisdiction by sex in federal centres; each list is one margin. */
function federalTargets(figures: MxFigures): Target[][] {
  return [
    sexes.flatMap((sex) =>
      jurisdictions.map((jurisdiction) => ({
        holds: (_: MxFacility, kind: MxKind) => kind.sex === sex && kind.jurisdiction === jurisdiction,
        persons:
          figures.persons.federal[sex] *
          (jurisdiction === "local"
            ? figures.localShareInFederal[sex]
            : 1 - figures.localShareInFederal[sex]),
      })),
    ),
  ];
}

/** What is left of federal jurisdiction, and the states whose status or jurisdiction a source gives. */
function stateTargets(
  facilities: readonly MxFacility[],
  figures: MxFigures,
  federal: { readonly pretrial: number; readonly persons: number },
): Target[][] {
  const { male, female } = figures.pretrial.state;
  const pretrial = male + female;
  const persons = figures.persons.state.male + figures.persons.state.female;
  const national = ownLevels.flatMap((level) => {
    const all = level === "pretrial" ? pretrial : persons - pretrial;
    const ofFederal = level === "pretrial" ? federal.pretrial : federal.persons - federal.pretrial;
    return jurisdictions.map((jurisdiction) => ({
      holds: (_: MxFacility, kind: MxKind) => kind.level === level && kind.jurisdiction === jurisdiction,
      persons: jurisdiction === "federal" ? ofFederal : all - ofFederal,
    }));
  });
  const status = stateStatus(facilities);
  return [
    national,
    shareTargets(facilities, status.pretrialShare, pretrial, ({ level }) => level === "pretrial"),
    shareTargets(
      facilities,
      status.federalShare,
      federal.persons,
      ({ jurisdiction }) => jurisdiction === "federal",
    ),
  ];
}

/** One margin: the share of a kind of people in each state that has a figure, and in all the others together. */
function shareTargets(
  facilities: readonly MxFacility[],
  shares: ReadonlyMap<string, number>,
  total: number,
  isKind: (kind: MxKind) => boolean,
): Target[] {
  const known = facilities.filter(({ id }) => shares.has(id));
  const single = known.flatMap((facility) => {
    const persons = facility.persons * (shares.get(facility.id) ?? 0);
    const holdsKind = (one: MxFacility, kind: MxKind) => one === facility && isKind(kind);
    const holdsOther = (one: MxFacility, kind: MxKind) => one === facility && !isKind(kind);
    return [
      { holds: holdsKind, persons },
      { holds: holdsOther, persons: facility.persons - persons },
    ];
  });
  const kindInKnown = sum(single.filter((_, index) => index % 2 === 0).map(({ persons }) => persons));
  const unknownPersons = sum(facilities.map(({ persons }) => persons)) - sum(known.map((one) => one.persons));
  const isOther = (one: MxFacility) => !shares.has(one.id);
  return [
    ...single,
    { holds: (one, kind) => isOther(one) && isKind(kind), persons: total - kindInKnown },
    {
      holds: (one, kind) => isOther(one) && !isKind(kind),
      persons: unknownPersons - (total - kindInKnown),
    },
  ];
}

function fitted(facilities: readonly MxFacility[], figures: MxFigures, targets: Target[][]): MxCell[] {
  const pairs = facilities.flatMap((facility) => mxKinds.map((kind) => ({ facility, kind })));
  const seed = pairs.map(({ facility, kind }) => (takes(facility, kind) ? facility.persons : 0));
  const operator = facilities[0]?.operator ?? "state";
  const perSexAndLevel = sexes.flatMap((sex) =>
    ownLevels.map((level) => ({
      holds: (_: MxFacility, kind: MxKind) => kind.sex === sex && kind.level === level,
      persons:
        level === "pretrial"
          ? figures.pretrial[operator][sex]
          : figures.persons[operator][sex] - figures.pretrial[operator][sex],
    })),
  );
  const perFacility = facilities.map((facility) => ({
    holds: (one: MxFacility) => one === facility,
    persons: facility.persons,
  }));
  const margins = [...targets, perSexAndLevel, perFacility].map((margin, index): Margin => {
    const groupOfCell = pairs.map(({ facility, kind }) =>
      margin.findIndex(({ holds }) => holds(facility, kind)),
    );
    return { name: String(index), groupOfCell, targets: margin.map(({ persons }) => persons) };
  });
  const { cells, worstMissShare } = proportionalFit(seed, margins, 20_000);
  if (worstMissShare > 1e-6)
    throw new RangeError(`mxCells requires margins that close, missed by ${worstMissShare}`);
  const rows = facilities.map((_, row) => cells.slice(row * mxKinds.length, (row + 1) * mxKinds.length));
  const whole = wholeFit(
    rows,
    perFacility.map(({ persons }) => persons),
    kindTotals(
      rows,
      perSexAndLevel.map(({ persons }) => persons),
    ),
  );
  return pairs.flatMap(({ facility, kind }, index) => {
    const persons = whole[Math.floor(index / mxKinds.length)]?.[index % mxKinds.length] ?? 0;
    return persons === 0 ? [] : [{ facility, ...kind, persons }];
  });
}

function takes(facility: MxFacility, { sex }: MxKind): boolean {
  return facility.operator === "state" || (sex === "female") === facility.isForWomen;
}

/** Whole totals of the kinds: the two jurisdictions of a sex and level add to its exact total. */
function kindTotals(rows: readonly (readonly number[])[], perSexAndLevel: readonly number[]): number[] {
  const totals = mxKinds.map((_, column) => roundTo(sum(rows.map((row) => row[column] ?? 0)), 9));
  const whole = mxKinds.map(() => 0);
  sexes.forEach((sex, s) => {
    ownLevels.forEach((level, l) => {
      const columns = mxKinds.flatMap((kind, k) => (kind.sex === sex && kind.level === level ? [k] : []));
      const weights = columns.map((k) => totals[k] ?? 0);
      const parts = largestRemainder(weights, perSexAndLevel[s * ownLevels.length + l] ?? 0);
      columns.forEach((k, index) => {
        whole[k] = parts[index] ?? 0;
      });
    });
  });
  return whole;
}
