import type { QueueColumns } from "../../engine/calendarQueue.ts";
import { removePending } from "../../engine/calendarRemoval.ts";
import { KeyedOrder } from "../../engine/keyedOrder.ts";

/** An event that was pending. */
export interface Pending {
  readonly slot: number;
  readonly time: number;
}

/** Takes the pending events of many slots off a queue, as objects. */
export function takePending(queue: QueueColumns, wanted: (slot: number) => boolean): Pending[] {
  const removed = new KeyedOrder();
  removePending(queue, wanted, removed);
  return Array.from({ length: removed.length }, (_, i) => ({
    slot: removed.items[i]!,
    time: removed.keys[i]!,
  }));
}
