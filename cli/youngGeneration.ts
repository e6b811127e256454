import { setFlagsFromString } from "node:v8";

/**
 * Keeps the young generation of the heap at the size that it begins with. It would grow with what survives the
 * reading of a scenario, up to 16 MiB in each thread, and results that are garbage would wait in memory until it is
 * full. Worth 25 to 40 MB of peak memory at the same processor time; it holds for all threads.
 */
export function keepYoungGenerationSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
