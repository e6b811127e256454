/**
 * Least number of characters inserted, deleted, replaced or swapped with their neighbour that turns one word
 * into the other (optimal string alignment). Quadratic time.
 */
export function editDistance(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (last[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const swapped = isSwap ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity;
      const inserted = (current[column - 1] ?? 0) + 1;
      current.push(Math.min(replaced, swapped, inserted, (last[column] ?? 0) + 1));
    }
    [beforeLast, last] = [last, current];
  }
  return last[right.length] ?? 0;
}

/** The known word nearest to a mistyped one, or null when none is near (more than about a third differs). */
export function nearest(word: string, known: readonly string[]): string | null {
  const limit = Math.max(2, Math.floor(word.length / 3));
  let best: string | null = null;
  let bestDistance = limit + 1;
  if (word.length > 200) return null;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** `did you mean "…"?`, or else a short list of what is known; null when nothing is known. */
export function nearestHint(word: string, known: readonly string[]): string | null {
  const found = nearest(word, known);
  if (found !== null) return `did you mean "${found}"?`;
  if (known.length === 0) return null;
  return `known: ${known.slice(0, 12).join(", ")}${known.length > 12 ? `, … (${known.length})` : ""}`;
}
