import { textMetrics } from "vega";

/** What Vega knows of a text when it asks for its width. */
interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  /** Most pixels that the text may take; 0 or absent: any. */
  readonly limit?: number;
}

declare module "vega" {
  const textMetrics: { width(item: TextItem, text: unknown): number };
}

/** Widths in em of the letters of DejaVu Sans, the widest font of the charts, by kind; the mean of each kind. */
const KINDS: readonly (readonly [kind: RegExp, em: number])[] = [
  [/[%±−+=<>]/u, 0.88],
  [/[\p{Lu}mw]/u, 0.74],
  [/[\s.,:;'’|iljI()-]/u, 0.34],
  [/[ftr/]/u, 0.39],
];
const OTHER_LETTER = 0.62;
const BOLD = 1.11;

/**
 * Width of a text that is drawn without a browser, in pixels: an estimate to a few per cent.
 *
 * @example
 * textWidth({ fontSize: 10 }, "130%"); // => 27.4
 */
export function textWidth({ fontSize = 11, fontWeight, limit = 0 }: TextItem, text: unknown): number {
  const letters = [...String(text ?? "").trim()];
  const ems = letters.reduce(
    (sum, letter) => sum + (KINDS.find(([kind]) => kind.test(letter))?.[1] ?? OTHER_LETTER),
    0,
  );
  const weight = fontWeight === "bold" || Number(fontWeight) >= 600 ? BOLD : 1;
  const width = ems * weight * fontSize;
  return limit > 0 ? Math.min(limit, width) : width;
}

// Nothing measures text without a browser, and Vega's own estimate is a third too wide: it leaves gaps.
textMetrics.width = textWidth;
