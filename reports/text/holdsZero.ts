import type { DifferenceRow } from "../rows.ts";

/** Whether a paired interval holds zero, so that chance alone may have made the difference. */
export function holdsZero(row: DifferenceRow): boolean {
  return row.halfWidth !== null && Math.abs(row.mean) <= row.halfWidth;
}
