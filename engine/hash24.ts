/**
 * 24 bits of the FNV-1a hash of an id: a number that stands for the id in the keys of random numbers, so that a draw
 * depends on the id and not on the place in a list.
 *
 * @see http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function hash24(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  }
  return ((hash >>> 24) ^ hash) & 0xffffff;
}
