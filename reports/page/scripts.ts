/** Minified browser bundles of the chart libraries, as text. */
export interface ChartLibraries {
  readonly vega: string;
  readonly vegaLite: string;
  readonly vegaEmbed: string;
}

/** Base64 of the SHA-256 hash of a text's UTF-8 bytes. */
export type Sha256 = (text: string) => string;

/**
 * Replaces each drawing by a live one when it comes near the window. On any failure the drawing stays. `ast`
 * makes Vega interpret its expressions, which the content policy of the page asks for.
 */
const BOOT = `"use strict";
(() => {
  const options = { mode: "vega-lite", renderer: "svg", actions: false, ast: true, defaultStyle: false };
  const enliven = (panel) => {
    const source = document.getElementById(panel.dataset.spec);
    const live = document.createElement("div");
    vegaEmbed(live, JSON.parse(source.textContent), options).then(
      () => panel.replaceChildren(live),
      () => {},
    );
  };
  const panels = document.querySelectorAll("[data-spec]");
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) {
        watcher.unobserve(entry.target);
        enliven(entry.target);
      }
    }
  }, { rootMargin: "300px" });
  for (const panel of panels) {
    watcher.observe(panel);
  }
})();
`;

/** Code that can stand in a script element: no end tag, no comment opener, no link to a source map. */
function inlined(code: string): string {
  return code
    .replace(/^\/\/# sourceMappingURL=.*$/gm, "")
    .replace(/<\/(script)/gi, "<\\/$1")
    .replaceAll("<!--", "<\\!--");
}

/**
 * Script elements of the page, and the content policy that allows them and nothing else.
 *
 * @param libraries null leaves the drawings as they are and allows no script at all
 */
export function pageScripts(
  libraries: ChartLibraries | null,
  sha256: Sha256,
): { readonly elements: string; readonly policy: string } {
  const codes =
    libraries === null
      ? []
      : [libraries.vega, libraries.vegaLite, libraries.vegaEmbed, BOOT].map((code) => inlined(code));
  const hashes = codes.map((code) => `'sha256-${sha256(code)}'`).join(" ") || "'none'";
  return {
    elements: codes.map((code) => `<script>${code}</script>`).join("\n"),
    policy: `default-src 'none'; script-src ${hashes}; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'`,
  };
}
