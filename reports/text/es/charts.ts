import type * as en from "../en/charts.ts";
import { dateInWords } from "./dates.ts";
import { number, percent, probability, quoted, value } from "./format.ts";

/** What a tooltip calls the fields of a chart. */
export const fields: typeof en.fields = {
  scenario: "escenario",
  date: "fecha",
  name: "lugar",
  occupancy: "ocupación",
  share: "probabilidad",
  days: "días",
  stage: "etapa",
  q: "trimestre",
  mean: "media",
  low: "intervalo desde",
  high: "intervalo hasta",
};

/** Words of the occupancy fan. */
export const fan: typeof en.fan = {
  question: "¿Qué tan llenas están las prisiones?",
  yTitle: (capacity) => `Ocupación (% de la ${capacity})`,
  bands: "banda oscura: 50 % de los resultados; banda clara: 90 % de los resultados; líneas: medianas",
  summary: (base, panels) =>
    `Ocupación a lo largo del tiempo en ${quoted(base)} con bandas de resultados, y la mediana de cada otro escenario. ${panels
      .map(
        ({ title, start, end, low, high }) =>
          `${title}: mediana de ${value(start, "ratio")} al inicio y ${value(end, "ratio")} al final, 90 % de los resultados de ${value(low, "ratio")} a ${value(high, "ratio")}.`,
      )
      .join(" ")}`,
  columns: ["Prisiones", "Escenario", "Fecha", "Mediana", "90 % de los resultados, desde", "hasta"],
};

/** Words of the exceedance curves. */
export const exceedance: typeof en.exceedance = {
  question: (date) => `¿Qué probabilidad hay de una ocupación superior a x al ${dateInWords(date)}?`,
  x: (capacity) => `Ocupación x (% de la ${capacity})`,
  y: "Proporción de resultados por encima de x",
  note: (replications) =>
    `proporción de ${number(replications)} réplicas; líneas discontinuas: 100, 110, 130 y 150 %`,
  summary: (base, panels) =>
    `Proporción de resultados al final por encima de 100 % y de 130 % en ${quoted(base)}. ${panels
      .map(({ title, full, crowded }) => `${title}: ${probability(full)} y ${probability(crowded)}.`)
      .join(" ")}`,
  cell: ({ share, low, high }) => `${probability(share)} (${probability(low)} – ${probability(high)})`,
  columns: (thresholds, level) => [
    "Prisiones",
    "Escenario",
    ...thresholds.map((limit) => `Más de ${percent(limit)} (intervalo de Wilson del ${percent(level)})`),
  ],
};

/** Words of the heat map. */
export const heatMap: typeof en.heatMap = {
  question: (base, capacity) => `¿Qué centros superan su ${capacity}, y cuándo (${quoted(base)})?`,
  legend: "Ocupación media",
  bands: ["menos de 70 %", "70–100 %", "100–110 %", "110–130 %", "130–150 %", "más de 150 %"],
  gaps: "gris: sin capacidad entonces (cerrado o aún sin abrir)",
  summary: (institutions, above100, above130, capacity) =>
    `Ocupación media de ${number(institutions)} centros por trimestre. En el último trimestre ${number(above100)} superan en promedio 100 % de la ${capacity}, y ${number(above130)} de ellos, 130 %.`,
  columns: ["Centro", "Nivel", "Primer trimestre", "Último trimestre", "Media trimestral más alta"],
};

/** Words of the list from which an institution is chosen. */
export const chooser: typeof en.chooser = {
  label: "Centro",
  none: "ninguno elegido",
  help: "Lo que elija aquí o en una gráfica queda marcado en el mapa de calor, en la lista ordenada (si está entre los primeros) y en el mapa.",
  says: ({ name, startDate, start, endDate, end, share, low, high, level, days }) => {
    const stood = (amount: number) => (Number.isFinite(amount) ? value(amount, "ratio") : "sin capacidad");
    const chance = `probabilidad de superar 130 % entonces: ${probability(share)} (intervalo de Wilson del ${percent(level)}: ${probability(low)} a ${probability(high)})`;
    return [
      `${name}: ${stood(start)} al ${dateInWords(startDate)}, ${stood(end)} al ${dateInWords(endDate)} en promedio`,
      ...(Number.isFinite(end) ? [chance] : []),
      `${number(days)} días por encima de 130 % en el periodo en promedio.`,
    ].join("; ");
  },
};

/** Words of the map. */
export const map: typeof en.map = {
  question: (place, base) =>
    `${place}: ¿dónde están los centros sobrepoblados, al inicio y al final (${quoted(base)})?`,
  start: (date) => `Inicio, ${dateInWords(date)}`,
  end: (date) => `Final, ${dateInWords(date)}, media`,
  summary: (institutions, start, end, capacity) =>
    `${number(institutions)} centros en un mapa. Por encima de 130 % de la ${capacity}: ${number(start)} al inicio, ${number(end)} al final en promedio.`,
  columns: ["Centro", "Inicio", "Final"],
};

