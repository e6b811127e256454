/** An element as it was opened. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids them
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/u;
const DECLARATION = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/;
const TAG = /<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
const LOOSE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#9|#10|#13);)/;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Elements of an XML document in the order in which they open.
 *
 * @throws {Error} if it is not well-formed, as far as elements, attributes, text and the five entities go
 */
export function elementsOf(xml: string): XmlElement[] {
  if (FORBIDDEN.test(xml)) throw new Error("a character that XML 1.0 forbids");
  if (LOOSE_AMPERSAND.test(xml)) throw new Error("an ampersand that begins no entity");
  const body = xml.replace(DECLARATION, "");
  if (body === xml) throw new Error("no declaration");
  const [open, elements]: [string[], XmlElement[]] = [[], []];
  let end = 0;
  for (const match of body.matchAll(TAG)) {
    end = match.index + match[0].length;
    const [, slash, name, attributes = "", selfClosing, text] = match;
    if (text !== undefined) {
      if (open.length === 0 && text.trim() !== "") throw new Error("text outside the root");
      if (text.includes("]]>")) throw new Error("]]> in text");
      continue;
    }
    if (slash === "/") {
      if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
      continue;
    }
    if (open.length === 0 && elements.length > 0) throw new Error("a second root");
    elements.push({ name: name!, attributes: attributesOf(attributes) });
    if (selfClosing !== "/") open.push(name!);
  }
  if (end !== body.length || open.length > 0) throw new Error(`not well-formed at ${end}`);
  return elements;
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(
    ([, name, value]) => [name!, decoded(value!)] as const,
  );
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error("an attribute twice");
  return Object.fromEntries(pairs);
}

function decoded(text: string): string {
  return text.replace(
    /&(#?\w+);/g,
    (_, name: string) => NAMED[name] ?? String.fromCodePoint(Number(name.slice(1))),
  );
}
