/**
 * Buffers of results that nobody reads any more; who lays a result over one takes it out. Without them the garbage
 * collector, which hears little from a running replication, lets dozens of results wait.
 */
export type SpentBuffers = ArrayBuffer[];

/** Takes out a buffer of so many bytes, whatever is in it; undefined if there is none. */
export function takeSpent(spent: SpentBuffers, bytes: number): ArrayBuffer | undefined {
  const place = spent.findIndex(({ byteLength }) => byteLength === bytes);
  return place === -1 ? undefined : spent.splice(place, 1)[0];
}
