import { formatIn } from "../formatIn.ts";

/**
 * Numbers as Mexico writes them (NOM-008-SCFI allows the point; official figures use point and comma), because
 * Mexico is where the people of the shipped corridor go: "1,234.5", not "1.234,5".
 */
export const {
  number,
  unitWord,
  differenceUnit,
  value,
  bareValue,
  meanAndHalfWidth,
  bounds,
  spreadOf,
  probability,
  percent,
  quoted,
} = formatIn({
  style: { point: ".", group: "," },
  units: {
    persons: "personas",
    institutions: "centros",
    "person-days": "días-persona",
    "person-years": "años-persona",
    days: "días",
    "unit-years": "años-módulo",
    "people per staff member": "personas por integrante del personal",
    "people per officer": "personas por custodio",
    "serious assaults a year": "agresiones graves al año",
  },
  percentagePoints: "puntos porcentuales",
  below1: "menos de 1 %",
  above99: "más de 99 %",
});
