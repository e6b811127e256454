import { BOOT } from "./boot.ts";

/** Minified browser bundles of the chart libraries, as text. */
export interface ChartLibraries {
  readonly vega: string;
  readonly vegaLite: string;
  readonly vegaEmbed: string;
}

/** Base64 of the SHA-256 hash of a text's UTF-8 bytes. */
export type Sha256 = (text: string) => string;

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
