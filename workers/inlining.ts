import { setFlagsFromString } from "node:v8";

/**
 * Lets the compiler put the small functions of the event loop into one: its usual budget of 920 bytes of
 * bytecode is spent halfway through the loop, and each call that is left costs a prologue, a new look at every
 * typed array, and an allocation wherever a fraction is handed over. Worth about 15 % of a replication; it
 * changes no result. It holds for the whole process, and has to be set before the loop is compiled.
 */
export function raiseInliningBudget(): void {
  for (const [flag, bytes] of Object.entries(BUDGET)) {
    setFlagsFromString(`--${flag}=${bytes}`);
  }
}

const BUDGET = {
  "max-inlined-bytecode-size-cumulative": 3000,
  "max-inlined-bytecode-size": 1000,
  "max-optimized-bytecode-size": 200_000,
};
