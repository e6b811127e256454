/** People of one own level who are held in facilities of one level. */
export interface CustodyClass {
  /** What the people are classified as. */
  readonly own: string;
  /** Level of the facilities that hold them. */
  readonly unit: string;
}

/**
 * Reads a custody class; an own level alone stands for facilities of that level.
 *
 * @param text `<own level>` or `<own level>/<level of the facility>`
 * @returns null for a text of another form
 * @example
 * parseClass("unclassified/administrative"); // => { own: "unclassified", unit: "administrative" }
 */
export function parseClass(text: string): CustodyClass | null {
  const [own = "", unit = own, ...others] = text.split("/");
  return own === "" || unit === "" || others.length > 0 ? null : { own, unit };
}

/** The shortest text of a class. */
export function classInWords({ own, unit }: CustodyClass): string {
  return own === unit ? own : `${own}/${unit}`;
}

/** True if two texts mean the same class. */
export function isSameClass(left: string, right: string): boolean {
  const [one, other] = [parseClass(left), parseClass(right)];
  return one !== null && other !== null && one.own === other.own && one.unit === other.unit;
}
