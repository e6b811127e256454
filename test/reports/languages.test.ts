import { describe, expect, it } from "vitest";
import { CATALOGUE } from "../../reports/measures/catalogue.ts";
import { en } from "../../reports/text/en.ts";
import { dateInWords } from "../../reports/text/es/dates.ts";
import { es } from "../../reports/text/es.ts";
import { plain } from "../../reports/text/isolate.ts";
import { englishWordIn } from "./englishWords.ts";
import { SPOKEN } from "./spokenTexts.ts";

type Entry = readonly [path: string, value: unknown];

/** Every text and function of a language by its path. */
function entries(text: unknown, path = ""): Entry[] {
  if (typeof text !== "object" || text === null) return [[path, text]];
  return Object.entries(text).flatMap(([key, value]) => entries(value, path === "" ? key : `${path}.${key}`));
}

type Speak = (...args: readonly unknown[]) => unknown;

const english = entries(en);
const spanish = new Map(entries(es));
const functions = english.filter(([, value]) => typeof value === "function") as [string, Speak][];

/** Not words: rules, and numbers, which have tests of their own. */
const NOT_WORDS = ["sentences.holdsZero", "format.spreadOf", "format.bounds"];

/** What may stand in the place of one argument: a mark to look for, a number, or a list of marks. */
const candidates = (place: number) => [`<${place}>`, 1000 + place, [`<${place}>`, `<${place}b>`]];

/** All ways to fill in so many arguments. */
function fillings(count: number): unknown[][] {
  return Array.from({ length: count }).reduce<unknown[][]>(
    (rows, _, place) => rows.flatMap((row) => candidates(place).map((candidate) => [...row, candidate])),
    [[]],
  );
}

function said(speak: Speak, args: readonly unknown[]): string | null {
  try {
    const result = speak(...args);
    const words = plain([result].flat().map(String).join("\n"));
    return /NaN|undefined|\[object|=>/.test(words) ? null : words;
  } catch {
    return null;
  }
}

/** Arguments that a function can speak of: those written down for it, else those that leave most marks in it. */
function argumentsOf(path: string, speak: Speak): readonly (readonly unknown[])[] {
  const written = SPOKEN[path];
  if (written !== undefined) return written;
  const found = fillings(speak.length).filter((args) => said(speak, args) !== null);
  const marks = (args: readonly unknown[]) => placeholders(said(speak, args) ?? "").length;
  return found.toSorted((a, b) => marks(b) - marks(a)).slice(0, 1);
}

/** Marks and numbers in a sentence, in any order; dates are words in one language and figures in the other. */
function placeholders(words: string): string[] {
  const undated = words.replace(/\d{4}-\d\d-\d\d|\d{1,2} de [a-z]+ de \d{4}/g, "<date>");
  return (undated.match(/<\w+>|\d+(?:[.,]\d+)*/g) ?? []).toSorted();
}

describe("es", () => {
  it("es has the keys of en, with texts where it has texts and functions where it has functions", () => {
    expect([...spanish.keys()].toSorted()).toEqual(english.map(([path]) => path).toSorted());
    for (const [path, value] of english)
      expect([path, typeof spanish.get(path)]).toEqual([path, typeof value]);
  });

  it("es has the numbers and flags of each text of en", () => {
    for (const [path, value] of english) {
      if (typeof value !== "string" || path === "language") continue;
      const other = spanish.get(path) as string;
      expect([path, placeholders(other)]).toEqual([path, placeholders(value)]);
      expect([path, other.match(/--[a-z-]+/g)]).toEqual([path, value.match(/--[a-z-]+/g)]);
    }
  });

  it.each(functions.filter(([path]) => !NOT_WORDS.includes(path)))(
    "es.%s says what it is given as en does",
    (path, speak) => {
      const all = argumentsOf(path, speak);
      expect(all.length).toBeGreaterThan(0);
      for (const args of all) {
        const words = said(speak, args) ?? "";
        expect(placeholders(said(spanish.get(path) as Speak, args) ?? "")).toEqual(placeholders(words));
      }
    },
  );
});

describe("es speaks Spanish", () => {
  const texts = [...spanish].flatMap(([path, value]) => {
    if (typeof value === "string") return [[path, value] as const];
    if (typeof value !== "function" || NOT_WORDS.includes(path)) return [];
    const speak = value as Speak;
    return argumentsOf(path, speak).map((args) => [path, said(speak, args) ?? ""] as const);
  });

  it("es has no English word left", () => {
    const left = texts.flatMap(([path, words]) => {
      const word = englishWordIn(words);
      return word === undefined ? [] : [`${path}: ${word}`];
    });
    expect(left).toEqual([]);
  });

  it("es has words of its own for every quantity and unit of the catalogue that en has words for", () => {
    const last = (pattern: string) => pattern.split(".").at(-1) ?? "";
    const quantities = CATALOGUE.map(({ pattern }) => last(pattern)).filter(
      (name) => en.measures.quantity(name) !== name,
    );
    expect(quantities.length).toBeGreaterThan(60);
    for (const name of quantities) {
      expect(es.measures.quantity(name), name).not.toBe(name);
      expect(es.measures.quantity(name), name).not.toBe(en.measures.quantity(name));
    }
    const units = new Set(
      CATALOGUE.map(({ unit }) => unit).filter((unit) => unit !== "currency" && unit !== "USD"),
    );
    expect([...units].filter((unit) => es.format.unitWord(unit) === unit)).toEqual([]);
  });
});

describe("dateInWords", () => {
  it("dateInWords writes a date in words and leaves other text alone", () => {
    expect(dateInWords("2030-01-01")).toBe("1 de enero de 2030");
    expect(dateInWords("2027-12-31")).toBe("31 de diciembre de 2027");
    expect(dateInWords("2027-Q4")).toBe("2027-Q4");
    expect(dateInWords("2027-13-01")).toBe("2027-13-01");
  });
});
