import { dateInWords } from "./dates.ts";

/** Words of the section on transferred people after the handover. */
export const exposureNote =
  "Los días-persona bajo control comprometido son una exposición: los días que las personas trasladadas pasan en cada centro, multiplicados por la probabilidad de que lo gobiernen las personas internas, solas o junto con la autoridad. Dicen cuánto tiempo se está ahí, no lo que ocurre; no se cuenta ni se predice ningún incidente.";

export const servedNote =
  "Lo debido es el tiempo hasta el fin de la pena vigente antes de la entrega. Si la ejecución continúa sin libertad condicional, se cumple entera y la proporción es 100 %. Ambas cifras son de las personas liberadas hasta ahora: las penas largas llegan después.";

export const highProfileNote =
  "Las personas de alto perfil se distinguen por una proporción de su flujo que da el escenario; un flujo sin ella no tiene ninguna.";

export const nobody =
  "Ningún corredor lleva a un sistema de esta simulación, así que nadie está en prisión después de un traslado.";

export const nobodyHeld = "En ninguna réplica hay una persona trasladada en prisión al final del periodo.";

export const placesCaption = (date: string) =>
  `Dónde están las personas trasladadas al ${dateInWords(date)}, número medio`;

export const institution = "Centro";
export const control = "Probabilidad de control comprometido";
export const unknown = "se desconoce";
export const when = "Al final, o en el periodo";
