import type { SensitivityMethod } from "../../uncertainty/sensitivityRow.ts";
import { isolate } from "../isolate.ts";
import { percent } from "./format.ts";

export const heading = "Azar y desconocimiento";

/** What the two sources are, and how they were told apart. */
export function intro(draws: number, replications: number, design: "lhs" | "sobol"): string {
  const points = design === "lhs" ? "un hipercubo latino" : "la sucesión de Sobol, aleatorizada";
  return (
    `Los parámetros inciertos se sortearon ${draws} veces (${points}); cada sorteo se simuló en las mismas ${replications} ` +
    "réplicas, con los mismos números aleatorios. El azar es lo que difiere entre réplicas con parámetros dados; " +
    "los parámetros son lo que difiere entre sorteos."
  );
}

export const bandNote =
  "Las bandas contienen 90 % de los resultados, de 5 a 95 %. Azar: réplicas con los valores que escribe el escenario. " +
  "Parámetros: medias de los sorteos, en las que queda un poco de azar. Juntos: todos los sorteos y réplicas.";

export const modelErrorNote =
  "El error del propio modelo no está en ninguna de estas bandas. Para el total de Estados Unidos del sistema incluido, hasta " +
  "cinco años adelante, se sabe cuánto erraron pronósticos así; para todo lo demás, y para las diferencias, no se conoce.";
export const modelErrorTitle = "El total de Estados Unidos: azar, parámetros y el error pasado del modelo";
export const modelErrorColumns = [
  "Medida",
  "Escenario",
  "Al",
  "Unidad",
  "Media",
  "Azar, banda del 90 %",
  "Parámetros, banda del 90 %",
  "Juntos, banda del 90 %",
  "Error pasado, raíz cuadrática media",
  "Intervalo del 90 % con el error pasado",
];
export const notKnown = "no se conoce";

/** Beside the parameters that move a measure: how far such forecasts were off. */
export function modelErrorBeside(amount: string): string {
  return `El error del propio modelo no está en ninguno de estos números: pronósticos pasados de este total, con esos años de antelación, erraron ${amount} (raíz cuadrática media).`;
}

export const modelErrorNotKnown =
  "El error del propio modelo no está en ninguno de estos números, y para esta medida y fecha no se conoce.";

export const shareQuestion = "¿Qué parte de la varianza viene de no conocer los parámetros?";

export function shareSummary(most: { readonly measure: string; readonly share: string } | null): string {
  if (most === null) return "Ninguna medida varía entre sorteos ni réplicas.";
  return `La mayor proporción es la de ${isolate(most.measure)}: ${most.share}. Lo que no son parámetros es azar.`;
}

export function shareNote(level: number): string {
  return `Barras: proporción de la varianza; líneas: su intervalo de confianza del ${percent(level)}, donde lo hay.`;
}

/** Columns of the table behind the shares. */
export function shareColumns(level: number): string[] {
  return ["Medida", "Al, o hasta", "Proporción de los parámetros", `Intervalo del ${percent(level)}`];
}

export const splitTitle = "Azar y parámetros por medida";
export const splitColumns = [
  "Medida",
  "Escenario",
  "Al, o en el periodo",
  "Unidad",
  "Media",
  "Azar, banda del 90 %",
  "Parámetros, banda del 90 %",
  "Juntos, banda del 90 %",
  "Proporción de los parámetros",
  "Error pasado del modelo",
];

/** What a row is of: a scenario, or the difference of two. */
export function rowScenario(scenario: string, base: string | undefined): string {
  return base === undefined ? scenario : `${scenario} − ${base}`;
}

export const parametersTitle = "Parámetros inciertos";
export const parameterColumns = [
  "Parámetro",
  "Distribución",
  "Como está escrito",
  "Cómo se conoce",
  "Fuentes",
];
export const factorOn = "factor: ";
export const severalValues = "varios valores";

/** Remark of a run without draws. */
export function notDrawn(count: number): string {
  const parameters =
    count === 1 ? "1 parámetro incierto tiene su valor" : `${count} parámetros inciertos tienen sus valores`;
  return `${parameters} como ${count === 1 ? "está escrito" : "están escritos"} en esta simulación; --draws sortea de las distribuciones`;
}

export function sensitivityTitle(title: string): string {
  return `Sensibilidad de ${isolate(title)}`;
}

export const METHODS: Readonly<Record<SensitivityMethod, string>> = {
  morris: "Tamizado de Morris",
  sobol: "Índices de Sobol",
};

/** How the numbers came about. */
export function sensitivityIntro(
  method: SensitivityMethod,
  size: number,
  points: number,
  replications: number,
): string {
  const design =
    method === "morris"
      ? `Tamizado de Morris con ${size} trayectorias`
      : `Diseño de Saltelli con ${size} renglones para índices de Sobol (primero: Saltelli 2010, total: Jansen 1999)`;
  return (
    `${design}: ${points} puntos en total, cada uno en las mismas ${replications} réplicas con los mismos números aleatorios, de modo que ` +
    "un parámetro sin efecto muestra exactamente cero."
  );
}

export function tornadoQuestion(measure: string, when: string): string {
  return `¿Qué parámetros mueven ${isolate(measure)} (${when})?`;
}

export function tornadoSummary(parameter: string | null, low: string, high: string): string {
  if (parameter === null) return "Ningún parámetro la cambia.";
  return `${isolate(parameter)} es el que más importa: ${low} en el 5 % de su distribución, ${high} en el 95 %, los demás como están escritos.`;
}

export function tornadoNote(level: number): string {
  return `Barras: cambio de la media cuando un solo parámetro está en el 5 % o el 95 % de su distribución; líneas: intervalo de confianza del ${percent(level)} del cambio pareado.`;
}

/** Caption of the table beneath a tornado. */
export function tableTitle(measure: string, level: number): string {
  return `Sensibilidad de ${isolate(measure)}, con intervalos del ${percent(level)}`;
}

export const tornadoEnds = { low: "en 5 %", high: "en 95 %" };

/** Columns of the table behind a tornado. */
export function sensitivityColumns(method: SensitivityMethod, level: number): string[] {
  const interval = `Intervalo del ${percent(level)}`;
  const own =
    method === "morris"
      ? ["μ*", interval, "μ", "σ"]
      : ["Índice de primer orden", interval, "Índice total", interval];
  return ["Parámetro", "Valor en 5 %", "Cambio", "Valor en 95 %", "Cambio", ...own];
}

export const morrisNote =
  "μ* es el efecto absoluto medio de mover el parámetro por todo su rango, μ el efecto medio con su signo, σ cuánto " +
  "depende el efecto de los demás parámetros o del nivel del propio parámetro.";

export const sobolNote =
  "El índice de primer orden es la parte de la varianza que desaparece cuando se conoce el parámetro; el índice total, " +
  "la parte que queda cuando se conocen todos los demás. El azar que queda en las medias cuenta como interacción.";
