import type { Citation } from "../../../scenarios/compiledScenario.ts";
import type * as en from "../en/page.ts";
import { isolate } from "../isolate.ts";
import { dateInWords } from "./dates.ts";
import { quoted } from "./format.ts";

/** Title of the page. */
export function title(base: string, others: readonly string[]): string {
  const [first = ""] = others;
  if (others.length === 0) {
    return isolate(base);
  }
  return others.length === 1
    ? `${quoted(first)} frente a ${quoted(base)}`
    : `${others.length} escenarios frente a ${quoted(base)}`;
}

/** Headings, in the order of the page. */
export const headings: typeof en.headings = {
  question: "La pregunta",
  answer: "La respuesta",
  changes: "Qué cambió frente a la base",
  occupancy: "1. Ocupación a lo largo del tiempo",
  institutions: "2. Centros",
  people: "3. Niveles, colocación en la comunidad, personal",
  transfers: "4. Ambos lados de los traslados",
  receiving: (place) => `5. ${place}`,
  noReceiving: "5. El lado receptor",
  custody: "6. Custodia de las personas trasladadas",
  ledger: "7. Ambos lados de la cuenta",
  measures: "8. Medidas",
  skill: "9. ¿Qué tan buenos fueron los pronósticos de este modelo?",
  assumptions: "10. Supuestos, fuentes, límites",
  assumptionTable: "Cifras y supuestos",
  sources: "Fuentes",
  limits: "Lo que esta simulación no dice",
  reproduce: "11. Cómo reproducirlo",
};

export const labels: typeof en.labels = {
  skip: "Ir a la respuesta",
  contents: "Contenido",
  table: "Lo mismo en una tabla",
  base: "base",
  scenario: "Escenario",
  date: "Desde",
  path: "Parámetro",
  before: "Antes",
  after: "Después",
  value: "Valor",
  mark: "Cómo se conoce",
  asOf: "Al",
  source: "Fuente",
  note: "Nota",
  measure: "Medida",
  when: "Al, o en el periodo",
  unit: "Unidad",
  band: "90 % de los resultados",
  onDate: (date) => `Al ${dateInWords(date)}`,
  ownLevelNote:
    "El nivel propio es la clasificación de una persona, esté donde esté. Los cambios de centro y las liberaciones se cuentan desde el inicio.",
  onlyHere: (value) => `${value} (solo aquí)`,
  against: (scenario) => `Cambio con “${scenario}”`,
  changeOn: (date, level) =>
    `Cambio frente a la base al ${dateInWords(date)}: media ± mitad del ancho de su intervalo de confianza del ${Math.round(level * 100)} %`,
  effects: "Qué resulta, medida por medida",
  noChanges: "Este escenario es la base: no cambia nada.",
  result: "informe de bedspace",
  hashes: "Huellas",
  generated: "Hecho por bedspace; nada en este archivo se trae de otro lugar.",
  noCorridor: "Este escenario no tiene corredor, así que no se traslada a nadie.",
  noReceiving: "En esta simulación no hay sistema receptor.",
  noSource: "ninguna: supuesto",
  sourceCount: (count) => `${count} fuentes`,
  seed: "Semilla",
  replications: "Réplicas",
  version: "Versión",
  horizon: "Horizonte",
  identical: "sin diferencia alguna",
  undetected: "s.d.d.",
  undetectedNote:
    "s.d.d. = sin diferencia detectable: el intervalo pareado contiene el cero. El cambio de un porcentaje va en puntos porcentuales.",
  warnings: "Avisos del escenario",
  partial: "Resultados parciales. Solo se usó lo que hay; falta esto:",
  scriptNote: "Las gráficas son imágenes; con JavaScript responden además al puntero.",
};

export const marks: typeof en.marks = {
  observed: "observado",
  derived: "derivado",
  assumption: "supuesto",
};

/**
 * One input of a harm measure with its origin; `path` is its name.
 *
 * @example
 * harmInput({ path: "staff", value: "34000", mark: "observed", sources: ["BOP-S70"], date: "2023-11-01", note: null });
 * // => "staff: 34000 (observado, BOP-S70, 2023-11-01)"
 */
export function harmInput({ path, value, mark, sources, date, note }: Citation): string {
  const origin = [marks[mark], ...sources, ...(date === null ? [] : [date])].join(", ");
  return `${path}: ${value} (${origin}${note === null ? "" : `; ${note}`})`;
}

/** Sentences on what a run leaves out or takes for granted; each is chosen by a property of the scenario. */
export const limits: typeof en.limits = {
  chanceOnly:
    "Los intervalos y las bandas contienen solo el azar (qué personas llegan, cuándo, y qué les ocurre); los parámetros se toman como dados, así que la incertidumbre real es mayor.",
  levelIncluded: (systems) =>
    `El nivel anual de los ingresos es incierto en esta simulación (${systems}): camina al azar alrededor de las tasas dadas.`,
  levelNotIncluded:
    "No se incluye la incertidumbre del nivel anual de los ingresos: varían solo por azar alrededor de las tasas dadas.",
  levelNotIncludedIn: (systems) => `El nivel anual de los ingresos se toma como conocido en ${systems}.`,
  leastCrowded: (system) => `Asignación en ${system}: las personas van al centro menos ocupado de su grupo.`,
  regionFirst: (system, maximum) =>
    `Asignación en ${system}: las personas van al centro menos ocupado de su región mientras esté por debajo de ${maximum}; si no, al menos ocupado de su grupo.`,
  proportional: (system) =>
    `Asignación en ${system}: las personas van por azar a un centro de su grupo, en proporción a su peso.`,
  closedAbove: (system, occupancy) =>
    `Asignación en ${system}: las personas van por azar a un centro de su grupo, en proporción a su peso, entre los que están por debajo de ${occupancy}; al menos ocupado donde no hay ninguno.`,
  plannedDay:
    "Donde un cambio de capacidad puede retrasarse, la ocupación en una fecha se mide contra la capacidad planeada para esa fecha. Los días y los días-persona por encima de un umbral usan el día en que llegó el cambio.",
  noReclassification: "A nadie le cambia el nivel de seguridad: no hay reclasificación.",
  movesNotSimulated: (reclassified) =>
    `Nadie cambia de centro después de la primera asignación, salvo por traslados, cierres${reclassified ? ", reclasificación" : ""} y colocación final.`,
  harmInputs:
    "El personal, los custodios, los lugares en programas y la proporción en alojamiento especial quedan como se dan, cambie como cambie el número de personas.",
  assaultsNotVerified:
    "Los coeficientes de agresiones graves no están verificados: se atribuyen a un estudio del Bureau of Prisons (BOP) de 2005 cuyo texto no se pudo leer. No tienen constante, así que solo las diferencias dicen algo.",
  costs:
    "Aquí no hay dinero: el costo promedio por persona no es dinero ahorrado mientras el edificio y su personal permanecen.",
  grossValues:
    "El dinero a costo promedio es un valor bruto: no se ahorra mientras el edificio y su personal permanecen. Los métodos de la cuenta valoran a las mismas personas y no se suman.",
  behaviour:
    "Los tribunales, las fiscalías y los órganos de libertad anticipada no reaccionan a la sobrepoblación ni a los traslados.",
  neverRefused:
    "Las prisiones no rechazan a nadie por falta de espacio, así que la ocupación puede superar 100 %.",
  forecast: "Un escenario dice lo que se sigue de sus parámetros; no es un pronóstico de lo que se decidirá.",
};
