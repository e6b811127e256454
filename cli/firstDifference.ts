import type { ReplicationResult } from "../engine/index.ts";

/** The first number in which two results differ. */
export interface ResultDifference {
  readonly column: string;
  /** Index into the column. */
  readonly position: number;
  readonly stored: number;
  readonly again: number;
}

/**
 * Compares two results of one shape bit for bit: 0 is not -0.
 *
 * @returns null, if they agree
 */
export function firstDifference(
  stored: ReplicationResult,
  again: ReplicationResult,
): ResultDifference | null {
  const [left, right] = [new Uint8Array(stored.buffer), new Uint8Array(again.buffer)];
  if (left.length === right.length && left.every((byte, i) => byte === right[i])) return null;
  for (const [column, view] of Object.entries(stored)) {
    if (!ArrayBuffer.isView(view)) continue;
    const numbers = view as Float64Array | Int32Array;
    const others = again[column as keyof ReplicationResult] as Float64Array | Int32Array;
    const position = numbers.findIndex((number, i) => !Object.is(number, others[i]));
    if (position >= 0) {
      return { column, position, stored: numbers[position]!, again: others[position]! };
    }
  }
  return { column: "buffer", position: 0, stored: left.length, again: right.length };
}
