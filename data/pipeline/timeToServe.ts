import { roundTo } from "./table.ts";

export const daysPerYear = 365.25;

/** The time-served rule of a stream: max(minimum, share x sentence - credit). */
export interface TimeServedRule {
  readonly share: number;
  readonly preTrialCreditDays: number;
  readonly minimumDays: number;
}

/** One band of the sentence imposed; people are spread evenly within it. */
export interface SentenceBand {
  readonly key: string;
  readonly fromYears: number;
  readonly toYears: number;
}

/** Bands of BOP's table of sentences imposed; "over 20 years" is taken as 20 to 40 (assumption). */
export const sentenceBands: readonly SentenceBand[] = [
  { key: "under_1y", fromYears: 0, toYears: 1 },
  { key: "1_to_3y", fromYears: 1, toYears: 3 },
  { key: "3_to_5y", fromYears: 3, toYears: 5 },
  { key: "5_to_10y", fromYears: 5, toYears: 10 },
  { key: "10_to_15y", fromYears: 10, toYears: 15 },
  { key: "15_to_20y", fromYears: 15, toYears: 20 },
  { key: "over_20y", fromYears: 20, toYears: 40 },
];

/** Share of a sentence left after good conduct time of 54 days a year (18 USC 3624(b)). */
export const goodConductShare = roundTo(1 - 54 / daysPerYear, 3);

/** Time to serve in one band: an atom at the minimum and an even spread above it. */
interface ServedSpread {
  readonly minimumShare: number;
  readonly fromDays: number;
  readonly toDays: number;
}

function servedSpread(band: SentenceBand, rule: TimeServedRule): ServedSpread {
  const low = rule.share * band.fromYears * daysPerYear - rule.preTrialCreditDays;
  const high = rule.share * band.toYears * daysPerYear - rule.preTrialCreditDays;
  const cut = Math.min(Math.max(rule.minimumDays, low), Math.max(rule.minimumDays, high));
  const minimumShare = Math.min(1, Math.max(0, (rule.minimumDays - low) / (high - low)));
  return { minimumShare, fromDays: cut, toDays: Math.max(rule.minimumDays, high) };
}

/**
 * Mean days in custody of people admitted in one band, with deaths as a competing exit.
 *
 * With hazard h, a fixed term T gives (1 - exp(-hT)) / h; the mean over an even spread is in closed form.
 */
export function meanStayDays(band: SentenceBand, rule: TimeServedRule, deathsPerYear: number): number {
  const h = deathsPerYear / daysPerYear;
  const spread = servedSpread(band, rule);
  const atom = (1 - Math.exp(-h * rule.minimumDays)) / h;
  const width = spread.toDays - spread.fromDays;
  if (spread.minimumShare >= 1 || width <= 0) return atom;
  const even = (1 - (Math.exp(-h * spread.fromDays) - Math.exp(-h * spread.toDays)) / (h * width)) / h;
  return spread.minimumShare * atom + (1 - spread.minimumShare) * even;
}

/**
 * Mean days that people admitted in one band spend in a final placement of `days`, if everybody whose
 * time to serve is longer than that is placed.
 */
export function meanPlacementDays(
  band: SentenceBand,
  rule: TimeServedRule,
  deathsPerYear: number,
  days: number,
): number {
  const h = deathsPerYear / daysPerYear;
  const inPlacement = (1 - Math.exp(-h * days)) / h;
  const spread = servedSpread(band, rule);
  const atom = rule.minimumDays > days ? Math.exp(-h * (rule.minimumDays - days)) * inPlacement : 0;
  const width = spread.toDays - spread.fromDays;
  if (spread.minimumShare >= 1 || width <= 0) return atom;
  const from = Math.max(spread.fromDays, days);
  if (from >= spread.toDays) return spread.minimumShare * atom;
  const survivors = (Math.exp(-h * (from - days)) - Math.exp(-h * (spread.toDays - days))) / h;
  return spread.minimumShare * atom + (1 - spread.minimumShare) * (survivors / width) * inPlacement;
}
