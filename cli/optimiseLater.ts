import { setFlagsFromString } from "node:v8";

/** Bytes of bytecode that a function runs between two looks at whether to optimise it; 132 KiB unless set. */
const INTERRUPT_BUDGET = 1_000_000;

/**
 * Makes the compiler wait longer before it optimises a function. A command that reads a scenario and ends would pay
 * more for optimised code than it gains: 0.15 s of processor time for the shipped baseline. So would one that draws a
 * report: 0.6 s for 40 replications, and no less is gained with 400. It holds for the whole process, so it is not for
 * commands that simulate; it changes no result.
 */
export function optimiseLater(): void {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}
