import type * as en from "../en/experiments.ts";
import { isolate } from "../isolate.ts";
import { number, percent } from "./format.ts";

/** The answer of a search in sentences. */
export function seekSentences(words: en.SeekWords): string[] {
  return [answer(words), ...openPart(words), monotone(words), confidenceNote(words)];
}

function answer(words: en.SeekWords): string {
  const { status, gate, path, from, to, value, notMet, meetsAbove, looked, most } = words;
  const range = `entre ${from} y ${to}`;
  switch (status) {
    case "met":
      return `El ${meetsAbove ? "menor" : "mayor"} valor de ${isolate(path)} que se halló para cumplir ${gate} es ${value}; en ${notMet} no se cumple.`;
    case "metThroughout":
      return `${gate} se cumple en ambos extremos, ${from} y ${to}, de ${isolate(path)}: no hay umbral que hallar ${range}.`;
    case "cannotBeMet":
      return `${gate} no se puede cumplir ${range}: falla en los ${looked} valores de ${isolate(path)} que se miraron.`;
    case "undecided":
      return `${gate} no se decide ${range} con ${number(most)} réplicas por valor: pida más, o un rango que llegue más lejos.`;
  }
}

function openPart({ status, undecided, most }: en.SeekWords): string[] {
  if (status !== "met" || undecided.length === 0) return [];
  const [first, last] = [undecided[0]!, undecided.at(-1)!];
  const where = first === last ? `En ${first}` : `De ${first} a ${last}`;
  return [`${where}, entre ambos, ${number(most)} réplicas no deciden.`];
}

const WAYS = {
  "1": "sube con el valor",
  "-1": "baja con el valor",
  "0": "no muestra dirección",
} as const;

function monotone({ direction, isMonotone, reversals, looked }: en.SeekWords): string {
  const way = `Lo que lee la condición ${WAYS[direction]} en el rango`;
  if (isMonotone) return `${way}; los ${looked} valores que se miraron hablan de un solo umbral.`;
  const found = reversals.map(([from, to]) => `${from} a ${to}`).join(", ");
  const where = reversals.length === 0 ? "el veredicto cambia más de una vez" : `retrocede de ${found}`;
  return `${way}, pero ${where}: la respuesta no es monótona, y puede haber otros umbrales.`;
}

function confidenceNote({ confidence }: en.SeekWords): string {
  return `Todas las decisiones juntas son correctas con una confianza de ${percent(confidence)}, en lo que toca al azar: cada una se toma a un nivel más estricto.`;
}

/** What a search looks at next. */
export function seekStep(value: string, replications: number): string {
  return `${value}: ${number(replications)} réplicas`;
}

export const seekColumns: typeof en.seekColumns = [
  "valor",
  "veredicto",
  "estimación",
  "inferior",
  "superior",
  "réplicas",
];

/** Words of a sweep. */
export const sweep: typeof en.sweep = {
  title: (scenario) => `Barrido de ${isolate(scenario)}`,
  heading: "Qué hace el parámetro",
  table: "Todos los puntos",
  on: (measure, date) => `${measure} el ${date}`,
  columns: (parameters, level, against) => [
    ...parameters,
    "medida",
    "unidad",
    `media ± mitad del ancho del intervalo del ${percent(level)}`,
    "5 % a 95 % de los resultados",
    against,
  ],
  against: (base) => `diferencia frente ${base ? "al escenario como está escrito" : "al primer punto"}`,
  noEffect: "0, en todas las réplicas",
  question: (measure, path) => `¿Cómo responde ${measure} a ${path}?`,
  bands: "Línea: media, con su intervalo de confianza. Banda: 5 % a 95 % de los resultados",
  mapNote: "Color: media de la medida en cada par de valores",
  curve: (first, last, firstValue, lastValue, change) =>
    `La media va de ${first} en ${firstValue} a ${last} en ${lastValue}: ${change} con números aleatorios comunes.`,
  extremes: (least, leastAt, most, mostAt) =>
    `La media es mínima, ${least}, en ${leastAt}, y máxima, ${most}, en ${mostAt}.`,
  undetected: "sin diferencia detectable",
};
