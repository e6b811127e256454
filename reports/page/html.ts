import { isolatesToElements } from "../text/isolate.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text made safe for HTML content and quoted attributes.
 *
 * @example
 * escapeHtml("<b>"); // => "&lt;b&gt;"
 */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** Escaped text; isolated parts become `<bdi>`. */
export function sentence(text: string): string {
  return isolatesToElements(escapeHtml(text));
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Pieces of a long word between which a line may break: after a dot, slash or underscore, or at 24 letters. */
const PIECES = /[^./_]{1,24}[./_]?|[./_]/gu;

/**
 * Escaped text of unknown origin: isolated when it may run from right to left, and with places to break its
 * long words, so that neither turns or widens the page.
 *
 * @example
 * foreign("a<b"); // => "a&lt;b"
 */
export function foreign(text: string): string {
  const words = text.split(/(\s+)/).map((word) => {
    return word.length > 24 ? (word.match(PIECES) ?? []).map(escapeHtml).join("<wbr>") : escapeHtml(word);
  });
  return RIGHT_TO_LEFT.test(text) ? `<bdi>${words.join("")}</bdi>` : words.join("");
}

/** Heading of a level with an id to link to. */
export function heading(level: 2 | 3 | 4, id: string, text: string): string {
  return `<h${level} id="${id}">${sentence(text)}</h${level}>`;
}

/** Paragraph of one or more sentences. */
export function paragraph(text: string, className = ""): string {
  return text === "" ? "" : `<p${className === "" ? "" : ` class="${className}"`}>${sentence(text)}</p>`;
}

/** List of sentences. */
export function list(items: readonly string[]): string {
  return items.length === 0 ? "" : `<ul>${items.map((item) => `<li>${sentence(item)}</li>`).join("")}</ul>`;
}

/** A part of the page with its heading. */
export function section(id: string, title: string, ...content: readonly string[]): string {
  return `<section aria-labelledby="${id}">\n${heading(2, id, title)}\n${content.filter(Boolean).join("\n")}\n</section>`;
}
