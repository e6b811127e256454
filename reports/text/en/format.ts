import { formatIn } from "../formatIn.ts";

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
    persons: "people",
    institutions: "institutions",
    "person-days": "person-days",
    "person-years": "person-years",
    days: "days",
  },
  percentagePoints: "percentage points",
  below1: "below 1 %",
  above99: "above 99 %",
});
