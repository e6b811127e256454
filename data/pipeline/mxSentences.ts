import { numberOf, onlyRow, readSource } from "./readSource.ts";
import { sum } from "./table.ts";

/** Sentenced people by the years of their sentence, as shares of the people found inside. */
export interface SentenceShare {
  readonly fromYears: number;
  readonly toYears: number;
  readonly share: number;
}

/** Longest sentence (years): the survey's last band has no end. An assumption, as is the even spread in a band. */
export const longestSentenceYears = 60;

/**
 * Sentences of the people inside by the survey of 2021. A sentence of "1 to 5 years" has 1 up to 6; what the survey's
 * printed bands leave over is taken as 11 to 20 years (assumption).
 */
export function surveyedSentences(): SentenceShare[] {
  const rows = readSource("mx-flows.csv");
  const printed = (metric: string) =>
    numberOf(
      onlyRow(rows, (row) => row.topic === "sentence" && row.metric === metric, metric),
      "value",
    ) / 100;
  const [short, middle] = [printed("sentence of 1 to 5 years"), printed("sentence of 6 to 10 years")];
  const long = printed("share sentenced to 21 years or more");
  return [
    { fromYears: 1, toYears: 6, share: short },
    { fromYears: 6, toYears: 11, share: middle },
    { fromYears: 11, toYears: 21, share: 1 - short - middle - long },
    { fromYears: 21, toYears: longestSentenceYears, share: long },
  ];
}

/**
 * The same bands tilted towards long sentences: each share times exp(tilt x middle of the band). Of all shares with
 * that mean sentence these are the nearest to the survey's (least relative entropy).
 *
 * @param tilt per year of sentence; 0 leaves the shares as they are
 */
export function tilted(sentences: readonly SentenceShare[], tilt: number): SentenceShare[] {
  const weights = sentences.map(
    ({ fromYears, toYears, share }) => share * Math.exp((tilt * (fromYears + toYears)) / 2),
  );
  const total = sum(weights);
  return sentences.map((sentence, index) => ({ ...sentence, share: (weights[index] ?? 0) / total }));
}
