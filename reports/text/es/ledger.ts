import type * as en from "../en/ledger.ts";
import { isolate } from "../isolate.ts";
import { dateInWords } from "./dates.ts";
import { number } from "./format.ts";

/** Words for the quantities of the ledger. */
export const quantities: typeof en.quantities = {
  personYears: "Años-persona en custodia en el periodo",
  costAtAverage: "Costo bruto de la custodia a un solo costo promedio",
  costAtAverageByLevel: "Costo bruto de la custodia al costo promedio por nivel",
  costAtMarginal: "Costo de la custodia al costo marginal",
  presentCostAtAverage: "Valor presente del costo bruto de la custodia a un solo costo promedio",
  presentCostAtAverageByLevel: "Valor presente del costo bruto de la custodia al costo promedio por nivel",
  presentCostAtMarginal: "Valor presente del costo de la custodia al costo marginal",
  housingUnitYears: "Cambio en módulos en uso, multiplicado por años",
  costByStep: "Cambio en el costo de la custodia por módulos enteros",
  presentCostByStep: "Valor presente del cambio en el costo de la custodia por módulos enteros",
  grossValueFreed: "Valor bruto, al costo promedio por nivel, de los años-persona liberados",
  announcedValue: "Valor bruto según el método anunciado, desde el inicio",
  removalsAvoided: "Procedimientos de remoción evitados desde el inicio",
  transferCost: "Costo de los traslados desde el inicio",
  payments: "Pagos al Estado receptor desde el inicio",
  netAtMarginal: "Neto del lado trasladante al costo marginal, desde el inicio",
  receivingCost: "Costo bruto de lo que las personas entregadas deben cumplir",
};

/**
 * Words for a quantity of the ledger, in US dollars or at one level too; undefined for one of no ledger.
 *
 * @example
 * quantity("paymentsInUSD"); // => "Pagos al Estado receptor desde el inicio, en dólares estadounidenses"
 */
export function quantity(name: string): string | undefined {
  const [first = "", level] = name.split(".");
  const stem = first.replace(/InUSD$/, "");
  const words = Object.hasOwn(quantities, stem) ? quantities[stem] : undefined;
  if (words === undefined) {
    return undefined;
  }
  return `${words}${level === undefined ? "" : `, nivel ${level}`}${first === stem ? "" : ", en dólares estadounidenses"}`;
}

/** An amount of money with its currency: "44,090 USD". */
export function amount(value: number, currency: string): string {
  return `${number(value)} ${currency}`;
}

/** Unit of an amount that is shown in millions. */
export function millions(currency: string): string {
  return `millones de ${currency}`;
}

/** Amounts in brackets, or nothing. */
function inBrackets(amounts: readonly string[]): string {
  return amounts.length === 0 ? "" : ` (${amounts.join("; ")})`;
}

/** Column headings; the two sides are named by their systems. */
export function columns(sending: string, receiving: string | null): string[] {
  return ["Método", sending, receiving ?? "Lado receptor", "Qué supone", "Cómo se conocen las cifras"];
}

/** In the place of a value. */
export const cells: typeof en.cells = {
  needs: (paths) => `necesita ${paths.join(", ")}`,
  needsBase: "necesita una base con la cual comparar",
  none: "–",
  simulated: "simulado",
  unsourced: "sin fuente",
  notGiven: "no se da",
  noUnit: "no cierra ni abre ningún módulo entero",
};

const REMOVALS: Readonly<Record<en.Removal, (amounts: readonly string[]) => string>> = {
  full: (amounts) =>
    `Cada persona entregada ahorra un procedimiento de remoción completo${inBrackets(amounts)}, también el arresto, aunque estas personas ya están en custodia.`,
  detentionAndTransport: (amounts) =>
    `Cada persona entregada ahorra la detención hasta una remoción y el viaje${inBrackets(amounts)}.`,
  none: () => "No se cuenta en este escenario.",
};

