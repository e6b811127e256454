import type { CompiledScenario } from "../../scenarios/compiledScenario.ts";
import { type Analysis, titleOf } from "../analyse.ts";
import { foreign, heading, paragraph } from "../page/html.ts";
import { tableHtml } from "../page/tableHtml.ts";
import type { ReportText } from "../text/en.ts";
import { hasLedger } from "./hasLedger.ts";
import { ledgerTable } from "./ledgerTable.ts";

/** The section on both sides of the ledger: a table for each scenario compared, and what its figures are. */
export function ledgerHtml(analysis: Analysis, text: ReportText): string {
  const [base, ...others] = analysis.runs;
  const { notes } = text.ledger;
  if (!hasLedger(base.scenario)) {
    return paragraph(notes.noCosts);
  }
  const differ = others.some(
    ({ scenario }) => JSON.stringify(scenario.ledger) !== JSON.stringify(base.scenario.ledger),
  );
  return [
    ...tables(analysis, text),
    others.length === 0 ? "" : paragraph(notes.signs, "note"),
    paragraph(notes.gross),
    paragraph(pricesNote(base.scenario, text), "note"),
    differ ? paragraph(notes.pricesDiffer) : "",
  ]
    .filter(Boolean)
    .join("\n");
}

/** Several scenarios stand below each other, folded. */
function tables(analysis: Analysis, text: ReportText): string[] {
  const [base, ...others] = analysis.runs;
  const shown = others.length === 0 ? [base] : others;
  return shown.map((run, i) => {
    const caption =
      others.length === 0 ? text.page.headings.ledger : text.page.labels.against(run.scenario.title);
    const table = tableHtml(ledgerTable(analysis, run, text), caption);
    return shown.length === 1
      ? table
      : `<details>\n<summary>${foreign(run.scenario.title)}</summary>\n${heading(3, `ledger-${i}`, run.scenario.title)}\n${table}\n</details>`;
  });
}

/** Price years of all amounts, and the exchange rates used. */
function pricesNote(scenario: CompiledScenario, text: ReportText): string {
  const { notes, exchange } = text.ledger;
  const { systems, corridors, exchangeRate, announcedFee } = scenario.ledger;
  const { parameters } = scenario;
  const parts = [
    ...systems.flatMap((costs, i) =>
      costs === null
        ? []
        : [{ of: titleOf(scenario.systems, parameters.systems[i]!.id), year: String(costs.priceYear ?? "") }],
    ),
    ...corridors.flatMap((costs, i) =>
      costs === null
        ? []
        : [
            {
              of: titleOf(scenario.corridors, parameters.corridors[i]!.id),
              year: String(costs.priceYear ?? ""),
            },
          ],
    ),
    ...(announcedFee === null
      ? []
      : [{ of: text.ledger.fee, year: datesOf(scenario, "ledger.announcedFee") }]),
  ];
  const used = Object.entries(exchangeRate).filter(([code]) =>
    systems.some((costs) => costs?.currency === code),
  );
  return [
    notes.priceYears(parts),
    ...(used.length === 0 ? [] : [notes.exchange(used.map(([code, rate]) => exchange(code, rate)))]),
  ].join(" ");
}

function datesOf(scenario: CompiledScenario, path: string): string {
  return scenario.citations.find((citation) => citation.path === path)?.date ?? "";
}
