import { report } from "../context.ts";
import { parseClass } from "../custodyClass.ts";
import { type Path, pathInWords, type Raw } from "../raw.ts";
import { CLASS_TEXT } from "../schema/leaves.ts";
import { checkName, type Places, type Subject } from "./known.ts";

/**
 * Checks that a custody class has a facility for people of a sex. An own level may be any word; one that is one
 * slip away from a level earns a warning.
 */
export function checkClass(
  subject: Subject,
  path: Path,
  text: Raw | undefined,
  sex: string,
  places: Places,
  atKey = false,
): void {
  if (typeof text !== "string" || text === "") return;
  const custodyClass = parseClass(text);
  if (custodyClass === null) {
    report(subject.context, subject.root, path, {
      expected: CLASS_TEXT,
      received: JSON.stringify(text),
      atKey,
    });
    return;
  }
  const { own, unit } = custodyClass;
  if (!checkName(subject, path, unit, places.levels, "a level of a facility", atKey)) return;
  if (!places.takes(unit, sex)) {
    report(subject.context, subject.root, path, {
      expected: `a level with a facility for ${sex} prisoners`,
      received: `"${unit}", where no facility takes them`,
      atKey,
    });
  }
  warnOfLevel(subject, path, own, places);
}

/** Checks the own level of people whose facility is known. */
export function warnOfLevel({ context, root }: Subject, path: Path, own: string, places: Places): void {
  const near = places.meantLevel(own);
  if (near === null) return;
  const words = pathInWords(root.value, path);
  context.warnings.add(`${words}: no facility has the level "${own}"; did you mean "${near}"?`);
}
