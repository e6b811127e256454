import type { Moved } from "./against/moved.ts";
import { type Analysis, sidesOf, titleOf } from "./analyse.ts";
import { answer } from "./answer.ts";
import { answerTable } from "./answerTable.ts";
import type { Chart } from "./charts/chart.ts";
import { corridorFunnel } from "./charts/corridorFunnel.ts";
import { crowdingRank } from "./charts/crowdingRank.ts";
import { exceedanceCurves } from "./charts/exceedanceCurves.ts";
import { withFieldTitles } from "./charts/fieldTitles.ts";
import { institutionMap, type UsStates } from "./charts/institutionMap.ts";
import { occupancyFan } from "./charts/occupancyFan.ts";
import { occupancyHeatMap } from "./charts/occupancyHeatMap.ts";
import { receivingOccupancy } from "./charts/receivingOccupancy.ts";
import { transfersBySide } from "./charts/transfersBySide.ts";
import type { GateRow } from "./gates/gateRows.ts";
import { ledgerHtml } from "./ledger/ledgerHtml.ts";
import { measureTable } from "./measureTable.ts";
import { assumptionsHtml, type SourceReference } from "./page/assumptionsHtml.ts";
import { changesHtml } from "./page/changesHtml.ts";
import { chooserHtml } from "./page/chooserHtml.ts";
import { custodyHtml } from "./page/custodyHtml.ts";
import { figureHtml } from "./page/figureHtml.ts";
import { gatesHtml } from "./page/gatesHtml.ts";
import { escapeHtml, foreign, paragraph, section, sentence } from "./page/html.ts";
import { movedHtml } from "./page/movedHtml.ts";
import { partialHtml } from "./page/partialHtml.ts";
import { peopleHtml } from "./page/peopleHtml.ts";
import { type Provenance, reproduceHtml } from "./page/reproduceHtml.ts";
import { type ChartLibraries, pageScripts, type Sha256 } from "./page/scripts.ts";
import { type SkillSection, skillHtml } from "./page/skillHtml.ts";
import { STYLE } from "./page/style.ts";
import { tableHtml } from "./page/tableHtml.ts";
import { type UncertaintySection, uncertaintyHtml } from "./page/uncertaintyHtml.ts";
import { en, type ReportText } from "./text/en.ts";
import { plain } from "./text/isolate.ts";
import { waitTable } from "./waitTable.ts";

/** The charts of a report by their place in it; null where the runs give nothing to draw. */
export interface ReportCharts {
  readonly occupancy: Chart | null;
  readonly exceedance: Chart | null;
  readonly heatMap: Chart | null;
  readonly map: Chart | null;
  readonly ranking: Chart;
  readonly transfers: Chart | null;
  readonly funnel: Chart | null;
  readonly receiving: readonly Chart[];
}

/** Everything a page is made from; all of it strings and rows. */
export interface PageInput {
  readonly analysis: Analysis;
  readonly charts: ReportCharts;
  /** SVG by panel id, from `renderCharts(listCharts(charts))`. */
  readonly drawings: ReadonlyMap<string, string>;
  readonly provenance: Provenance;
  readonly sources: readonly SourceReference[];
  readonly gates?: readonly GateRow[];
  /** What moved since an earlier run; left out where none was named. */
  readonly moved?: Moved;
  /** What draws of uncertain parameters say; left out when none were made. Its charts are drawn too. */
  readonly uncertainty?: UncertaintySection;
  /** How good such forecasts were; left out where no record is at hand. Its chart is drawn too. */
  readonly skill?: SkillSection;
  /** Null: drawings only, no script in the page. */
  readonly libraries: ChartLibraries | null;
  readonly sha256: Sha256;
  readonly text?: ReportText;
}

/**
 * The charts of a report.
 *
 * @param outlines of the US states, for the map; null: no map
 */
export function reportCharts(
  analysis: Analysis,
  outlines: UsStates | null = null,
  text: ReportText = en,
): ReportCharts {
  const titled = <Some extends Chart | null>(chart: Some) => withFieldTitles(chart, text.charts.fields);
  return {
    occupancy: titled(occupancyFan(analysis, text)),
    exceedance: titled(exceedanceCurves(analysis, text)),
    heatMap: titled(occupancyHeatMap(analysis, text)),
    map: titled(institutionMap(analysis, outlines, text)),
    ranking: titled(crowdingRank(analysis, text)),
    transfers: titled(transfersBySide(analysis, text)),
    funnel: titled(corridorFunnel(analysis, text)),
    receiving: receivingOccupancy(analysis, text).map(titled),
  };
}

/** The same in the order of the page, for drawing and for storing the specifications. */
export function listCharts(charts: ReportCharts): Chart[] {
  const { occupancy, exceedance, heatMap, map, ranking, transfers, funnel, receiving } = charts;
  return [occupancy, exceedance, heatMap, ranking, map, transfers, funnel, ...receiving].filter(
    (chart) => chart !== null,
  );
}

/**
 * The report as one HTML file that needs nothing else: question, answer, what changed, evidence, assumptions,
 * how to reproduce. Text from scenarios is escaped; scripts run only if their hash stands in the content policy.
 *
 * @returns HTML text
 * @throws {RangeError} if a panel has no drawing
 * @example
 * reportPage({ analysis, charts, drawings, provenance, sources, libraries, sha256 }).slice(0, 15); // => "<!doctype html>"
 */
