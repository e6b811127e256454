import { describe, expect, it } from "vitest";
import { threefry2x32 } from "../../engine/threefry.ts";

/** Known answers of the authors' Random123 library, kat_vectors, "threefry2x32 13": counter, key, output. */
const KNOWN = [
  { counter: [0, 0], key: [0, 0], output: [0x9d1c5ec6, 0x8bd50731] },
  { counter: [0xffffffff, 0xffffffff], key: [0xffffffff, 0xffffffff], output: [0xfd36d048, 0x2d17272c] },
  { counter: [0x243f6a88, 0x85a308d3], key: [0x13198a2e, 0x03707344], output: [0xba3e4725, 0xf27d669e] },
] as const;

describe("threefry2x32", () => {
  it.each(KNOWN)(
    "threefry2x32 gives the published output for counter $counter",
    ({ counter, key, output }) => {
      const out = new Uint32Array(2);
      expect([...threefry2x32(key[0], key[1], counter[0], counter[1], out)]).toEqual(output);
    },
  );

  it.each(KNOWN)("threefry2x32 takes signed words for the same bits, counter $counter", (known) => {
    const [key0, key1] = Int32Array.from(known.key);
    const [counter0, counter1] = Int32Array.from(known.counter);
    const out = new Int32Array(2);
    threefry2x32(key0!, key1!, counter0!, counter1!, out);
    expect([...new Uint32Array(out.buffer)]).toEqual(known.output);
  });

  it("threefry2x32 gives 100,000 counters 100,000 outputs: it is a bijection for a key", () => {
    const out = new Uint32Array(2);
    const seen = new Set<number>();
    for (let i = 0; i < 100_000; i++) {
      threefry2x32(1, 2, i % 316, Math.floor(i / 316), out);
      seen.add(out[0]! * 2 ** 20 + (out[1]! >>> 12));
    }
    expect(seen.size).toBe(100_000);
  });
});
