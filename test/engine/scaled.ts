import type { ModelParameters } from "../../engine/index.ts";

/** A model with so many times as many people, places, reviewers and members of a batch. */
export function scaled(model: ModelParameters, factor: number): ModelParameters {
  const times = <T extends number | null>(value: T): T =>
    (value === null ? null : (value as number) * factor) as T;
  return {
    ...model,
    initialStock: model.initialStock.map((row) => ({ ...row, persons: row.persons * factor })),
    expulsions: model.expulsions.map((batch) => ({ ...batch, persons: batch.persons * factor })),
    capacityChanges: model.capacityChanges.map((change) => ({ ...change, capacity: times(change.capacity) })),
    regimes: model.regimes.map((regime) => ({
      ...regime,
      capacity: regime.capacity.map(times),
      placementLimit: regime.placementLimit.map(times),
      streams: regime.streams.map((stream) => ({
        ...stream,
        admissionsPerDay: stream.admissionsPerDay * factor,
      })),
      corridors: regime.corridors.map((corridor) => ({
        ...corridor,
        review: { ...corridor.review, reviewers: times(corridor.review.reviewers) },
        receiving: { ...corridor.receiving, quotaPerYear: times(corridor.receiving.quotaPerYear) },
        handover: { ...corridor.handover, maximumPersons: times(corridor.handover.maximumPersons) },
      })),
    })),
  };
}
