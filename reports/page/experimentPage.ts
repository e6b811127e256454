import { en, type ReportText } from "../text/en.ts";
import { plain } from "../text/isolate.ts";
import { escapeHtml, foreign, section, sentence } from "./html.ts";
import type { Provenance } from "./reproduceHtml.ts";
import { type ChartLibraries, pageScripts, type Sha256 } from "./scripts.ts";
import { STYLE } from "./style.ts";

/** A part of the page: an id to link to, its heading and its content. */
export interface PageSection {
  readonly id: string;
  readonly title: string;
  /** Markup, with everything foreign in it escaped. */
  readonly html: string;
}

export interface ExperimentPageInput {
  readonly title: string;
  readonly question: string;
  readonly sections: readonly PageSection[];
  readonly provenance: Provenance;
  /** Null: drawings only, no script in the page. */
  readonly libraries: ChartLibraries | null;
  readonly sha256: Sha256;
  readonly text?: ReportText;
}

/**
 * The page of an experiment over many runs (a sensitivity analysis) as one HTML file that needs nothing else.
 *
 * @returns HTML text
 * @example
 * experimentPage({ title, question, sections, ... }).slice(0, 15); // => "<!doctype html>"
 */
export function experimentPage(input: ExperimentPageInput): string {
  const text = input.text ?? en;
  const { headings, labels } = text.page;
  const { elements, policy } = pageScripts(input.libraries, input.sha256);
  const parts = [
    { id: "question", title: headings.question, html: `<p>${foreign(input.question)}</p>` },
    ...input.sections,
    { id: "reproduce", title: headings.reproduce, html: reproduction(input.provenance, text) },
  ].map(({ title, ...part }) => ({ ...part, title: title.replace(/^\d+\. /, "") }));
  const links = parts.map(({ id, title }) => `<li><a href="#${id}">${sentence(title)}</a></li>`);
  return [
    `<!doctype html>\n<html lang="${text.language}" dir="${text.direction}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(plain(input.title))}</title>`,
    `<style>${STYLE}</style>\n</head>\n<body>`,
    `<a class="skip" href="#question">${escapeHtml(labels.skip)}</a>`,
    `<header><h1>${sentence(input.title)}</h1></header>`,
    `<nav aria-label="${escapeHtml(labels.contents)}"><ul>${links.join("")}</ul></nav>`,
    `<main>\n${parts.map(({ id, title, html }) => section(id, title, html)).join("\n\n")}\n</main>`,
    `<footer><p>${escapeHtml(labels.generated)} ${escapeHtml(labels.scriptNote)}</p></footer>`,
    `${elements}\n</body>\n</html>\n`,
  ].join("\n");
}

function reproduction({ command, seed, version, hashes }: Provenance, text: ReportText): string {
  const { labels } = text.page;
  const facts = [{ label: labels.seed, value: seed }, { label: labels.version, value: version }, ...hashes];
  const entries = facts.map(
    ({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`,
  );
  return `<pre><code>${escapeHtml(command)}</code></pre><dl>${entries.join("\n")}</dl>`;
}
