import type { TracePlacing } from "../../../engine/trace/traceEvent.ts";
import type * as en from "../en/explain.ts";
import { isolate } from "../isolate.ts";
import { dateInWords } from "./dates.ts";
import { number, quoted } from "./format.ts";
import { level } from "./measures.ts";

const DAYS_PER_YEAR = 365.25;

/**
 * A duration in the unit in which people speak of it: days up to two months, months up to two years, then years.
 *
 * @example
 * duration(1461); // => "4.0 años"
 */
export function duration(days: number): string {
  if (days < 61) {
    const whole = Math.round(days);
    return whole === 1 ? "1 día" : `${whole} días`;
  }
  return days < 2 * DAYS_PER_YEAR
    ? `${Math.round((12 * days) / DAYS_PER_YEAR)} meses`
    : `${number(days / DAYS_PER_YEAR, 1)} años`;
}

function at({ name, level: own }: en.PlaceWords): string {
  return `${isolate(name)} (${level(own)})`;
}

export function personTitle(id: string, replication: number, scenario: string): string {
  return `${id} en la réplica ${replication} de ${quoted(scenario)}`;
}

function who({ own, age }: { readonly own: string; readonly age: number | null }): string {
  return age === null
    ? `nivel propio ${own}`
    : `nivel propio ${own}, ${Math.floor(age / DAYS_PER_YEAR)} años`;
}

export const entered: typeof en.entered = {
  start: (entry) =>
    `En prisión el día 0, en ${at(entry.place)}, ${who(entry)}; en custodia desde el ${dateInWords(entry.entered)}.`,
  admission: (entry) => `Ingresa y se le asigna a ${at(entry.place)}, ${who(entry)}.`,
  expulsion: (entry) => `Se le recibe en un grupo con fecha en ${at(entry.place)}, ${who(entry)}.`,
  handover: (entry) => `Llega a ${at(entry.place)}.`,
  return: (entry) => `Ha vuelto, y cumple lo que queda en ${at(entry.place)}, ${who(entry)}.`,
};

export const term: typeof en.term = ({ lifeTerm, imposedDays, servedDays, credits, release }) => {
  if (lifeTerm || release === null) {
    return "Prisión vitalicia: sin fecha de liberación.";
  }
  const due = dateInWords(release);
  if (imposedDays === null) {
    return `No se conoce la pena; liberación prevista el ${due}.`;
  }
  if (credits.length === 0 && Math.abs(imposedDays - servedDays) < 1) {
    return `Por cumplir ${duration(servedDays)}, hasta el ${due}.`;
  }
  const off = credits.length === 0 ? "" : `, menos ${credits.join(", ")}`;
  return `Pena de ${duration(imposedDays)}${off}: ${duration(servedDays)} del ingreso a la liberación, prevista el ${due}.`;
};

export function goodConduct(share: string): string {
  return `tiempo por buena conducta (se cumple ${share})`;
}

export function preTrialCredit(days: number): string {
  return `${duration(days)} de prisión preventiva que se abonan`;
}

const REDUCTIONS: Readonly<Record<string, string>> = {
  firstStepAct: "créditos de la First Step Act",
  drugTreatment: "la reducción por tratamiento de adicciones",
};

/** A reduction that a person earns; an unknown one as the scenario names it. */
export function reduction(id: string): string {
  return REDUCTIONS[id] ?? id;
}

const REASONS: Readonly<Record<TracePlacing["reason"], string>> = {
  move: "por la regla de asignación",
  balancing: "para aliviar un centro sobrepoblado",
  closure: "porque el centro cierra",
  reclassification: "para estar en una unidad de otro tipo",
  finalPlacement: "para los últimos días antes de la liberación",
  homeMove: "para estar más cerca de su hogar",
  staging: "para esperar la entrega",
};

export function moved(from: en.PlaceWords, to: en.PlaceWords, reason: TracePlacing["reason"]): string {
  return `Pasa de ${at(from)} a ${at(to)} ${REASONS[reason]}.`;
}

/** A new own level; `to` is null where the person stays at the same place. */
export function reclassified(
  before: string,
  after: string,
  from: en.PlaceWords,
  to: en.PlaceWords | null,
): string {
  const place = to === null ? `sigue en ${at(from)}` : `pasa de ${at(from)} a ${at(to)}`;
  return `Se le reclasifica del nivel propio ${before} al ${after}; ${place}.`;
}

