import type { Programs } from "../programs.ts";

/** What a section works with. */
export interface Setting {
  readonly programs: Programs;
  /** Interleaved rounds. */
  readonly rounds: number;
  /** As little work as shows that everything runs. */
  readonly quick: boolean;
  /** Replications of the longer one of the two runs of the baseline whose memory and report are measured. */
  readonly longest: number;
}

/** Numbers of the rounds, told on the standard error as they begin. */
export function* roundsOf(section: string, { rounds }: Setting): Generator<number> {
  for (let round = 0; round < rounds; round++) {
    console.error(`${section}: round ${round + 1} of ${rounds}`);
    yield round;
  }
}
