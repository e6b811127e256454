/**
 * The record of a slot: 64 bytes, one line of cache, because an event touches almost all of it. It holds the
 * slot's place in the queue and, for a person, everything that is known about the person. Seen as 8 doubles
 * and as 16 words of 32 bits over the same memory.
 *
 *     double  0 time of the next event   1 (links)   2 exit day   3 day of entry   4 end of the sentence
 *     word    2 next in the queue   3 sequence   10 facility and placement group   11 number within the stream
 *             12 stream and flags   13 corridor case   14 moves so far   15 home region
 */
export const RECORD_DOUBLES = 8;
export const RECORD_WORDS = 16;

/** Doubles of a record (days since day 0). */
export const TIME = 0;
export const EXIT_DAY = 2;
export const ENTERED_DAY = 3;
export const SENTENCE_END_DAY = 4;

/** Words of a record. */
export const NEXT = 2;
export const SEQUENCE = 3;
export const PLACE = 10;
export const INDEX = 11;
export const STREAM_FLAGS = 12;
export const CASE = 13;
export const MOVES = 14;
export const HOME_REGION = 15;