/** Title of each row and what it assumes. */
export const methods: typeof en.methods = {
  counted: { title: "Años-persona en custodia", assumes: "Contados en el periodo; sin dinero." },
  announced: {
    title: "Como se anuncia: años restantes por una tarifa promedio",
    assumes: (amounts, end) =>
      `Cada año que les quedaba a las personas entregadas cuenta a la tarifa${inBrackets(amounts)}, también los posteriores al ${dateInWords(end)}. Es un valor bruto, como lo dan los anuncios.`,
  },
  average: {
    title: "Custodia a un solo costo promedio",
    assumes: (amounts) =>
      `Cada año-persona del periodo cuesta el promedio${inBrackets(amounts)}, edificios y plazas incluidos. Es un valor bruto, no dinero ahorrado.`,
  },
  byLevel: {
    title: "Custodia al costo promedio por nivel",
    assumes: "Lo mismo, con un promedio por nivel de centro. Es un valor bruto, no dinero ahorrado.",
  },
  present: {
    title: "Su valor presente",
    assumes: (rate, start) =>
      `Descontado a ${rate} anual desde la mitad de cada intervalo de muestreo hasta el ${dateInWords(start)}.`,
    assumesNoRate: "Descontado al inicio del periodo.",
  },
  marginal: {
    title: "Custodia al costo marginal",
    assumes: (amounts) =>
      `Lo que cambia con una persona más o menos${inBrackets(amounts)} mientras edificios y plazas permanecen.`,
  },
  step: {
    title: "Custodia por módulos enteros",
    assumes: (places) =>
      `El costo cambia solo donde un centro tiene un módulo entero${inBrackets(places)} de personas más o menos hasta el final del periodo; que el módulo entonces se cierre o se abra es un supuesto.`,
  },
  removals: {
    title: "Procedimientos de remoción evitados",
    assumes: (setting, amounts) => REMOVALS[setting](amounts),
  },
  transfers: {
    title: "Costo de los traslados",
    assumes: (amounts) => `Defensa, audiencia, viaje a la entrega y más allá${inBrackets(amounts)}.`,
  },
  payments: {
    title: "Pagos al Estado receptor",
    assumes: (amounts) => `Se pagan por cada año que se cumpla allá${inBrackets(amounts)}.`,
  },
  net: {
    title: "Neto del lado trasladante al costo marginal",
    assumes: "Años restantes al costo marginal y remociones evitadas, menos traslados y pagos.",
  },
  receiving: {
    title: (level) => `Lo que las personas entregadas deben cumplir, en centros de nivel ${level}`,
    assumes: (amounts, end) =>
      `Todo, también lo posterior al ${dateInWords(end)}, al costo promedio del nivel${inBrackets(amounts)}. Es un valor bruto: una persona más no tiene por qué costar el promedio.`,
  },
};

/** What the price of the announced method is called. */
export const fee = "tarifa anunciada";

/** Places of a housing unit. */
export function places(count: number): string {
  return `${number(count)} lugares`;
}

/** A rate of exchange: "17.7334 MXN por 1 USD". */
export function exchange(currency: string, perDollar: number): string {
  return `${perDollar} ${currency} por 1 USD`;
}

/** Sentences under the tables. */
export const notes: typeof en.notes = {
  noCosts: "Este escenario no da montos de dinero. Van en systems.<id>.costs, corridors.<id>.costs y ledger.",
  signs:
    "Las celdas son cambios frente a la base: media ± mitad del ancho del intervalo pareado. Un menos ante un costo es menos costo; el valor anunciado y las remociones evitadas son valores, de modo que más de ellos es un más.",
  gross:
    "El costo promedio incluye edificios, plazas y oficinas. Es el valor de las camas que se liberan o se ocupan, no dinero que un erario ahorre o gaste: este cambia por el costo marginal de cada persona, y por escalones cuando un módulo entero se cierra o se abre. Los renglones son métodos de valorar a las mismas personas y no deben sumarse.",
  priceYears: (parts) => {
    const years = parts.map(({ of, year }) => `${isolate(of)}: ${year === "" ? "no se da" : year}`);
    return `Cada monto queda en precios de su propio año (${years.join("; ")}): no se aplica ningún índice de precios.`;
  },
  exchange: (rates) => `Tipo de cambio: ${rates.join("; ")}.`,
  pricesDiffer:
    "Los escenarios no tienen los mismos montos de dinero: los renglones de costo difieren por precios además de por personas.",
};