export function waitingForPlacement(place: en.PlaceWords): string {
  return `Desde ahora podría estar en la comunidad, pero no hay lugar libre: espera en ${at(place)}.`;
}

export function detainer(place: en.PlaceWords): string {
  return `Desde ahora podría estar en la comunidad, pero una orden de retención mantiene a la persona en ${at(place)}.`;
}

export function newRelease(date: string | null): string {
  return date === null
    ? "Un cambio de los créditos deja a la persona sin fecha de liberación."
    : `Un cambio de los créditos mueve la liberación al ${dateInWords(date)}.`;
}

export function releaseThere(date: string | null): string {
  return date === null
    ? "Sin fecha de liberación allá."
    : `La liberación allá está prevista el ${dateInWords(date)}.`;
}

/** Steps of a case in a corridor, as the funnel names them. */
const STEPS: Readonly<Record<string, string>> = {
  requests: "Solicita un traslado",
  ineligible: "No es elegible",
  approved: "El Estado trasladante aprueba",
  denied: "El Estado trasladante niega",
  accepted: "El Estado receptor acepta",
  refused: "El Estado receptor rechaza",
  refusedQuota: "El Estado receptor rechaza: su cupo del año está agotado",
  refusedOccupancy: "El Estado receptor rechaza: sus prisiones están llenas",
  withdrawn: "No consiente en la audiencia",
  lapsed: "El caso caduca: queda muy poco tiempo al llegar la entrega",
  releasedWaiting: "El caso termina con la liberación",
  diedWaiting: "El caso termina con la muerte",
  handedOver: "Se le entrega",
};

/** Rules of eligibility that every corridor has; bars of a scenario are named by their id. */
const RULES: Readonly<Record<string, string>> = {
  offence: "el delito",
  timeLeft: "queda muy poco tiempo por cumplir",
  lifeTerm: "una pena sin término",
};

/**
 * @param before whether the step was taken at some time before day 0
 * @param reasons rules that an ineligible request fails
 */
export function corridorStep(
  step: string,
  corridor: string,
  before: boolean,
  reasons: readonly string[],
): string {
  const why = reasons.map((reason) => RULES[reason] ?? isolate(reason)).join("; ");
  const words = `${STEPS[step] ?? step}${why === "" ? "" : `: ${why}`}`;
  const start = before ? `Hasta el día 0: ${words.charAt(0).toLowerCase()}${words.slice(1)}` : words;
  return `${start} (${isolate(corridor)}).`;
}

export function release(place: en.PlaceWords, days: number, waiting: boolean): string {
  const still = waiting ? ", aún en espera de un lugar en la comunidad" : "";
  return `Sale en libertad de ${at(place)} después de ${duration(days)} en custodia${still}.`;
}

export function death(place: en.PlaceWords, days: number): string {
  return `Muere en ${at(place)} después de ${duration(days)} en custodia.`;
}

export function handover(place: en.PlaceWords, days: number): string {
  return `Deja ${at(place)} después de ${duration(days)} en custodia.`;
}

export function expulsion(place: en.PlaceWords): string {
  return `Se le envía a otro sistema en un grupo con fecha desde ${at(place)}.`;
}

export function stillInside(place: en.PlaceWords): string {
  return `Sigue en prisión cuando termina el periodo, en ${at(place)}.`;
}

/** Under a log: whether it goes on, and how to follow one of its people. */
export function logNote(shown: number, goesOn: boolean, example: string | null): string {
  const events = shown === 1 ? "1 evento" : `${number(shown)} eventos`;
  const part = goesOn
    ? `Los primeros ${events} después del inicio; --limit muestra más, --stream y --facility eligen.`
    : `${events} después del inicio.`;
  return example === null ? part : `${part} El camino de una persona: --person ${example}`;
}

/** Which people of a stream a replication has. */
export function peopleOf(stream: string, initial: number, admitted: number): string {
  const parts = [
    ...(initial > 0 ? [`${stream}#-1 a ${stream}#-${initial} el día 0`] : []),
    ...(admitted > 0 ? [`${stream}#0 a ${stream}#${admitted - 1} ingresadas`] : []),
  ];
  return parts.length === 0 ? `"${stream}" no tiene a nadie` : `"${stream}" tiene ${parts.join(", ")}`;
}
