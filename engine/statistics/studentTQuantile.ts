import { studentTUpperTail } from "./studentTUpperTail.ts";

/**
 * Quantile of Student's t distribution: the value that a t variable stays below with the given probability.
 *
 * Closed forms for one and two degrees of freedom; otherwise bisection of the upper tail, between brackets
 * that are doubled until they hold the root, down to neighbouring doubles. Range: probability in (0, 1), any
 * degrees of freedom above 0. Relative error below 1e-11 up to 10,000 degrees of freedom for probabilities
 * between 0.001 and 0.999; further out the digits lost in 1 - probability limit it. Not bit-reproducible
 * across engines whose `Math.log` and `Math.exp` differ.
 *
 * @param probability in (0, 1)
 * @param degreesOfFreedom above 0; need not be whole
 * @throws {RangeError} if an argument is out of its range
 * @see Abramowitz & Stegun, Handbook of Mathematical Functions, 26.7 and table 26.10
 * @example
 * studentTQuantile(0.975, 10); // => 2.2281388519649...
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`studentTQuantile requires a probability in (0, 1), got ${probability}`);
  }
  if (!(degreesOfFreedom > 0)) {
    throw new RangeError(`studentTQuantile requires degrees of freedom above 0, got ${degreesOfFreedom}`);
  }
  if (probability === 0.5) {
    return 0;
  }
  const tail = Math.min(probability, 1 - probability);
  const size = upperQuantile(tail, degreesOfFreedom);
  return probability < 0.5 ? -size : size;
}

/** The t whose upper tail is `tail`, below 0.5. */
function upperQuantile(tail: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom === 1) {
    return 1 / Math.tan(Math.PI * tail);
  }
  if (degreesOfFreedom === 2) {
    return (1 - 2 * tail) / Math.sqrt(2 * tail * (1 - tail));
  }
  let high = 1;
  while (studentTUpperTail(high, degreesOfFreedom) > tail) {
    high *= 2;
  }
  let low = high === 1 ? 0 : high / 2;
  let middle = (low + high) / 2;
  while (middle > low && middle < high) {
    if (studentTUpperTail(middle, degreesOfFreedom) > tail) {
      low = middle;
    } else {
      high = middle;
    }
    middle = (low + high) / 2;
  }
  return middle;
}
