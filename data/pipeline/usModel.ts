import { sum } from "./table.ts";
import { placedPersons, solveWaitDays } from "./usCommunity.ts";
import { initialStock } from "./usInitialStock.ts";
import { type OwnLevel, ownLevels, publishedLevelShares } from "./usLevels.ts";
import { profileIndex, profileKeys } from "./usProfiles.ts";
import { streamClasses } from "./usReclassification.ts";
import { type SteadyState, steadyState } from "./usSteadyState.ts";
import { type StreamStock, wholeStreams } from "./usStreamStock.ts";
import { solveUnclassified } from "./usUnclassified.ts";
import type { UsVintage } from "./usVintage.ts";
import { isFitted } from "./usViolators.ts";
import { placementWeights } from "./usWeights.ts";

/** Every figure of the US side, computed once; the tables print parts of it. */
export type UsModel = ReturnType<typeof usModel>;

/** A figure of the profiles, spread over the streams by people. */
function byStream(
  state: SteadyState,
  streams: readonly StreamStock[],
  perProfile: readonly number[],
): number[] {
  return streams.map((stream) => {
    const profile = profileIndex(stream);
    return ((perProfile[profile] ?? 0) * stream.persons) / sum(state.stock[profile] ?? []);
  });
}

/** The same, scaled to a total. */
function sharedOut(values: readonly number[], total: number): number[] {
  return values.map((value) => (value / sum(values)) * total);
}

/** People who come in for each who leaves, by profile; violators come and go too fast for a difference. */
function admissionsPerExit({ totals }: UsVintage): number[] {
  const { admissionsOverOneYear, violatorsOverOneYear, exitsOverOneYear } = totals;
  const ofCourt = (admissionsOverOneYear - violatorsOverOneYear) / (exitsOverOneYear - violatorsOverOneYear);
  return profileKeys.map((_, profile) => (isFitted(profile) ? ofCourt : 1));
}

/** All people by own level, from the published shares. */
function publishedLevels({ levelsDate, totals }: UsVintage): Record<OwnLevel, number> {
  const shares = publishedLevelShares(levelsDate);
  return Object.fromEntries(ownLevels.map((level) => [level, shares[level] * totals.totalPersons])) as Record<
    OwnLevel,
    number
  >;
}

/**
 * Computes the US side of a vintage from the sources.
 *
 * @param persistence of the occupancy of institutions, for the placement weights
 */
export function usModel(vintage: UsVintage, persistence: number) {
  const { totals, open, counts } = vintage;
  const state = steadyState(vintage);
  const streams = wholeStreams(state.streamCells, totals.totalPersons);
  const levelPersons = publishedLevels(vintage);
  const waitDays = solveWaitDays(state, totals.outsidePersons);
  const placed = placedPersons(state, waitDays);
  const perExit = admissionsPerExit(vintage);
  const unclassified = solveUnclassified(state, perExit, levelPersons.unclassified);
  const newcomers = sharedOut(byStream(state, streams, unclassified.persons), levelPersons.unclassified);
  const stock = initialStock({
    counts,
    streams,
    outside: sharedOut(byStream(state, streams, placed), totals.outsidePersons),
    unclassified: newcomers,
    levelPersons,
  });
  const flow = state.flow.map((cells, profile) => (perExit[profile] ?? 1) * sum(cells));
  const admissions = byStream(state, streams, flow);
  const classes = streams.map((_, column) =>
    streamClasses(stock, column, {
      admissionsPerYear: admissions[column] ?? 0,
      classifiedPerYear: unclassified.perYear,
      unclassifiedPersons: newcomers[column] ?? 0,
    }),
  );
  const weights = placementWeights(counts, stock, streams, persistence);
  const estate = { open, counts, persistence, weights };
  const people = { streams, levelPersons, stock, admissions, classes, unclassified };
  return { vintage, totals, ...estate, state, ...people, waitDays, placed };
}
