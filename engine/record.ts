/**
 * The record of a person: what an event touches, in 32 bytes, so that two stand in one line of cache. Seen as
 * 4 doubles, as 8 words of 32 bits and as 8 short floats over the same memory. What only few events touch, such as
 * the sentence, stands apart.
 *
 *     double  0 exit day
 *     word    2 facility and placement group   3 number within the stream   4 stream and flags
 *             5 corridor case   6 moves so far and home region
 *     float   7 day of entry, to half a minute
 */
export const RECORD_DOUBLES = 4;
export const RECORD_WORDS = 8;

/** Doubles of a record. */
export const EXIT_DAY = 0;

/** Words of a record. */
export const PLACE = 2;
export const INDEX = 3;
export const STREAM_FLAGS = 4;
export const CASE = 5;
export const MOVES_REGION = 6;

/** Short float of a record: the day of entry once more, for a sum at every release; see `sentences` for the exact one. */
export const ENTERED = 7;

/** Lower half of {@link PLACE}: the facility; the upper half is the placement group. */
export const FACILITY_MASK = 0xffff;
export const GROUP_SHIFT = 16;
/** Lower half of {@link STREAM_FLAGS}: the stream. */
export const STREAM_MASK = 0xffff;
/** Lower three bytes of {@link MOVES_REGION}: moves so far; the upper byte is the home region. */
export const MOVES_MASK = 0xffffff;
export const REGION_SHIFT = 24;
