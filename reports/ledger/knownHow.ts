import type { CompiledScenario, Mark } from "../../scenarios/compiledScenario.ts";
import type { ReportText } from "../text/en.ts";

const ORDER: readonly Mark[] = ["observed", "derived", "assumption"];

/**
 * How the inputs of a row are known: the marks of their citations, the surest first, and a word where some input
 * has no citation.
 *
 * @param paths of the inputs that are given
 */
export function knownHow(scenario: CompiledScenario, paths: readonly string[], text: ReportText): string {
  if (paths.length === 0) {
    return text.ledger.cells.notGiven;
  }
  const cited = paths.map((path) => scenario.citations.find((citation) => citation.path === path));
  const marks = ORDER.filter((mark) => cited.some((citation) => citation?.mark === mark));
  const words = marks.map((mark) => text.page.marks[mark]);
  return [...words, ...(cited.includes(undefined) ? [text.ledger.cells.unsourced] : [])].join(", ");
}
