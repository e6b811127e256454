import { describe, expect, it } from "vitest";
import { Decision, KeyedRandom, rootKey } from "../../engine/keyedRandom.ts";
import { threefry2x32 } from "../../engine/threefry.ts";
import { chiSquareDeviation } from "./moments.ts";

const DRAWS = 100_000;
/** All seeds are fixed; a sound generator stays within 4.5 standard errors in each of the some 40 comparisons. */
const MOST_STANDARD_ERRORS = 4.5;

const cell = new Float64Array(1);

function draw(
  random: KeyedRandom,
  stream: number,
  person: number,
  decision: number,
  occurrence: number,
): number {
  random.uniform(stream, person, decision, occurrence, cell);
  return cell[0]!;
}

/** Sequences of draws in which one part of the key counts upwards. */
const SEQUENCES: Readonly<Record<string, () => number[]>> = {
  persons: () => {
    const random = new KeyedRandom("persons", 0, ["a"]);
    return sequence(DRAWS, (i) => draw(random, 0, i, Decision.sentence, 0));
  },
  "persons inside on day 0": () => {
    const random = new KeyedRandom("initial", 0, ["a"]);
    return sequence(DRAWS, (i) => draw(random, 0, -1 - i, Decision.sentence, 0));
  },
  occurrences: () => {
    const random = new KeyedRandom("occurrences", 0, ["a"]);
    return sequence(DRAWS, (i) => draw(random, 0, 7, Decision.move, i));
  },
  decisions: () => {
    const random = new KeyedRandom("decisions", 0, ["a"]);
    return sequence(DRAWS, (i) => draw(random, 0, i >> 8, i & 255, 0));
  },
  replications: () =>
    sequence(DRAWS, (i) => draw(new KeyedRandom("replications", i, ["a"]), 0, 0, Decision.sentence, 0)),
  streams: () => {
    const random = new KeyedRandom(
      "streams",
      0,
      sequence(DRAWS, (i) => `stream/${i}`),
    );
    return sequence(DRAWS, (i) => draw(random, i, 0, Decision.sentence, 0));
  },
  seeds: () => sequence(DRAWS, (i) => draw(new KeyedRandom(`${i}`, 0, ["a"]), 0, 0, Decision.sentence, 0)),
};

const drawn = new Map<string, readonly number[]>();

/** Draws of a sequence; the same for every test. */
function drawsOf(key: string): readonly number[] {
  const values = drawn.get(key) ?? SEQUENCES[key]!();
  drawn.set(key, values);
  return values;
}

function sequence<T>(length: number, value: (i: number) => T): T[] {
  return Array.from({ length }, (_, i) => value(i));
}

