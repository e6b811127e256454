const TAG = /<[^>"]*(?:"[^"]*"[^>"]*)*>/g;

/** Attributes that the page gives, or that say what holds without them. */
const NEEDLESS = / (?:class|role|aria-\w+|pointer-events|font-family)="[^"]*"| (?:opacity|stroke-width)="1"/g;

/** Paths that nobody sees: without an outline, or there for the pointer only. */
const UNSEEN = /^<path(?=[^>]*(?: d=""| d="M0,0h0v0h0Z"| opacity="0"))[^>]*\/>$/;

const LONG_NUMBER = /-?\d*\.\d{3,}/g;

/**
 * A drawing as it stands in a page, which gives it a name and a font: the same to the eye in a third of the length.
 * Places are kept to a hundredth of a pixel.
 *
 * @param svg as drawn by `renderSvg`
 * @example
 * embeddedSvg('<svg><g role="graphics-symbol"><path d="M0.12345,1"/></g></svg>'); // => '<svg><g><path d="M0.12,1"/></g></svg>'
 */
export function embeddedSvg(svg: string): string {
  return svg.replace(TAG, (tag) => (UNSEEN.test(tag) ? "" : shortened(tag)));
}

function shortened(tag: string): string {
  return tag.replace(NEEDLESS, "").replace(LONG_NUMBER, (digits) => `${Number(Number(digits).toFixed(2))}`);
}
