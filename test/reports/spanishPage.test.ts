import { createHash } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { usStates } from "../../data/maps/build.ts";
import { toMarkdown } from "../../reports/formats/markdown.ts";
import { skillSection } from "../../reports/page/skillHtml.ts";
import { listCharts, reportCharts, reportPage } from "../../reports/page.ts";
import { renderCharts } from "../../reports/renderChart.ts";
import { es } from "../../reports/text/es.ts";
import { syntheticAnalysis } from "./syntheticAnalysis.ts";
import { SYNTHETIC_SKILL } from "./syntheticSkill.ts";

const provenance = { command: "bedspace compare base double", seed: "7", version: "0.1.0", hashes: [] };
const analysis = syntheticAnalysis();
const charts = reportCharts(analysis, JSON.parse(usStates()), es);
const skill = skillSection(SYNTHETIC_SKILL, es);
const warnings: string[] = [];
let drawings: ReadonlyMap<string, string> = new Map();
let html = "";

beforeAll(async () => {
  drawings = await renderCharts([...listCharts(charts), skill.chart], (message) => warnings.push(message));
  const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");
  html = reportPage({
    analysis,
    charts,
    drawings,
    skill,
    provenance,
    sources: [],
    libraries: null,
    sha256,
    text: es,
  });
});

/** Names that a scenario gives: they stay as they are written. */
const names = analysis.runs
  .flatMap(({ scenario: { title, question, source, systems, corridors, institutions } }) => [
    title,
    question,
    source,
    ...[...systems, ...corridors].map((one) => one.title),
    ...institutions.map((one) => one.name),
  ])
  .toSorted((a, b) => b.length - a.length);

/** Text of a page as its reader sees it, without the names of the scenarios. */
function words(markup: string): string {
  const bare = markup
    .replace(/<style>[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<pre>[\s\S]*?<\/pre>/g, "")
    .replace(/<[^>]+>/g, "");
  return names.reduce((text, name) => text.replaceAll(name, ""), bare);
}

describe("reportPage in Spanish", () => {
  it("reportPage says its language", () => {
    expect(html).toContain('<html lang="es" dir="ltr">');
  });

  it("reportPage answers in Spanish", () => {
    const answer = /class="answer">(.*?)<\/div>/s.exec(html)?.[1] ?? "";
    expect(answer.replace(/<[^>]+>/g, "")).toContain(
      "al 1 de enero de 2028 hay 48 personas menos con “Scenario double” que en “No change” (lo mismo en todas las réplicas)",
    );
  });

  it("reportPage has Spanish headings, captions and table heads", () => {
    const heads = Array.from(
      html.matchAll(/<(h2|h3|caption|th scope="col"|summary)[^>]*>(.*?)<\//g),
      ([, , text]) => text,
    );
    expect(heads.length).toBeGreaterThan(60);
    expect(heads.filter((head) => TELLTALE.test(words(head ?? "")))).toEqual([]);
  });

  it("reportPage leaves no English sentence but those of the scenario", () => {
    const paragraphs = Array.from(html.matchAll(/<p[ >][^<]*(?:<(?!\/p>)[^<]*)*<\/p>/g), ([text]) =>
      words(text),
    );
    expect(paragraphs.filter((text) => TELLTALE.test(text))).toEqual([]);
  });

  it("the charts compile and draw without a warning, with Spanish text in them", () => {
    expect(warnings).toEqual([]);
    const drawn = Array.from(drawings.values(), (svg) =>
      [...svg.matchAll(/<text[^>]*>([^<]+)</g)].map(([, text]) => text),
    );
    expect(drawn.length).toBeGreaterThan(10);
    expect(drawn.flat().filter((text) => TELLTALE.test(words(text ?? "")))).toEqual([]);
    expect(drawn.flat()).toContain("Ocupación (% de la capacidad instalada)");
  });

  it("the tooltips name their fields in Spanish", () => {
    const tooltips = JSON.stringify(listCharts(charts)).match(/"tooltip":\[.*?\]/g) ?? [];
    const fields = tooltips.flatMap(
      (text) => JSON.parse(text.slice('"tooltip":'.length)) as { title?: string }[],
    );
    expect(fields.length).toBeGreaterThan(20);
    expect(fields.filter(({ title }) => title === undefined || TELLTALE.test(title))).toEqual([]);
  });

  it("toMarkdown speaks Spanish too", () => {
    const markdown = toMarkdown(analysis, provenance, es);
    expect(markdown).toContain("## La respuesta");
    expect(markdown).toContain("## Lo que esta simulación no dice");
    expect(markdown).toContain("| Medida | Al, o en el periodo | Unidad |");
    expect(words(markdown.replace(/```[\s\S]*?```/g, ""))).not.toMatch(TELLTALE);
  });
});

/** Words that no Spanish sentence has. */
const TELLTALE =
  /\b(the|of|and|with|from|to|on|by|people|mean|capacity|above|below|between|each|every|prisons|institutions?|level|days|years|replications?|unknown|interval|change|high|low|security|waiting)\b/i;
