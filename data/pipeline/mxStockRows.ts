import type { MxFacility } from "./mxFacilities.ts";
import type { MxCell, MxKind } from "./mxStatus.ts";
import type { MxStream } from "./mxStays.ts";

/** People of one stream and legal status in one facility. */
export interface MxStockRow {
  readonly facility: MxFacility;
  readonly stream: MxStream;
  readonly level: MxKind["level"];
  readonly persons: number;
}

/**
 * Shares the people of every cell out among the tracks, as in the steady state of their jurisdiction, sex and legal
 * status. What rounding leaves over is carried on from facility to facility, so that the streams keep their totals.
 */
export function mxStockRows(cells: readonly MxCell[], streams: readonly MxStream[]): MxStockRow[] {
  const carried = new Map<string, number>();
  const rows = cells.flatMap(({ facility, jurisdiction, sex, level, persons }) => {
    const own = streams.filter(
      (one) => one.jurisdiction === jurisdiction && one.sex === sex && one.operator === facility.operator,
    );
    const [first, second] = own;
    if (first === undefined)
      throw new RangeError(`mxStockRows has no stream for the people of ${facility.id}`);
    if (second === undefined) return [{ facility, stream: first, level, persons }];
    const inFirst = stockOf(first, level) / (stockOf(first, level) + stockOf(second, level));
    const key = `${first.id} ${level}`;
    const exact = persons * inFirst + (carried.get(key) ?? 0);
    const whole = Math.min(persons, Math.max(0, Math.round(exact)));
    carried.set(key, exact - whole);
    return [
      { facility, stream: first, level, persons: whole },
      { facility, stream: second, level, persons: persons - whole },
    ];
  });
  return rows.filter(({ persons }) => persons > 0);
}

function stockOf({ persons, pretrialPersons }: MxStream, level: MxKind["level"]): number {
  return level === "pretrial" ? pretrialPersons : persons - pretrialPersons;
}
