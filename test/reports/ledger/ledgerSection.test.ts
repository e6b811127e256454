import { describe, expect, it } from "vitest";
import { type Analysis, analyse as analyseAll } from "../../../reports/analyse.ts";
import { ledgerHtml } from "../../../reports/ledger/ledgerHtml.ts";
import { ledgerTable } from "../../../reports/ledger/ledgerTable.ts";
import { limitsOf } from "../../../reports/limits.ts";
import { measuresOf } from "../../../reports/measures.ts";
import { en } from "../../../reports/text/en.ts";
import type { Citation, CompiledScenario, LedgerDescription } from "../../../scenarios/compiledScenario.ts";
import { syntheticScenario } from "../syntheticScenario.ts";
import { CORRIDOR_COSTS, MX_COSTS, pathResult, pricedScenario, US_COSTS } from "./pricedScenario.ts";

/** What the library gives, as far as it matters here: no marginal cost, no unit, no cost of a transfer. */
const SPARSE: Partial<LedgerDescription> = {
  systems: [{ ...US_COSTS, marginalPerPersonYear: null, housingUnitPlaces: null }, MX_COSTS],
  corridors: [{ ...CORRIDOR_COSTS, perTransfer: null }],
  discountRate: null,
  exchangeRate: { MXN: 17.7334 },
};

function cited(path: string, mark: Citation["mark"], date: string | null = null): Citation {
  return { path, value: "", mark, sources: [], date, note: null };
}

const CITATIONS = [
  cited("ledger.announcedFee", "observed", "2023-09-30"),
  cited("systems.us.costs.averagePerPersonYear", "observed"),
  cited("systems.mx.costs.averagePerPersonYear", "derived"),
];

function scenarioNamed(id: string, ledger = SPARSE): CompiledScenario {
  return { ...pricedScenario(id, ledger), citations: CITATIONS };
}

/** Only the ledger: a page needs everything, its section does not. */
function analyse(runs: Parameters<typeof analyseAll>[0]): Analysis {
  const names = measuresOf(runs[0].scenario).map(({ name }) => name);
  return analyseAll(runs, { measures: names.filter((name) => name.startsWith("ledger.")) });
}

/** Replications in which `moved` people of facility 0 are in the first federal centre instead. */
function runOf(scenario: CompiledScenario, moved: number) {
  const federal = scenario.parameters.facilities.findIndex(({ level }) => level === "federal");
  const results = [0, 1, 2].map((index) => {
    const effect = (f: number) => (f === 0 ? -moved - index : f === federal ? moved + index : 0);
    const batch = { persons: moved + index, years: 6 * moved + index };
    return pathResult(scenario, (f) => 500 + (moved > 0 ? effect(f) : 0), {
      index,
      ...(moved > 0 ? { batch } : {}),
    });
  });
  return { scenario, results };
}

function analysisOf(ledger = SPARSE, moved = [20]): Analysis {
  const others = moved.map((people, i) => runOf(scenarioNamed(`other${i}`, ledger), people));
  return analyse([runOf(scenarioNamed("base", ledger), 0), ...others]);
}

const compared = analysisOf();
const rows = ledgerTable(compared, compared.runs[1]!, en).rows;
const rowOf = (title: string, list = rows) => list.find(([first]) => first?.startsWith(title)) ?? [];

