import {
  DAY,
  ENTRY_DOUBLES,
  ENTRY_NEXT,
  ENTRY_SLOT,
  ENTRY_WORDS,
  FREE_BLOCK,
  FREE_ENTRY,
  type QueueColumns,
  UNIT_DOUBLES,
  UNIT_IN_BLOCK,
  UNIT_SEQUENCE,
  UNIT_SLOT,
  UNIT_WORDS,
  wordsOf,
} from "./calendarQueue.ts";
import type { KeyedOrder } from "./keyedOrder.ts";

/**
 * Takes the pending events of many slots off a queue at once. One pass over all that is pending, so it is for rare
 * occasions such as a change of law; the order of what stays is kept.
 *
 * @param queue columns of the queue
 * @param wanted whether the event of a slot is to be taken
 * @param removed receives the slots that were taken off, with the time of the event as the key of each
 */
export function removePending(
  queue: QueueColumns,
  wanted: (slot: number) => boolean,
  removed: KeyedOrder,
): void {
  removed.clear();
  removeToday(queue, wanted, removed);
  for (let day = queue.queueCursor[DAY]! + 1; day < queue.queueDayLasts.length; day++) {
    removeOfDay(queue, day, wanted, removed);
  }
}

function removeToday(queue: QueueColumns, wanted: (slot: number) => boolean, removed: KeyedOrder): void {
  const { queueSubHeads, queueCursor, queueEntries } = queue;
  const words = wordsOf(queueEntries);
  for (let sub = 0; sub < queueSubHeads.length; sub++) {
    let before = -1;
    let entry = queueSubHeads[sub]!;
    while (entry >= 0) {
      const next = words[ENTRY_WORDS * entry + ENTRY_NEXT]!;
      const slot = words[ENTRY_WORDS * entry + ENTRY_SLOT]!;
      if (wanted(slot)) {
        removed.add(slot, queueEntries, ENTRY_DOUBLES * entry);
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

/** From the last event to the first: the one that fills a gap has been looked at already. */
function removeOfDay(
  queue: QueueColumns,
  day: number,
  wanted: (slot: number) => boolean,
  removed: KeyedOrder,
): void {
  const { queueBlocks, queueDayLasts } = queue;
  const words = wordsOf(queueBlocks);
  let last = queueDayLasts[day]!;
  while (last >= 0) {
    const link = last & ~UNIT_IN_BLOCK;
    const before = words[UNIT_WORDS * link]!;
    for (let unit = last; unit > link; unit--) {
      const slot = words[UNIT_WORDS * unit + UNIT_SLOT]!;
      if (wanted(slot)) {
        removed.add(slot, queueBlocks, UNIT_DOUBLES * unit);
        moveLast(queue, day, unit);
      }
    }
    last = before;
  }
}

/** Puts the last event of a day in the place of another, and gives the last block back when it is empty. */
function moveLast(queue: QueueColumns, day: number, to: number): void {
  const { queueBlocks, queueDayLasts, queueCursor } = queue;
  const words = wordsOf(queueBlocks);
  const from = queueDayLasts[day]!;
  queueBlocks[UNIT_DOUBLES * to] = queueBlocks[UNIT_DOUBLES * from]!;
  words[UNIT_WORDS * to + UNIT_SLOT] = words[UNIT_WORDS * from + UNIT_SLOT]!;
  words[UNIT_WORDS * to + UNIT_SEQUENCE] = words[UNIT_WORDS * from + UNIT_SEQUENCE]!;
  const link = from & ~UNIT_IN_BLOCK;
  if (from - 1 > link) {
    queueDayLasts[day] = from - 1;
  } else {
    queueDayLasts[day] = words[UNIT_WORDS * link]!;
    words[UNIT_WORDS * link] = queueCursor[FREE_BLOCK]!;
    queueCursor[FREE_BLOCK] = link;
  }
}
