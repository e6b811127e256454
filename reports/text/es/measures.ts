import type { Measure } from "../../measures.ts";
import { quantity as ledgerQuantity } from "./ledger.ts";

const QUANTITIES: Readonly<Record<string, string>> = {
  stock: "Personas en prisión",
  occupancy: "Ocupación",
  averageOccupancy: "Ocupación promedio",
  admissions: "Ingresos desde el inicio",
  releases: "Liberaciones desde el inicio",
  deaths: "Muertes en custodia desde el inicio",
  transfersIn: "Personas recibidas por traslado",
  transfersOut: "Personas entregadas por traslado",
  expulsionsIn: "Personas recibidas en grupos con fecha",
  expulsionsOut: "Personas enviadas en grupos con fecha",
  moves: "Cambios de centro",
  reclassifications: "Reclasificaciones",
  balancingMoves: "Cambios de centro para equilibrar",
  closureMoves: "Personas movidas por el cierre de su centro",
  finalPlacements: "Colocaciones en la comunidad iniciadas",
  returns: "Personas encarceladas de nuevo tras un traslado, desde el inicio",
  releasedWithoutPlacement: "Personas liberadas en espera de colocación en la comunidad",
  waitingForPlacement: "Personas en prisión que esperan colocación en la comunidad",
  heldByDetainer: "Personas a quienes una orden de retención impide la colocación en la comunidad",
  share: "Proporción de personas",
  meanDaysServed: "Tiempo cumplido medio de las personas liberadas desde el inicio",
  personsPerStaff: "Personas en centros por integrante del personal",
  personsPerOfficer: "Personas en centros por custodio",
  personsWithoutProgrammePlace: "Personas sin lugar en un programa",
  specialHousing: "Personas en unidades de alojamiento especial",
  seriousAssaultsPerYear:
    "Agresiones graves al año, parte atribuida a la ocupación y al personal (sin verificar)",
  requests: "Solicitudes",
  ineligible: "No elegibles",
  approved: "Aprobadas por el Estado trasladante",
  denied: "Negadas por el Estado trasladante",
  accepted: "Aceptadas por el Estado receptor",
  refused: "Rechazadas por el Estado receptor",
  refusedQuota: "Rechazadas: cupo agotado",
  refusedOccupancy: "Rechazadas: prisiones receptoras llenas",
  withdrawn: "Sin consentimiento",
  lapsed: "Caducadas: queda muy poco tiempo",
  releasedWaiting: "Personas liberadas durante la espera",
  diedWaiting: "Personas fallecidas durante la espera",
  releasedApproved: "Personas liberadas durante la espera, ya aprobadas",
  diedApproved: "Personas fallecidas durante la espera, ya aprobadas",
  transfers: "Personas entregadas",
  waiting: "Aún en espera",
  personYearsMoved: "Años-persona trasladados (fechas de liberación del Estado trasladante)",
  personYearsToServe: "Años-persona por cumplir (fechas de liberación del Estado receptor)",
  meanDaysWaited: "Tiempo medio de la solicitud a la entrega",
  releasedAbroad: "Personas liberadas después de un traslado",
  shareServed: "Tiempo cumplido en total, como proporción del debido",
  daysShort: "Tiempo debido menos tiempo cumplido, media de las personas liberadas",
  returned: "Personas que vuelven tras una liberación anticipada",
  reimprisoned: "Personas encarceladas de nuevo por el resto de la pena",
  transferees: "Personas trasladadas en prisión",
  transfereeDays: "Días-persona de personas trasladadas",
  transfereeDaysCompromised: "Días-persona esperados de personas trasladadas bajo control comprometido",
  transfereeDaysUnknownControl: "Días-persona de personas trasladadas donde se desconoce el control",
  highProfileTransfereeDays: "Días-persona de personas trasladadas de alto perfil",
  highProfileTransfereeDaysCompromised:
    "Días-persona esperados de personas trasladadas de alto perfil bajo control comprometido",
  highProfileTransfereeDaysUnknownControl:
    "Días-persona de personas trasladadas de alto perfil donde se desconoce el control",
  shareTransfereeDaysCompromised:
    "Proporción del tiempo de las personas trasladadas bajo control comprometido",
  transfereeShareInCrowded: "Personas trasladadas entre las que están en centros sobrepoblados",
  shareInCrowded: "Proporción de personas en centros por encima de 100 %",
};

const THRESHOLDED: Readonly<Record<string, (threshold: string) => string>> = {
  facilitiesAbove: (threshold) => `Centros por encima de ${threshold} % de la capacidad`,
  shareAbove: (threshold) => `Proporción de personas en centros por encima de ${threshold} %`,
  bedDaysAbove: (threshold) => `Días-persona en exceso de ${threshold} % de la capacidad`,
  daysAbove: (threshold) => `Días por encima de ${threshold} % de la capacidad`,
  crossed: (threshold) => `Probabilidad de superar ${threshold} % en algún momento`,
};

/** Rules of eligibility that every corridor has, and bars of the shipped scenarios; other bars are shown by their id. */
const RULES: Readonly<Record<string, string>> = {
  offence: "delito",
  timeLeft: "queda muy poco tiempo",
  lifeTerm: "pena sin término",
  domicile: "domicilio",
  pendingCharges: "cargos pendientes",
};

/** Words for a quantity of the catalogue; an unknown one is shown as it is named. */
export function quantity(name: string): string {
  if (name.startsWith("failing.")) {
    const reason = name.slice("failing.".length);
    return `No elegibles: ${RULES[reason] ?? reason}`;
  }
  const [, stem = "", threshold = ""] = /^([a-zA-Z]+?)(\d+)$/.exec(name) ?? [];
  return THRESHOLDED[stem]?.(threshold) ?? QUANTITIES[name] ?? ledgerQuantity(name) ?? name;
}

const LEVELS: ReadonlyMap<string, string> = new Map([
  ["minimum", "seguridad mínima"],
  ["low", "seguridad baja"],
  ["medium", "seguridad media"],
  ["high", "seguridad alta"],
  ["state", "estatal"],
]);

/** Words for a level: the four security levels and the prisons of a state; others as the scenario writes them. */
export function level(name: string): string {
  return LEVELS.get(name) ?? name;
}

/** What stands after the quantity, for people who are told apart within a system. */
const OF_PEOPLE: Partial<Record<Measure["scope"]["kind"], (id: string) => string>> = {
  level: level,
  custody: (id) => `nivel propio ${level(id)}`,
  offence: (id) => `delito ${id}`,
  citizenship: (id) => `nacionalidad ${id}`,
};

/** Title of a measure; `place` is the title of its system, region, institution, stream or corridor. */
export function measure(subject: Measure, place: string, system: string | null): string {
  const { kind, id } = subject.scope;
  const group = OF_PEOPLE[kind]?.(id);
  const words = quantity(subject.quantity);
  return group === undefined ? `${words}: ${place}` : `${words}: ${system ?? ""}, ${group}`;
}
