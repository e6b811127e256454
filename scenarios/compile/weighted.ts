import type { Weighted } from "../../engine/parameters.ts";

/** Shares by id as shares by index. */
export function weighted(
  shares: Readonly<Record<string, number>> | null,
  indexOf: (id: string) => number,
): Weighted[] {
  return Object.entries(shares ?? {}).map(([id, share]) => ({ index: indexOf(id), share }));
}
