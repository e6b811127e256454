import { readChain } from "./chain.ts";
import type { ScenarioFiles } from "./files.ts";
import { IssueList } from "./issue.ts";
import { Origins } from "./origins.ts";

/** Where a gate is written, 1-based. */
export interface GatePlace {
  /** The gate's text as the scenario holds it. */
  readonly gate: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Where the gates of a scenario and of its bases are written, in the order of `CompiledScenario.gates`. Not kept in
 * the compiled scenario, which must not depend on where files are.
 *
 * @param reference a scenario id or a path, as for `loadScenario`; the scenario is taken to be valid
 * @example
 * gatePlaces("my-plan.yaml", files)[0]; // => { gate: "mean(us.system.occupancy) < 1.3", file: "my-plan.yaml", line: 31, column: 5 }
 */
export function gatePlaces(reference: string, files: ScenarioFiles): GatePlace[] {
  const context = {
    files,
    origins: new Origins(),
    issues: new IssueList(),
    warnings: new Set<string>(),
  };
  return readChain(context, reference)
    .toReversed()
    .flatMap(({ root, header }) =>
      (header?.gates ?? []).map((gate, i) => {
        const { file, position } = context.origins.locate(root, ["gates", i], "value");
        return { gate, file, ...position };
      }),
    );
}
