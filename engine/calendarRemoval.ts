import {
  BLOCK_DOUBLES,
  BLOCK_ENTRIES,
  DAY,
  ENTRY_DOUBLES,
  ENTRY_NEXT,
  ENTRY_SLOT,
  ENTRY_WORDS,
  FREE_BLOCK,
  FREE_ENTRY,
  type QueueColumns,
  wordsOf,
} from "./calendarQueue.ts";

/** An event that was pending. */
export interface Pending {
  readonly slot: number;
  readonly time: number;
}

/**
 * Takes the pending events of many slots off a queue at once. One pass over all that is pending, so it is for rare
 * occasions such as a change of law; the order of what stays is kept.
 *
 * @param queue columns of the queue
 * @param wanted whether the event of a slot is to be taken
 */
export function removePending(queue: QueueColumns, wanted: (slot: number) => boolean): Pending[] {
  const removed: Pending[] = [];
  removeToday(queue, wanted, removed);
  for (let day = queue.queueCursor[DAY]! + 1; day < queue.queueDayTails.length; day++) {
    removeOfDay(queue, day, wanted, removed);
  }
  return removed;
}

function removeToday(queue: QueueColumns, wanted: (slot: number) => boolean, removed: Pending[]): void {
  const { queueSubHeads, queueCursor, queueEntries } = queue;
  const words = wordsOf(queueEntries);
  for (let sub = 0; sub < queueSubHeads.length; sub++) {
    let before = -1;
    let entry = queueSubHeads[sub]!;
    while (entry >= 0) {
      const next = words[ENTRY_WORDS * entry + ENTRY_NEXT]!;
      const slot = words[ENTRY_WORDS * entry + ENTRY_SLOT]!;
      if (wanted(slot)) {
        removed.push({ slot, time: queueEntries[ENTRY_DOUBLES * entry]! });
        if (before < 0) {
          queueSubHeads[sub] = next;
        } else {
          words[ENTRY_WORDS * before + ENTRY_NEXT] = next;
        }
        words[ENTRY_WORDS * entry + ENTRY_NEXT] = queueCursor[FREE_ENTRY]!;
        queueCursor[FREE_ENTRY] = entry;
      } else {
        before = entry;
      }
      entry = next;
    }
  }
}

/** From the last entry to the first: the one that fills a gap has been looked at already. */
function removeOfDay(
  queue: QueueColumns,
  day: number,
  wanted: (slot: number) => boolean,
  removed: Pending[],
): void {
  const { queueBlocks, queueDayTails, queueDayFills } = queue;
  const words = wordsOf(queueBlocks);
  let block = queueDayTails[day]!;
  let fill = queueDayFills[day]!;
  while (block >= 0) {
    const link = words[block * BLOCK_DOUBLES * 2]!;
    for (let i = fill - 1; i >= 0; i--) {
      const at = block * BLOCK_DOUBLES + 2 * i + 2;
      const slot = words[2 * at + 2]!;
      if (wanted(slot)) {
        removed.push({ slot, time: queueBlocks[at]! });
        moveLast(queue, day, at);
      }
    }
    block = link;
    fill = BLOCK_ENTRIES;
  }
}

/** Puts the last entry of a day in the place of another, and gives the last block back when it is empty. */
function moveLast(queue: QueueColumns, day: number, to: number): void {
  const { queueBlocks, queueDayTails, queueDayFills, queueCursor } = queue;
  const words = wordsOf(queueBlocks);
  const block = queueDayTails[day]!;
  const fill = queueDayFills[day]! - 1;
  const from = block * BLOCK_DOUBLES + 2 * fill + 2;
  queueBlocks[to] = queueBlocks[from]!;
  words[2 * to + 2] = words[2 * from + 2]!;
  words[2 * to + 3] = words[2 * from + 3]!;
  queueDayFills[day] = fill;
  if (fill === 0) {
    const link = block * BLOCK_DOUBLES * 2;
    queueDayTails[day] = words[link]!;
    queueDayFills[day] = BLOCK_ENTRIES;
    words[link] = queueCursor[FREE_BLOCK]!;
    queueCursor[FREE_BLOCK] = block;
  }
}
