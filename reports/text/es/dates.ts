const MONTHS = [
  "enero",
  "febrero",
  "marzo",
  "abril",
  "mayo",
  "junio",
  "julio",
  "agosto",
  "septiembre",
  "octubre",
  "noviembre",
  "diciembre",
];

/**
 * An ISO date in words; any other text is left as it is.
 *
 * @example
 * dateInWords("2030-01-01"); // => "1 de enero de 2030"
 */
export function dateInWords(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(date) ?? [];
  const name = MONTHS[Number(month) - 1];
  return name === undefined ? date : `${Number(day)} de ${name} de ${year}`;
}

/** First and last day of a window: "del 1 de enero de 2026 al 1 de enero de 2030". */
export function windowInWords([first, last]: readonly [string, string]): string {
  return `del ${dateInWords(first)} al ${dateInWords(last)}`;
}
