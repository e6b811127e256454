import type { ResultDocument } from "../document.ts";

/**
 * The result document as JSON text with a line break at its end, indented by two spaces unless asked otherwise.
 *
 * @throws {RangeError} if a number is not finite: JSON has no word for it
 * @example
 * toJson(document, 0).slice(0, 21); // => '{"schemaVersion":"1.0"'
 */
export function toJson(document: ResultDocument, indent = 2): string {
  return `${JSON.stringify(document, finiteOnly, indent)}\n`;
}

function finiteOnly(key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`toJson requires finite numbers, got ${value} in "${key}"`);
  }
  return value;
}
