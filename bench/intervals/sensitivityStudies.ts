import { keyedUniform } from "../../engine/statistics/keyedUniform.ts";
import { morrisDesign } from "../../engine/statistics/morrisDesign.ts";
import { morrisEffects } from "../../engine/statistics/morrisEffects.ts";
import { sobolIndexDesign } from "../../engine/statistics/sobolIndexDesign.ts";
import { sobolIndices } from "../../engine/statistics/sobolIndices.ts";
import { sobolPoints } from "../../engine/statistics/sobolPoints.ts";
import { between, type CoverageStudy, count, FEW, LEVEL, SOME, within } from "./study.ts";
import { ishigami, ishigamiIndices } from "./testFunctions.ts";

function ofIndices(kind: "first" | "total", rows: number, scrambled: boolean): CoverageStudy {
  return {
    interval: `Sobol index, ${kind}, bootstrap`,
    data: `Ishigami, ${rows} ${scrambled ? "scrambled Sobol" : "independent"} rows`,
    atLeast: scrambled,
    runs: FEW,
    held: (uniform, run) => {
      const base = scrambled
        ? sobolPoints(rows, 6, uniform)
        : Array.from({ length: rows }, (_, r) => count(6, (j) => uniform(r, j)));
      const bootstrap = {
        level: LEVEL,
        resamples: 300,
        uniform: keyedUniform(`${run}`, `bootstrap ${rows}`),
      };
      const { parameters } = sobolIndices(3, sobolIndexDesign(base).points.map(ishigami), bootstrap);
      const exact = ishigamiIndices()[kind];
      return parameters!.reduce((sum, pair, i) => sum + between(pair[kind], exact[i]!), 0) / 3;
    },
  };
}

function ofMorris(trajectories: number): CoverageStudy {
  // Mean absolute effects of x1 and x3 on four levels; those of x2 are all equal.
  const root = Math.sqrt(3) / 2;
  const exact = [
    root * 1.5 * (1 + (0.1 * Math.PI ** 4 * 82) / 162),
    (0.1 * Math.PI ** 4 * 80 * root * 1.5) / 162,
  ];
  return {
    interval: "Morris mu*, Student's t",
    data: `Ishigami, ${trajectories} trajectories`,
    atLeast: false,
    runs: SOME,
    held: (uniform) => {
      const design = morrisDesign({ parameters: 3, trajectories, levels: 4, margin: 0 }, uniform);
      const [x, , z] = morrisEffects(design, design.points.map(ishigami), LEVEL);
      return (within(x!.muStar, exact[0]!) + within(z!.muStar, exact[1]!)) / 2;
    },
  };
}

/** Intervals of sensitivity measures. */
export const SENSITIVITY_STUDIES: readonly CoverageStudy[] = [
  ...[ofIndices("first", 512, false), ofIndices("total", 512, false)],
  ...[ofIndices("first", 512, true), ofIndices("total", 512, true)],
  ...[ofMorris(10), ofMorris(50)],
];
