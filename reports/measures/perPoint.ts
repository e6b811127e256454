import type { At } from "./measure.ts";

/**
 * What does not depend on the replication, made once for each point of the grid and not once for each measure.
 *
 * @example
 * const list = perPoint((at) => [at]);
 * list(3) === list(3); // => true
 */
export function perPoint<Value>(make: (at: At) => Value): (at: At) => Value {
  const made = new Map<At, Value>();
  return (at) => {
    const known = made.get(at);
    if (known !== undefined) {
      return known;
    }
    const value = make(at);
    made.set(at, value);
    return value;
  };
}
