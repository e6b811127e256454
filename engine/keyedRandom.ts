import alea from "seedrandom/lib/alea.js";
import { threefry2x32 } from "./threefry.ts";

/**
 * The decisions that are taken by chance, each with its own number in the key. A number is never reused for
 * another meaning: that would change every result.
 */
export enum Decision {
  admissionGap = 1,
  designation = 2,
  homeRegion = 3,
  sentence = 4,
  life = 5,
  elapsed = 6,
  death = 7,
  move = 8,
  finalPlacement = 9,
  finalPlacementDays = 10,
  expulsion = 11,
  admissionsLevel = 12,
  reclassification = 13,
  newGroup = 14,
  placement = 15,
  closureOrder = 16,
  balancingOrder = 17,
  capacitySlip = 18,
  interest = 20,
  interestDelay = 21,
  bar = 22,
  packageDelay = 23,
  reviewService = 24,
  approval = 25,
  receivingDelay = 26,
  acceptance = 27,
  consentDelay = 28,
  withdrawal = 29,
  arrival = 30,
  conditionalRelease = 31,
  reduction = 40,
  ageAtEntry = 41,
  survival = 42,
  homeMove = 50,
  homeMoveDelay = 51,
  homeFacility = 52,
  returned = 53,
  returnDelay = 54,
  highProfile = 55,
  approvalRule = 60,
  acceptanceRule = 61,
  escortDelay = 62,
}

const TWO_POW_26 = 67_108_864;
const TWO_POW_MINUS_53 = 2 ** -53;

/**
 * Random numbers by key: every draw is a function of (seed, replication, stream, person, decision,
 * occurrence) and of nothing else, so it does not matter what was drawn before, or whether. The scenario is
 * not in the key: two scenarios share their random numbers person by person.
 *
 * seedrandom turns the text of (seed, replication, stream) into a 64-bit root key; Threefry turns root key,
 * person, decision and occurrence into 64 bits, of which 53 make the uniform.
 */
export class KeyedRandom {
  private readonly roots: Int32Array;
  private readonly words = new Int32Array(2);

  /**
   * @param seed any text
   * @param replication index of the replication
   * @param names one name per stream of random numbers; two streams must not share a name
   * @throws {RangeError} if a name occurs twice
   */
  constructor(seed: string, replication: number, names: readonly string[]) {
    const seen = new Set<string>();
    for (const name of names) {
      if (seen.has(name)) {
        throw new RangeError(`KeyedRandom requires distinct stream names, got "${name}" twice`);
      }
      seen.add(name);
    }
    this.roots = new Int32Array(names.length * 2);
    names.forEach((name, i) => {
      const root = rootKey(seed, replication, name);
      this.roots[2 * i] = root[0];
      this.roots[2 * i + 1] = root[1];
    });
  }

  /**
   * Draws one uniform, a multiple of 2^-53 in [0, 1).
   *
   * @param stream index into the names
   * @param person number of the person within the stream (32 bits)
   * @param decision from {@link Decision}, below 256
   * @param occurrence how often this person has taken this decision before, below 2^24
   * @param cell receives the uniform in its first element: a number returned from a call that the compiler
   *   does not inline would be an allocation
   */
  uniform(stream: number, person: number, decision: number, occurrence: number, cell: Float64Array): void {
    const roots = this.roots;
    const words = this.words;
    threefry2x32(roots[2 * stream]!, roots[2 * stream + 1]!, person, (decision << 24) | occurrence, words);
    cell[0] = ((words[0]! >>> 5) * TWO_POW_26 + (words[1]! >>> 6)) * TWO_POW_MINUS_53;
  }
}

/**
 * The 64-bit root key of a stream of random numbers.
 *
 * @returns two signed 32-bit words
 * @example
 * rootKey("1", 0, "drug").length; // => 2
 */
export function rootKey(seed: string, replication: number, stream: string): [number, number] {
  const generator = alea(`${seed}/${replication}/${stream}`);
  return [generator.int32(), generator.int32()];
}
