/** First strong isolate and its end (Unicode bidirectional algorithm, UAX 9). */
const OPEN = "\u2068";
const CLOSE = "\u2069";
const CONTROLS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text of unknown direction, kept from turning the sentence around it. Its own direction marks are taken out.
 *
 * @example
 * isolate("abc"); // => "\u2068abc\u2069"
 */
export function isolate(text: string): string {
  return `${OPEN}${text.replace(CONTROLS, "")}${CLOSE}`;
}

/** The same without isolates, for places that show plain text. */
export function plain(text: string): string {
  return text.replaceAll(OPEN, "").replaceAll(CLOSE, "");
}

/** Escaped HTML in which isolates have become `<bdi>` elements. */
export function isolatesToElements(escaped: string): string {
  return escaped.replaceAll(OPEN, "<bdi>").replaceAll(CLOSE, "</bdi>");
}
