import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Decision, rootKey } from "../../engine/keyedRandom.ts";
import { threefry2x32 } from "../../engine/threefry.ts";

/**
 * Writes without end, to the standard output, the 64-bit blocks of the keyed random numbers, in the order in
 * which neighbouring keys follow each other in a simulation: person after person, then the next decision, the
 * next occurrence, the next stream and the next replication. No key is used twice.
 *
 * With `--order decisions`, all decisions of a person stand side by side, then those of the next person.
 *
 *     node --import tsx bench/dieharder/stream.ts --seed 1 [--order decisions] | dieharder -g 200 -d 0
 */
const PERSONS = 1 << 17;
const OCCURRENCES = 8;
const STREAMS = ["stream/drug", "stream/immigration", "corridor/us-mx/drug", "system/us"];
const DECISIONS = Object.values(Decision).filter((value) => typeof value === "number");

type RootKey = readonly [number, number];
/** Chunks of all the keys that share a root key and an occurrence. */
type Walk = (root: RootKey, occurrence: number) => Generator<Buffer>;

const WALKS: Readonly<Record<string, Walk>> = {
  *persons(root, occurrence) {
    for (const decision of DECISIONS) yield chunk(root, [decision], occurrence, 0, PERSONS);
  },
  *decisions(root, occurrence) {
    const step = 4096;
    for (let person = 0; person < PERSONS; person += step) {
      yield chunk(root, DECISIONS, occurrence, person, person + step);
    }
  },
};

function chunk(
  root: RootKey,
  decisions: readonly number[],
  occurrence: number,
  from: number,
  to: number,
): Buffer {
  const words = new Int32Array(2 * decisions.length * (to - from));
  const block = new Int32Array(2);
  const [key0, key1] = root;
  let used = 0;
  for (let person = from; person < to; person++) {
    for (const decision of decisions) {
      threefry2x32(key0, key1, person, (decision << 24) | occurrence, block);
      words[used++] = block[0]!;
      words[used++] = block[1]!;
    }
  }
  return Buffer.from(words.buffer);
}

function* chunks(seed: string, walk: Walk): Generator<Buffer> {
  for (let replication = 0; ; replication++) {
    for (const stream of STREAMS) {
      const root = rootKey(seed, replication, stream);
      for (let occurrence = 0; occurrence < OCCURRENCES; occurrence++) yield* walk(root, occurrence);
    }
  }
}

/** Value that follows an option on the command line. */
function option(name: string, otherwise: string): string {
  const at = process.argv.indexOf(name);
  return (at === -1 ? undefined : process.argv[at + 1]) ?? otherwise;
}

const order = option("--order", "persons");
const walk = WALKS[order];
if (walk === undefined) throw new RangeError(`--order requires persons or decisions, got "${order}"`);
try {
  await pipeline(Readable.from(chunks(option("--seed", "1"), walk), { highWaterMark: 2 }), process.stdout);
} catch (error) {
  // The reader has had enough.
  if ((error as NodeJS.ErrnoException).code !== "EPIPE") throw error;
}