describe("KeyedRandom.uniform", () => {
  it("uniform is a multiple of 2^-53 in [0, 1), and each of the 53 bits is set half of the time", () => {
    const random = new KeyedRandom("grid", 0, ["a"]);
    const set = new Array<number>(53).fill(0);
    for (let i = 0; i < DRAWS; i++) {
      const u = draw(random, 0, i, Decision.elapsed, 0);
      const whole = u * 2 ** 53;
      if (!(u >= 0 && u < 1 && Number.isInteger(whole))) {
        expect.fail(`draw ${i} is ${u}`);
      }
      let high = Math.floor(whole / 2 ** 27);
      let low = whole % 2 ** 27;
      for (let bit = 0; bit < 27; bit++, low >>= 1, high >>= 1) {
        set[bit]! += low & 1;
        if (bit < 26) {
          set[bit + 27]! += high & 1;
        }
      }
    }
    const deviations = set.map((count) => Math.abs(count - DRAWS / 2) / Math.sqrt(DRAWS / 4));
    expect(Math.max(...deviations)).toBeLessThan(MOST_STANDARD_ERRORS);
  });

  it("uniform is made of the upper 27 and 26 bits of Threefry's words for (root key, person, decision, occurrence)", () => {
    const random = new KeyedRandom("formula", 3, ["other", "mine"]);
    const [key0, key1] = rootKey("formula", 3, "mine");
    const out = threefry2x32(key0, key1, -5, Decision.move * 2 ** 24 + 1234, new Uint32Array(2));
    const bits = (BigInt(out[0]!) >> 5n) * 2n ** 26n + (BigInt(out[1]!) >> 6n);
    expect(draw(random, 1, -5, Decision.move, 1234)).toBe(Number(bits) / 2 ** 53);
  });

  it.each(Object.keys(SEQUENCES))(
    "uniform is uniform over neighbouring %s: chi-square over 1,000 bins",
    (key) => {
      const counts = new Array<number>(1000).fill(0);
      for (const u of drawsOf(key)) {
        counts[Math.floor(u * 1000)]!++;
      }
      expect(Math.abs(chiSquareDeviation(counts))).toBeLessThan(MOST_STANDARD_ERRORS);
    },
  );

  it.each(Object.keys(SEQUENCES))(
    "uniform has no correlation between neighbouring %s at lags 1 to 4",
    (key) => {
      const values = drawsOf(key);
      for (let lag = 1; lag <= 4; lag++) {
        let sum = 0;
        for (let i = lag; i < values.length; i++) {
          sum += (values[i]! - 0.5) * (values[i - lag]! - 0.5);
        }
        // Each product has mean 0 and standard deviation 1 / 12 if neighbours are independent.
        const standardErrors = (sum * 12) / Math.sqrt(values.length - lag);
        expect(Math.abs(standardErrors)).toBeLessThan(MOST_STANDARD_ERRORS);
      }
    },
  );

  it.each(Object.keys(SEQUENCES))(
    "uniform fills the square with neighbouring %s: chi-square over 16 x 16 cells",
    (key) => {
      const values = drawsOf(key);
      const counts = new Array<number>(256).fill(0);
      for (let i = 1; i < values.length; i += 2) {
        counts[16 * Math.floor(values[i - 1]! * 16) + Math.floor(values[i]! * 16)]!++;
      }
      expect(Math.abs(chiSquareDeviation(counts))).toBeLessThan(MOST_STANDARD_ERRORS);
    },
  );

  it("uniform does not depend on what was drawn before, nor on the number and order of the streams", () => {
    const keys = sequence(2000, (i) => ({
      stream: i % 3,
      person: i % 50,
      decision: i % 31,
      occurrence: i % 7,
    }));
    const forwards = new KeyedRandom("order", 1, ["a", "b", "c"]);
    const values = keys.map((k) => draw(forwards, k.stream, k.person, k.decision, k.occurrence));
    const backwards = new KeyedRandom("order", 1, ["new", "c", "b", "a"]);
    const again = [...keys]
      .reverse()
      .map((k) => draw(backwards, 3 - k.stream, k.person, k.decision, k.occurrence))
      .reverse();
    expect(again).toEqual(values);
    expect(new Set(values).size).toBe(new Set(keys.map((k) => Object.values(k).join())).size);
  });

  it("uniform changes about half of Threefry's output bits when one bit of key or counter changes", () => {
    const trials = 400;
    const before = new Uint32Array(2);
    const after = new Uint32Array(2);
    const random = new KeyedRandom("avalanche", 0, ["a"]);
    for (let bit = 0; bit < 128; bit++) {
      const flips = new Array<number>(64).fill(0);
      for (let trial = 0; trial < trials; trial++) {
        const words = Uint32Array.from({ length: 4 }, (_, i) => draw(random, 0, trial, i, 0) * 2 ** 32);
        threefry2x32(words[0]!, words[1]!, words[2]!, words[3]!, before);
        words[bit >> 5]! ^= 1 << (bit & 31);
        threefry2x32(words[0]!, words[1]!, words[2]!, words[3]!, after);
        for (let out = 0; out < 64; out++) {
          flips[out]! += ((before[out >> 5]! ^ after[out >> 5]!) >>> (out & 31)) & 1;
        }
      }
      // Half of 64 bits; the mean over the trials has a standard error of sqrt(64 / 4 / trials) = 0.2 bits.
      const flipped = flips.reduce((sum, count) => sum + count, 0) / trials;
      expect(Math.abs(flipped - 32) / Math.sqrt(16 / trials)).toBeLessThan(MOST_STANDARD_ERRORS);
      // Each of 8,192 pairs of an input and an output bit by itself: within 5.5 standard errors.
      const worst = Math.max(...flips.map((count) => Math.abs(count - trials / 2) / Math.sqrt(trials / 4)));
      expect(worst).toBeLessThan(5.5);
    }
  });
});

describe("KeyedRandom", () => {
  it("KeyedRandom refuses two streams of the same name", () => {
    expect(() => new KeyedRandom("1", 0, ["drug", "other", "drug"])).toThrow(
      new RangeError('KeyedRandom requires distinct stream names, got "drug" twice'),
    );
  });
});

describe("Decision", () => {
  it("Decision gives every decision a number of its own below 256", () => {
    const numbers = Object.values(Decision).filter((value) => typeof value === "number");
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((n) => Number.isInteger(n) && n > 0 && n < 256)).toBe(true);
  });
});

describe("rootKey", () => {
  it("rootKey gives 100,000 streams, replications and seeds 100,000 keys, none of 16 bits", () => {
    const seen = new Set<string>();
    const high = new Set<number>();
    const low = new Set<number>();
    for (let seed = 0; seed < 20; seed++) {
      for (let replication = 0; replication < 500; replication++) {
        for (let stream = 0; stream < 10; stream++) {
          const [first, second] = rootKey(`seed ${seed}`, replication, `stream/${stream}`);
          seen.add(`${first} ${second}`);
          high.add(first);
          low.add(second);
        }
      }
    }
    expect(seen.size).toBe(100_000);
    // Of 100,000 random words of 32 bits 1.16 are expected to meet another one; of 16 bits only 65,536 exist.
    expect(high.size).toBeGreaterThan(99_990);
    expect(low.size).toBeGreaterThan(99_990);
  });
});