export function reportPage(input: PageInput): string {
  const text = input.text ?? en;
  const { elements, policy } = pageScripts(input.libraries, input.sha256);
  return [
    `<!doctype html>\n<html lang="${text.language}" dir="${text.direction}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(`${plain(titleLine(input.analysis, text))} · ${text.page.labels.result}`)}</title>`,
    `<style>${STYLE}</style>\n</head>\n<body>`,
    `<a class="skip" href="#answer">${escapeHtml(text.page.labels.skip)}</a>`,
    `<header><h1>${sentence(titleLine(input.analysis, text))}</h1></header>`,
    partialHtml(input.provenance.gaps, text),
    navigation(input, text),
    `<main>\n${sections(input, text).filter(Boolean).join("\n\n")}\n</main>`,
    `<footer><p>${escapeHtml(text.page.labels.generated)} ${escapeHtml(text.page.labels.scriptNote)}</p></footer>`,
    `${elements}\n</body>\n</html>\n`,
  ].join("\n");
}

function titleLine({ runs }: Analysis, text: ReportText): string {
  const [base, ...others] = runs.map(({ scenario }) => scenario.title);
  return text.page.title(base ?? "", others);
}

function receivingHeading(analysis: Analysis, text: ReportText): string {
  const { scenario } = analysis.runs[0];
  const { receiving } = sidesOf(scenario);
  const { headings } = text.page;
  return receiving === null ? headings.noReceiving : headings.receiving(titleOf(scenario.systems, receiving));
}

function navigation({ analysis, gates, moved, uncertainty, skill }: PageInput, text: ReportText): string {
  const { headings, labels } = text.page;
  const links = [
    ...((gates ?? []).length === 0 ? [] : [["gates", text.gates.labels.heading]]),
    ...(moved === undefined ? [] : [["moved", text.against.labels.heading]]),
    ["answer", headings.answer],
    ["changes", headings.changes],
    ["occupancy", headings.occupancy],
    ["institutions", headings.institutions],
    ["people", headings.people],
    ["transfers", headings.transfers],
    ["receiving", receivingHeading(analysis, text)],
    ["custody", headings.custody],
    ["ledger", headings.ledger],
    ["measures", headings.measures],
    ...(uncertainty === undefined ? [] : [["uncertainty", text.uncertainty.heading]]),
    ...(skill === undefined ? [] : [["skill", headings.skill]]),
    ["assumptions", headings.assumptions],
    ["reproduce", headings.reproduce],
  ].map(([id, title = ""]) => `<li><a href="#${id}">${foreign(title)}</a></li>`);
  return `<nav aria-label="${escapeHtml(labels.contents)}"><ul>${links.join("")}</ul></nav>`;
}

function sections(input: PageInput, text: ReportText): string[] {
  const { analysis, charts, drawings } = input;
  const { headings, labels } = text.page;
  const figure = (chart: Chart | null) => figureHtml(chart, drawings, text);
  const sentences = answer(analysis, text).map((line) => paragraph(line));
  const everyAnswer = answerTable(analysis, text);
  return [
    gatesHtml(input.gates ?? [], text),
    movedHtml(input.moved, text),
    section("question", headings.question, ...questions(analysis)),
    section(
      "answer",
      headings.answer,
      `<div class="answer">${sentences.join("")}</div>`,
      everyAnswer === null
        ? ""
        : tableHtml(
            everyAnswer,
            text.page.labels.changeOn(analysis.runs[0].scenario.endDate, analysis.level),
          ),
      paragraph(text.sentences.intervalNote(analysis.level), "note"),
    ),
    section("changes", headings.changes, changesHtml(analysis, text)),
    section("occupancy", headings.occupancy, figure(charts.occupancy), figure(charts.exceedance)),
    section(
      "institutions",
      headings.institutions,
      charts.heatMap === null ? "" : chooserHtml(analysis, text),
      figure(charts.heatMap),
      figure(charts.ranking),
      figure(charts.map),
    ),
    section("people", headings.people, peopleHtml(analysis, text)),
    section(
      "transfers",
      headings.transfers,
      charts.transfers === null ? paragraph(labels.noCorridor) : figure(charts.transfers),
      figure(charts.funnel),
      waitsHtml(analysis, text),
    ),
    section(
      "receiving",
      receivingHeading(analysis, text),
      ...(charts.receiving.length === 0 ? [paragraph(labels.noReceiving)] : charts.receiving.map(figure)),
    ),
    section("custody", headings.custody, custodyHtml(analysis, text)),
    section("ledger", headings.ledger, ledgerHtml(analysis, text)),
    section(
      "measures",
      headings.measures,
      tableHtml(measureTable(analysis, text), headings.measures),
      paragraph(labels.undetectedNote, "note"),
    ),
    ...(input.uncertainty === undefined
      ? []
      : [
          section(
            "uncertainty",
            text.uncertainty.heading,
            uncertaintyHtml(input.uncertainty, drawings, analysis.runs[0].results.length, text),
          ),
        ]),
    ...(input.skill === undefined
      ? []
      : [section("skill", headings.skill, skillHtml(input.skill, analysis, drawings, text))]),
    section("assumptions", headings.assumptions, assumptionsHtml(analysis, input.sources, text)),
    section("reproduce", headings.reproduce, reproduceHtml(analysis, input.provenance, text)),
  ];
}

function waitsHtml(analysis: Analysis, text: ReportText): string {
  const table = waitTable(analysis, text);
  const { waitCaption, waitNote } = text.charts.funnel;
  return table.rows.length === 0 ? "" : tableHtml(table, waitCaption) + paragraph(waitNote, "note");
}

/** The questions of all scenarios, each once. */
function questions({ runs }: Analysis): string[] {
  const asked = runs.length === 1 ? runs : runs.slice(1);
  return [...new Set(asked.map(({ scenario }) => scenario.question))].map(
    (question) => `<p>${foreign(question)}</p>`,
  );
}
