import { expect, it } from "vitest";
import { ESTATE } from "../estateScenario.ts";
import { edited, issuesOf, placeOf } from "../smallScenario.ts";

/** One mistake in the estate, and the message that it must give. */
export interface Mistake {
  readonly title: string;
  readonly passage: string;
  readonly mistake: string;
  /** Where the message points: the start of this text. */
  readonly at: string;
  readonly path: string;
  readonly expected: string;
  readonly received: string;
  readonly hint?: string;
}

/** Everything that is wrong with a text that stands for the estate. */
export function estateIssues(text: string) {
  return issuesOf({ "estate.yaml": text }, "estate");
}

/** One test for each mistake: it must give its message, and no other. */
export function testMistakes(mistakes: readonly Mistake[]): void {
  for (const { title, passage, mistake, at, path, expected, received, hint = null } of mistakes) {
    it(`loadScenario ${title}`, () => {
      const text = edited(ESTATE, passage, mistake);
      const place = placeOf(text, at);
      expect(estateIssues(text)).toEqual([{ file: "estate.yaml", ...place, path, expected, received, hint }]);
    });
  }
}
