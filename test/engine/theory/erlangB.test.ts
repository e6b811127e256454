import { describe, expect, it } from "vitest";
import { standardErrorsOff } from "../moments.ts";
import { corridorRegime, facility, group, inFull, regime, smallModel, streamRegime } from "../smallModel.ts";
import { MOST_STANDARD_ERRORS, readings } from "./readings.ts";

/** Erlang's B: share of arrivals that find all of `c` places taken, with an offered load of `a`. */
function erlangB(c: number, a: number): number {
  const terms = [1];
  for (let k = 1; k <= c; k++) terms.push((terms[k - 1]! * a) / k);
  return terms[c]! / terms.reduce((sum, term) => sum + term, 0);
}

/** The corridor is the one place where the model turns people away: the receiving system refuses while it is full. */
describe("runReplication, theory of loss", () => {
  it.each([
    [1, 0.5, 1],
    [8, 2, 3],
    [10, 4, 3],
  ])(
    "runReplication refuses of %d places, %f arrivals a day and stays of %d days what Erlang's B says",
    (places, perDay, days) => {
      const parameters = smallModel({
        horizonDays: 2500,
        gridDays: [200, 2500],
        systems: [{ id: "here" }, { id: "there" }],
        facilities: [facility(0), facility(1, 1)],
        groups: [group([0]), group([1], { system: 1 })],
        corridors: [{ id: "here-there", from: 0, to: 1 }],
        regimes: [
          regime({
            capacity: [1e6, places],
            placement: [{ kind: "leastCrowded" }, { kind: "leastCrowded" }],
            admissionsLevelSd: [0, 0],
            streams: [
              streamRegime({
                admissionsPerDay: perDay,
                timeToServe: inFull({ kind: "exponential", meanDays: days }),
              }),
            ],
            corridors: [
              corridorRegime({
                receiving: { maximumOccupancy: 1 },
                handover: { individual: { kind: "fixed", days: 0 } },
                arrival: { facilities: [{ index: 1, share: 1 }] },
              }),
            ],
          }),
        ],
      });
      const blocked = readings(parameters, 12).map((run) => {
        const between = (count: "requests" | "refusedOccupancy") =>
          run.funnel(1, count) - run.funnel(0, count);
        return between("refusedOccupancy") / between("requests");
      });
      expect(Math.abs(standardErrorsOff(blocked, erlangB(places, perDay * days)))).toBeLessThan(
        MOST_STANDARD_ERRORS,
      );
      // The comparison can tell: with one place more it would fail.
      expect(Math.abs(standardErrorsOff(blocked, erlangB(places + 1, perDay * days)))).toBeGreaterThan(
        2 * MOST_STANDARD_ERRORS,
      );
    },
  );
});