/** Words of the ranked list. */
export const rank: typeof en.rank = {
  question: (date, capacity) =>
    `¿Qué centros tienen mayor probabilidad de superar 130 % de la ${capacity} al ${dateInWords(date)}?`,
  probability: (date) => `Probabilidad de superar 130 % al ${dateInWords(date)}`,
  days: "Días por encima de 130 % en el periodo, media",
  summary: (rows, level, capacity) => {
    const likely = rows.filter(({ share }) => share > 0).slice(0, 3);
    const chances = likely.map(
      ({ name, share, low, high }) =>
        `${name}, ${probability(share)} (intervalo de Wilson del ${percent(level)}: ${probability(low)} a ${probability(high)})`,
    );
    const longest = rows.toSorted((a, b) => b.days - a.days).slice(0, 3);
    const durations = longest.map(({ name, days }) => `${name}, ${number(days)} días en promedio`);
    const end =
      likely.length === 0
        ? `Ningún centro supera 130 % de la ${capacity} al final en ninguna réplica.`
        : `Con mayor probabilidad por encima de 130 % al final: ${chances.join("; ")}.`;
    return rows.length === 0
      ? end
      : `${end} Más tiempo por encima de 130 % en el periodo: ${durations.join("; ")}.`;
  },
  columns: (level) => [
    "Centro",
    "Probabilidad de superar 130 % al final",
    `Intervalo de Wilson del ${percent(level)}`,
    "Días por encima de 130 %, media",
    `Intervalo de la media del ${percent(level)}, ±`,
  ],
};

/** Words of the transfers on both sides. */
export const sides: typeof en.sides = {
  question: "¿Cuántas personas se trasladan, y qué cambia en cada lado?",
  transfers: "Personas entregadas desde el inicio",
  stockChange: (place) => `${place}: personas en prisión, cambio frente a la base`,
  ribbon: (level) => `banda: intervalo de confianza del ${percent(level)} de la media`,
  summary: (rows) =>
    rows
      .map(
        ({ scenario, transfers, sending, receiving }) =>
          `${quoted(scenario)}: ${transfers} personas entregadas hasta el final; lado trasladante: ${sending}; lado receptor: ${receiving}.`,
      )
      .join(" "),
  isBase: "base de la comparación",
  columns: [
    "Escenario",
    "Personas entregadas hasta el final",
    "Lado trasladante, cambio",
    "Lado receptor, cambio",
  ],
};

/** Words of the corridor funnel. */
export const funnel: typeof en.funnel = {
  question: (corridor, date) =>
    `¿En qué terminan las solicitudes de ${quoted(corridor)}, al ${dateInWords(date)}?`,
  axis: "Personas desde el inicio, media de las réplicas",
  summary: (rows) =>
    rows
      .map(
        ({ scenario, requests, transfers, waiting }) =>
          `${quoted(scenario)}: ${requests} solicitudes, ${transfers} personas entregadas, ${waiting} aún en espera.`,
      )
      .join(" "),
  stage: "Etapa o salida",
  waits: {
    interest: "Del ingreso a la primera solicitud",
    package: "Integración del expediente",
    reviewQueue: "Espera de una persona que lo revise",
    review: "Revisión del Estado trasladante",
    receiving: "Decisión del Estado receptor",
    consent: "Audiencia de consentimiento",
    handover: "De estar lista a la entrega",
    total: "De la solicitud a la entrega",
  },
  waitCaption: "Cuánto dura cada etapa (días)",
  waitColumns: ["Etapa", "Escenario", "Media", "Mediana", "Nueve de cada diez, no más de"],
  waitNote:
    "Esperas que terminaron en el periodo con una decisión; las dos últimas, solo de personas entregadas. Quien vuelve a solicitar tras una negativa cuenta otra vez.",
};

/** Words of start and end by place. */
export const startEnd: typeof en.startEnd = {
  tiles: (place, base) =>
    `${place}: ¿qué tan llena está cada entidad federativa al inicio y al final (${quoted(base)})?`,
  bars: (place, level, base) =>
    `${place}: ¿qué tan llenos están los centros de nivel ${level} al inicio y al final (${quoted(base)})?`,
  start: (date) => `Inicio, ${dateInWords(date)}`,
  end: (date) => `Final, ${dateInWords(date)}`,
  axis: (capacity) => `Ocupación (% de la ${capacity})`,
  summary: ({ count, above100Start, above100End, highest, occupancy, capacity }) =>
    `${number(count)} lugares. Por encima de 100 % de la ${capacity}: ${number(above100Start)} al inicio, ${number(above100End)} al final en promedio. El más lleno al final: ${highest}, con ${value(occupancy, "ratio")}.`,
  columns: ["Lugar", "Inicio", "Final", "Cambio, puntos porcentuales"],
};
