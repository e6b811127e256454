/**
 * Numbers that are put in ascending order of a key each. The memory is kept from one use to the next, and no key
 * becomes an object: sorting an array by a comparison of fractions allocates several for each comparison.
 *
 * @example
 * const order = new KeyedOrder();
 * order.clear();
 * order.add(5, Float64Array.of(0.7));
 * order.add(8, Float64Array.of(0.2));
 * order.sorted().join(); // => "8,5"
 */
export class KeyedOrder {
  length = 0;
  /** Keys and numbers: as they were added until they are sorted. */
  keys = new Float64Array(64);
  items = new Int32Array(64);
  private otherKeys = new Float64Array(64);
  private otherItems = new Int32Array(64);

  /** Begins anew, without any number. */
  clear(): void {
    this.length = 0;
  }

  /** Adds a number with the key that stands in the cell, at its beginning or at `at`. */
  add(item: number, cell: Float64Array, at = 0): void {
    if (this.length === this.items.length) {
      this.grow();
    }
    this.items[this.length] = item;
    this.keys[this.length++] = cell[at]!;
  }

  /**
   * The numbers in order; what this gives holds until the next `clear`.
   *
   * @param precedes which of two numbers of equal keys comes first where it is not the one that was added first:
   *   whether the first argument, added later, does
   */
  sorted(precedes: (later: number, earlier: number) => boolean = never): Int32Array {
    for (let width = 1; width < this.length; width *= 2) {
      for (let start = 0; start < this.length; start += 2 * width) {
        this.merge(start, start + width, Math.min(start + 2 * width, this.length), precedes);
      }
      [this.keys, this.otherKeys] = [this.otherKeys, this.keys];
      [this.items, this.otherItems] = [this.otherItems, this.items];
    }
    return this.items.subarray(0, this.length);
  }

  /** Merges two runs that are in order, from `start` and from `middle` on, into the other arrays. */
  private merge(
    start: number,
    middle: number,
    end: number,
    precedes: (later: number, earlier: number) => boolean,
  ): void {
    const { keys, items, otherKeys, otherItems } = this;
    let left = start;
    let right = middle;
    for (let at = start; at < end; at++) {
      let from = left;
      if (
        right < end &&
        (left >= middle ||
          keys[right]! < keys[left]! ||
          (keys[right] === keys[left] && precedes(items[right]!, items[left]!)))
      ) {
        from = right++;
      } else {
        left++;
      }
      otherKeys[at] = keys[from]!;
      otherItems[at] = items[from]!;
    }
  }

  private grow(): void {
    const { keys, items } = this;
    const length = 2 * items.length;
    this.keys = new Float64Array(length);
    this.items = new Int32Array(length);
    this.keys.set(keys);
    this.items.set(items);
    this.otherKeys = new Float64Array(length);
    this.otherItems = new Int32Array(length);
  }
}

function never(): boolean {
  return false;
}
