import type { ForecastMethod, SkillBar } from "../../skill/skillRecord.ts";
import { number, percent, quoted } from "./format.ts";

export const METHODS: Readonly<Record<ForecastMethod, string>> = {
  model: "este modelo",
  naive: "ingenuo: el último valor",
  drift: "deriva: sigue el último cambio",
  ets: "ETS: suavizamiento exponencial",
  combination: "media de los cuatro",
};

/** A ratio in per cent with the digits of the record. */
export function ratio(value: number, decimals = 1): string {
  return `${number(100 * value, decimals)} %`;
}

/**
 * A bar that was set beforehand and what came of it.
 *
 * @param ours mean absolute error of the model at one year, without the shock
 */
export function bar({ id, reached, holds }: SkillBar, ours: number): string {
  const verdict = holds ? "se cumple" : "no se cumple";
  switch (id) {
    case "oneYear":
      return `12 meses, error absoluto medio sin el choque de a lo sumo 1.4 %: ${verdict} (${ratio(reached, 2)}).`;
    case "better":
      return `12 meses, mejor que ingenuo, deriva y ETS: ${verdict} (${ratio(ours, 2)} frente a ${ratio(reached, 2)} del mejor de ellos).`;
    case "twoYears":
      return `24 meses, error absoluto medio sin el choque de a lo sumo 3.5 %: ${verdict} (${ratio(reached, 2)}).`;
    case "coverage":
      return `5 años, el intervalo del 90 % contiene de 80 a 97 % de lo que vino: ${verdict} (${ratio(reached, 0)}).`;
    case "crowding":
      return `4 años, hacinamiento con error de 10 puntos o menos sin el choque: ${verdict} (hasta ${number(100 * reached, 1)} puntos de error).`;
  }
}

/** What was scored, and what was not. */
export function scored(first: number, last: number): string {
  return (
    `Se evaluaron pronósticos del total nacional de personas en las prisiones federales de Estados Unidos, desde los cierres de ${first} a ${last}. ` +
    "Los hizo el mismo motor, pero con un modelo más burdo que el de esta simulación: un solo lugar, sin distinguir a nadie por " +
    "centro, nivel, delito ni ciudadanía; los ingresos seguían su última tendencia. No dicen nada de centros o niveles por separado, de los traslados ni de México."
  );
}

export const notScored =
  "El escenario de esta simulación no parte del sistema de Estados Unidos incluido: esta evaluación no dice nada de sus cifras.";

export const question = "¿Cuánto erraron los pronósticos, según los años de antelación?";
export const panels = { withShock: "todos los pronósticos", withoutShock: "sin los de 2020 y 2021" };
export const methodTitle = "pronóstico";
export const yearsTitle = "años de antelación";
export const errorTitle = "error absoluto medio";

/** The errors at the shortest and the longest horizon, without and with the shock. */
export function summary(
  rows: readonly {
    readonly years: number;
    readonly without: number;
    readonly with: number;
    readonly best: number;
  }[],
): string {
  return rows
    .map(
      ({ years, without, with: all, best }) =>
        `Con ${years === 1 ? "1 año" : `${years} años`} de antelación el modelo erró ${ratio(without)} en promedio sin el choque ` +
        `y ${ratio(all)} con él; el mejor de ingenuo, deriva y ETS sin él, ${ratio(best)}.`,
    )
    .join(" ");
}

export const chartNote =
  "Error absoluto medio como proporción de lo que vino; el choque: los cierres de 2020 y 2021. Los pronósticos de años " +
  "vecinos se traslapan y no son independientes.";

export const columns = [
  "Años de antelación",
  "Pronóstico",
  "Número",
  "Error absoluto medio",
  "sin el choque",
  "Error medio",
  "En el intervalo del 50 %",
  "En el intervalo del 80 %",
  "En el intervalo del 90 %",
  "En el intervalo del 90 %, sin el choque",
];

/** Caption of the table of the run's own total. */
export function totalTitle(base: string): string {
  return `El total de Estados Unidos con ${quoted(base)} y el error pasado del modelo`;
}

export const totalColumns = [
  "Medida",
  "Al",
  "Media",
  "90 % de los resultados",
  "Error pasado, raíz cuadrática media",
  "Intervalo del 90 % con el error pasado",
];

/** How the past error was added. */
export function totalNote(level: number): string {
  return (
    `Error pasado: el de la evaluación con esos años de antelación, con el choque; líneas rectas entre los años evaluados, y ` +
    `nada conocido más allá. La última columna lo suma a la banda del ${percent(level)} de los resultados como error independiente. Los ` +
    "errores pasados también contienen azar, así que se cuenta dos veces y el intervalo es más bien ancho que estrecho. Queda " +
    "aparte: ningún otro intervalo de este informe lo contiene."
  );
}

export const full = "Cada origen, método y elección: docs/validation.md.";
