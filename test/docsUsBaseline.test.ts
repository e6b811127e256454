import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { GENERATED_PAGES } from "../docs/generate/pages.ts";
import { simulate, WITHOUT_MEXICO } from "../docs/generate/simulate.ts";
import { packageFolder } from "./sourceFiles.ts";

describe("the generated pages of docs", () => {
  it.each(Object.entries(GENERATED_PAGES))(
    "%s is what npm run docs writes",
    async (path, text) => {
      expect(readFileSync(join(packageFolder, path), "utf8")).toBe(await text());
    },
    600_000,
  );

  it("leave Mexico's admissions out, which changes nobody in the United States", async () => {
    const horizon = "horizon=6 months";
    const [all, without] = [
      await simulate("baseline", 1, [horizon]),
      await simulate("baseline", 1, [horizon, WITHOUT_MEXICO]),
    ] as const;
    const { facilities, gridDays } = all.scenario.parameters;
    const us = facilities.flatMap(({ system }, f) => (system === 0 ? [f] : []));
    const stocks = ({ results }: typeof all) =>
      gridDays.flatMap((_, grid) => us.map((f) => results[0]!.gridStock[grid * facilities.length + f]));
    expect(stocks(without)).toEqual(stocks(all));
    expect(without.results[0]!.gridStock).not.toEqual(all.results[0]!.gridStock);
  });
});