describe("ledgerTable", () => {
  it("has a row for each method and a column for each side", () => {
    expect(ledgerTable(compared, compared.runs[1]!, en).columns.slice(0, 3)).toEqual([
      "Method",
      "United States, Bureau of Prisons",
      "Mexico",
    ]);
    expect(rows.map(([title]) => title)).toEqual([
      "As announced: years left times an average fee",
      "Person-years in custody",
      "Custody at one average cost",
      "Custody at average cost by level",
      "Its present value",
      "Custody at marginal cost",
      "Custody by whole housing units",
      "Removal proceedings avoided",
      "Cost of the transfers",
      "Net of the sending side at marginal cost",
      "What the people handed over have to serve, in facilities of level state",
      "What the people handed over have to serve, in facilities of level federal",
    ]);
  });

  it("sets fewer people here against more people there, the other currency in both", () => {
    const [, us, mx] = rowOf("Custody at one average cost");
    expect(us).toMatch(/^−1\.9\d ± 0\.\d\d million USD$/);
    expect(mx).toMatch(/^\+7\.8\d ± 0\.\d\d million MXN; \+44\d,000 ± \d\d,000 USD$/);
    expect(rowOf("Person-years")[1]).toMatch(/^−42\.0 ± 5\.0 person-years$/);
  });

  it("names the input that a method needs, and never shows 0 for it", () => {
    expect(rowOf("Custody at marginal cost")[1]).toBe("needs systems.us.costs.marginalPerPersonYear");
    expect(rowOf("Custody by whole")[1]).toBe("needs systems.us.costs.housingUnitPlaces");
    expect(rowOf("Its present value")[1]).toBe("needs ledger.discountRate");
    expect(rowOf("Cost of the transfers")[1]).toBe("needs corridors.us-mx.costs.perTransfer");
    expect(rowOf("Net of")[1]).toBe(
      "needs systems.us.costs.marginalPerPersonYear, corridors.us-mx.costs.perTransfer",
    );
    expect(rowOf("Cost of the transfers")[2]).toBe("–");
  });

  it("says how the figures of a row are known", () => {
    expect(rowOf("As announced").at(-1)).toBe("observed");
    expect(rowOf("Custody at one average cost").at(-1)).toBe("observed, derived");
    expect(rowOf("Custody at average cost by level").at(-1)).toBe("no source given");
    expect(rowOf("Person-years").at(-1)).toBe("simulated");
    expect(rowOf("Custody at marginal cost").at(-1)).toBe("not given");
  });

  it("shows no difference at all where nobody is moved", () => {
    const still = analysisOf(SPARSE, [0]);
    const cells = ledgerTable(still, still.runs[1]!, en).rows.flatMap(([, us, mx]) => [us, mx]);
    const values = cells.filter((cell) => cell !== "–" && !cell?.startsWith("needs "));
    expect(new Set(values)).toEqual(new Set(["no difference at all"]));
    expect(values.length).toBeGreaterThan(5);
  });

  it("says that no unit closes where fewer people leave than one holds, and nothing of the kind elsewhere", () => {
    const whole = analysisOf({}, [20]);
    const list = ledgerTable(whole, whole.runs[1]!, en).rows;
    expect(rowOf("Custody by whole", list)[1]).toBe("no whole unit closes or opens");
    expect(rowOf("Custody at marginal", list)[1]).toMatch(/^−3\d\d,000 ± \d\d,000 USD$/);
    const closing = analysisOf({}, [120]);
    const units = ledgerTable(closing, closing.runs[1]!, en).rows;
    expect(rowOf("Custody by whole", units)[1]).toMatch(/^−9\.0 ± 0 million USD$/);
  });

  it("gives the sums of a single run, and asks for a base where only a difference exists", () => {
    const full = analyse([runOf(scenarioNamed("base", {}), 5)]);
    const list = ledgerTable(full, full.runs[0], en).rows;
    expect(rowOf("Custody by whole", list)[1]).toBe("needs a base to compare with");
    expect(rowOf("As announced", list)[1]).toMatch(/^1\.37 ± 0\.11 million USD$/);
    expect(rowOf("Removal proceedings", list)[3]).toContain("(17,121 USD)");
  });
});

describe("ledgerHtml", () => {
  it("says that gross values are not money saved, price years and the exchange rate", () => {
    const html = ledgerHtml(compared, en);
    expect(html).toContain("not money that a treasury saves or spends");
    const words = html.replaceAll(/<\/?bdi>/g, "");
    expect(words).toContain("United States, Bureau of Prisons: 2024; Mexico: 2023");
    expect(words).toContain("announced fee: 2023-09-30");
    expect(html).toContain("no price index is applied");
    expect(html).toContain("17.7334 MXN for 1 USD");
    expect(html).not.toContain("<details>");
  });

  it("never claims a saving", () => {
    const words = ledgerHtml(compared, en)
      .replaceAll("not money saved", "")
      .replaceAll("not money that a treasury saves or spends", "");
    expect(words).not.toMatch(/saving|saves|saved/i);
  });

  it("folds the tables of several scenarios", () => {
    const html = ledgerHtml(analysisOf(SPARSE, [20, 40]), en);
    expect(html.match(/<details>/g)?.length).toBe(2);
    expect(html).toContain("<summary>Scenario other1</summary>");
  });

  it("says where other scenarios have other prices", () => {
    const dear = scenarioNamed("dear", { ...SPARSE, announcedFee: 50000 });
    const mixed = analyse([runOf(scenarioNamed("base"), 0), runOf(dear, 20)]);
    expect(ledgerHtml(mixed, en)).toContain("differ by prices as well as by people");
    expect(ledgerHtml(compared, en)).not.toContain("differ by prices");
  });

  it("says where amounts would stand if there are none", () => {
    const bare = syntheticScenario();
    const html = ledgerHtml(analyse([runOf(bare, 0)]), en);
    expect(html).toBe(`<p>${en.ledger.notes.noCosts.replaceAll("<", "&lt;").replaceAll(">", "&gt;")}</p>`);
    expect(limitsOf(bare, en)).toContain(en.page.limits.costs);
    expect(limitsOf(scenarioNamed("base"), en)).toContain(en.page.limits.grossValues);
  });
});
