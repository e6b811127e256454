/**
 * The record of a person: what an event touches, in 64 bytes, a line of cache. Seen as 8 doubles, as 16 words of 32 bits
 * and as 16 short floats over the same memory.
 *
 *     double  0 exit day
 *     word    2 facility and placement group   3 number within the stream   4 stream and flags
 *             5 corridor case   6 moves so far and home region
 *     float   7 day of entry, to half a minute
 *     double  4 day of entry   5 day on which the whole sentence ends   6 sentence imposed (days): Infinity for a
 *             life term, NaN where only the residual is known   7 day of birth, NaN where age is not modelled
 */
export const RECORD_DOUBLES = 8;
export const RECORD_WORDS = 16;

/** Doubles of a record. */
export const EXIT_DAY = 0;
export const ENTRY_DAY = 4;
export const SENTENCE_END = 5;
export const IMPOSED_DAYS = 6;
export const BIRTH_DAY = 7;

/** Words of a record. */
export const PLACE = 2;
export const INDEX = 3;
export const STREAM_FLAGS = 4;
export const CASE = 5;
export const MOVES_REGION = 6;

/** Short float of a record: the day of entry once more, for a sum at every release; see {@link ENTRY_DAY} for the exact one. */
export const ENTERED = 7;

/**
 * What is known of a release in advance, in 32 bytes; of most people nothing.
 *
 *     double  0 release day of a person who will die before it   1 days before release from which the person may be
 *             placed for the last days   2 days by which credits lengthen these   3 (none)
 */
export const PLAN_DOUBLES = 4;
export const RELEASE_DAY = 0;
export const FINAL_DAYS = 1;
export const CREDIT_DAYS = 2;

/** Lower half of {@link PLACE}: the facility; the upper half is the placement group. */
export const FACILITY_MASK = 0xffff;
export const GROUP_SHIFT = 16;
/** Lower half of {@link STREAM_FLAGS}: the stream. */
export const STREAM_MASK = 0xffff;
/** Lower three bytes of {@link MOVES_REGION}: moves so far; the upper byte is the home region. */
export const MOVES_MASK = 0xffffff;
export const REGION_SHIFT = 24;
