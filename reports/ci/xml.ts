/** Characters that XML 1.0 forbids even as references, and halves of pairs; checked by its production Char. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that are looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/**
 * Text made safe for XML 1.0, in elements and quoted attributes; what XML cannot hold becomes U+FFFD.
 *
 * @example
 * escapeXml("a < b"); // => "a &lt; b"
 */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, "\ufffd")
    .replace(/[&<>"'\t\n\r]/g, (character) => ENTITIES[character] as string);
}
