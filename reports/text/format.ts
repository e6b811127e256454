/** How numbers are written in a language. */
export interface NumberStyle {
  readonly point: string;
  readonly group: string;
}

/**
 * Decimals that leave two significant digits of a half-width: rounding follows what is known. Negative means
 * tens or hundreds. Without a half-width, four significant digits of the value.
 *
 * @example
 * decimalsFor(0.0456, 1.2); // => 3
 */
export function decimalsFor(halfWidth: number | null, value: number): number {
  const [size, digits] = halfWidth ? [halfWidth, 1] : [Math.abs(value), 3];
  return size > 0 ? Math.max(-9, Math.min(6, digits - Math.floor(Math.log10(size)))) : 0;
}

/**
 * A number with grouped thousands and a true minus sign, rounded to `decimals` (negative: to tens, hundreds).
 *
 * @example
 * formatNumber(-12345.678, 1, { point: ".", group: "," }); // => "−12,345.7"
 */
export function formatNumber(value: number, decimals: number, style: NumberStyle): string {
  const unit = decimals < 0 ? 10 ** -decimals : 1;
  const fixed = (Math.round(Math.abs(value) / unit) * unit).toFixed(0);
  const digits = decimals > 0 ? Math.abs(value).toFixed(decimals) : fixed;
  const [whole = "0", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.group);
  const text = fraction === undefined ? grouped : `${grouped}${style.point}${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? `−${text}` : text;
}

/** Whether a unit is a proportion that readers see in per cent. */
export function isProportion(unit: string): boolean {
  return unit === "ratio" || unit === "share" || unit === "probability";
}

/** The number that readers see: proportions in per cent, everything else as it is. */
export function shown(value: number, unit: string): number {
  return isProportion(unit) ? value * 100 : value;
}
