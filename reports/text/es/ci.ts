import type * as en from "../en/ci.ts";

/** Labels of a job summary. */
export const labels: Record<keyof typeof en.labels, string> = {
  noGates: "No se pidió ninguna condición.",
  report: "Informe",
};

/** Titles of annotations. */
export const scenarioProblem = "Problema en un escenario";
export const gateProblem = "Una condición no se puede juzgar";

/** Where a page is, under what a terminal shows. */
export function reportAt(path: string): string {
  return `informe: ${path}`;
}

/** What was left out of a summary to keep it within its size. */
export function cut(omitted: readonly string[]): string {
  return `Se omite, porque un resumen de este tamaño no se muestra: ${omitted.join("; ")}. Todo está en el informe.`;
}

/** Names of what may be left out. */
export const parts: Record<keyof typeof en.parts, string> = {
  measures: "la tabla de medidas principales",
  moved: "lo que se movió desde la simulación anterior",
  answer: "la respuesta",
  gates: "condiciones que se cumplen",
  more: "más condiciones",
};

/** Heading of the bars that a terminal shows. */
export function occupancyOf(system: string): string {
  return `Ocupación media de ${system}, del primer día al último:`;
}
