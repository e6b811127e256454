import {
  type CompiledScenario,
  FileProblem,
  loadScenario,
  type ScenarioFiles,
} from "../../scenarios/index.ts";
import { admissionsPath } from "./admissionsPath.ts";
import { type AwaitedCut, type OriginModel, YEARS_AHEAD } from "./originModel.ts";

/** Outlasts every back-test; spread out, because an agenda is slow where many events fall on one moment. */
const HELD = { uniform: { from: "100 y", to: "200 y" } };
const SENTENCED = "sentenced";

/**
 * The scenario that forecasts from an origin, as it would stand in a file: one system with one place, people by
 * the time they have left, admissions by year, and announced cuts as changes of the reductions on their date.
 *
 * @param z by how many standard deviations the trend of admissions is off
 */
export function originScenario(model: OriginModel, z = 0) {
  const { origin, cohorts, sentenced, others, residual, awaited } = model;
  const { stay } = cohorts;
  const place = { facilities: { ALL: 1 }, sex: "mixed" };
  const admissions = admissionsPath(model.admissions, YEARS_AHEAD, z).map(
    (persons) => `${persons} persons/y`,
  );
  return {
    id: `back-test-${origin}`,
    title: `What was known at the end of ${origin}`,
    start: `${origin}-12-31`,
    horizon: `${origin + YEARS_AHEAD}-12-31`,
    grid: "365.25 d",
    systems: {
      us: {
        admissionsLevel: { yearlySd: model.admissions.yearlySd },
        facilities: [{ id: "ALL", level: "all", sex: "mixed", ratedCapacity: null }],
        streams: [
          {
            id: SENTENCED,
            ...place,
            admissions: admissions[0]!,
            stay: { lognormal: { mean: `${stay.meanYears} y`, cv: stay.cv } },
          },
          { id: "others", ...place, admissions: "0 persons/y", stay: HELD },
          ...awaited.map(({ cut, longestYears }) => ({
            id: cut.id,
            ...place,
            admissions: "0 persons/y",
            sentence: `${longestYears} y`,
            timeServed: { share: 1 },
          })),
        ],
        initialStock: [
          {
            stream: SENTENCED,
            facility: "ALL",
            persons: sentenced,
            residual: {
              bands: residual.map(({ fromYears, toYears, share }) => ({
                from: `${fromYears} y`,
                to: `${toYears} y`,
                share,
              })),
            },
          },
          { stream: "others", facility: "ALL", persons: others, residual: HELD },
          ...awaited.map(({ cut, persons }) => ({ stream: cut.id, facility: "ALL", persons })),
        ],
      },
    },
    interventions: [
      ...admissions.slice(1).map((rate, i) => ({
        from: `${origin + 2 + i}-01-01`,
        set: { [`systems.us.streams.${SENTENCED}.admissions`]: rate },
      })),
      ...awaited.map(cutIntervention),
    ],
  };
}

function cutIntervention({ cut }: AwaitedCut) {
  const reduction = { id: cut.id, share: 1, fixed: { days: `${cut.cutMonths} months` } };
  return {
    from: cut.inForceFrom,
    set: { [`systems.us.streams.${cut.id}.timeServed.reductions`]: [reduction] },
  };
}

/** The scenario that forecasts from an origin, ready to run. */
export function compiledOrigin(model: OriginModel, z = 0): CompiledScenario {
  return compiledAlone(originScenario(model, z));
}

/** Compiles a scenario that stands in no file and needs none. */
export function compiledAlone(scenario: { readonly id: string }): CompiledScenario {
  return loadScenario(scenario.id, filesOf(scenario));
}

function filesOf(scenario: { readonly id: string }): ScenarioFiles {
  return {
    readScenario: (reference) => ({ path: `${reference}.json`, text: JSON.stringify(scenario) }),
    readTable: () => {
      throw new FileProblem("a back-test has no tables");
    },
  };
}
