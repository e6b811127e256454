/** A system with everything that people, places and rules within one country may have, on one page. */
export const ESTATE = `id: estate
title: An estate
start: 2025-01-01
horizon: 4 y
grid: year
systems:
  us:
    capacity: rated
    placement: proportional
    functionLevels: [hospital]
    balancing: { every: 91 d, above: 1.5 }
    harm: { staff: 300, specialHousingShare: 0.08 }
    facilities:
      - { id: LOW-1, level: low, sex: male, region: east, ratedCapacity: 100, bedsOffLine: 10, weight: 30 }
      - { id: LOW-2, level: low, sex: male, region: west, ratedCapacity: 200, ownCapacity: 150 }
      - { id: HIGH-1, level: high, sex: male, region: east, ratedCapacity: 50 }
      - { id: WOMEN, level: low, sex: female, ratedCapacity: 80 }
      - { id: HOSPITAL, level: hospital, ratedCapacity: 20, weight: 5 }
      - { id: HOMES, level: homes, ratedCapacity: null, limit: 40 }
    streams:
      - id: men
        citizenship: US
        sex: male
        admissions: 100 persons/y
        admissionsGrowth: 0.02
        levels: { low: 0.6, high: 0.3, new/hospital: 0.1 }
        reclassification:
          - { from: new/hospital, to: low, rate: 2 /y }
          - { from: low, to: low/hospital, rate: 0.1 /y }
        sentence: 5 y
        timeServed:
          share: 0.85
          reductions:
            - { id: treatment, share: 0.3, fixed: { days: 300 d, minimumSentence: 24 months } }
            - { id: credits, share: 0.4, earned: { perDay: 0.4, maximum: 365 d, beyond: finalPlacement } }
        ageAtEntry: { uniform: { from: 20 y, to: 40 y } }
        deaths: [{ fromAge: 0 y, rate: 0.001 /y }, { fromAge: 50 y, rate: 0.01 /y }]
        finalPlacement: { facility: HOMES, share: 0.6, detainerShare: 0.3, days: 365 d, waitAtStart: 100 d }
      - id: foreign-men
        citizenship: MX
        sex: male
        admissions: 50 persons/y
        levels: { low: 1 }
        sentence: 2 y
        timeServed:
          reductions:
            - { id: credits, share: 0.2, earned: { perDay: 0.4, maximum: 365 d } }
        deaths: 0.002 /y
      - id: women
        citizenship: MX
        sex: female
        admissions: 10 persons/y
        levels: { low: 1 }
        stay: 1 y
    initialStock:
      - { stream: men, facility: LOW-1, persons: 60 }
      - { stream: men, facility: HOSPITAL, level: high, persons: 5 }
      - { stream: men, facility: HOMES, level: low, persons: 30 }
      - { stream: men, facility: HOMES, level: new/hospital, persons: 2 }
      - { stream: men, level: high, persons: 20 }
`;

/** A scenario that extends the estate. */
export function overEstate(body: string) {
  return { "estate.yaml": ESTATE, "over.yaml": `id: over\ntitle: Over\nextends: estate\n${body}` };
}
