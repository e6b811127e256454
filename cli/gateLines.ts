import type { GateError } from "../reports/index.ts";

/** Each problem once: scenarios with a common base share its gates. */
export function gateLines(errors: readonly GateError[]): string[] {
  return [...new Set(errors.map(({ message, hint }) => (hint === null ? message : `${message}; ${hint}`)))];
}
