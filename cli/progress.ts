export interface ProgressOptions {
  /** Replications in all. */
  readonly total: number;
  readonly quiet: boolean;
  /** A terminal gets one line that is rewritten, anything else a line every ten seconds. */
  readonly isTerminal: boolean;
  /** Characters in a line of the terminal: a longer line would not be taken away whole. */
  readonly width?: number;
  readonly write: (text: string) => void;
  /** Milliseconds from any origin. */
  readonly now?: () => number;
}

const REWRITE_MS = 100;
const LINE_MS = 10_000;

/** Tells how many replications are done, how fast they come, and how long the rest will take. */
export class Progress {
  readonly #options: ProgressOptions;
  readonly #now: () => number;
  readonly #startedAt: number;
  #shownAt: number;
  #done = 0;
  #remark = "";

  constructor(options: ProgressOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#startedAt = this.#now();
    this.#shownAt = this.#startedAt;
  }

  /** Counts one more finished replication. */
  advance(): void {
    this.#done++;
    const interval = this.#options.isTerminal ? REWRITE_MS : LINE_MS;
    if (this.#now() - this.#shownAt >= interval) this.#show();
  }

  /** Says something more on the lines that follow; nothing when it is empty. */
  tell(remark: string): void {
    this.#remark = remark;
  }

  /** Takes the rewritten line away, so that what follows starts on a clean one. */
  end(): void {
    if (this.#options.isTerminal && !this.#options.quiet) this.#options.write("\r\u001b[2K");
  }

  #show(): void {
    this.#shownAt = this.#now();
    if (this.#options.quiet) return;
    const speed = progressLine(this.#done, this.#options.total, (this.#shownAt - this.#startedAt) / 1000);
    const line = this.#remark === "" ? speed : `${speed}; ${this.#remark}`;
    const { isTerminal, width = Number.POSITIVE_INFINITY } = this.#options;
    this.#options.write(isTerminal ? `\r\u001b[2K${line.slice(0, width - 1)}` : `${line}\n`);
  }
}

/**
 * What a progress line says.
 *
 * @param seconds since the start; positive
 * @example
 * progressLine(30, 200, 12); // => "30 of 200 replications, 2.5 per second, 1 min 8 s left"
 */
export function progressLine(done: number, total: number, seconds: number): string {
  const perSecond = done / seconds;
  const left = done === 0 ? "time left unknown" : `${durationText((total - done) / perSecond)} left`;
  const speed = perSecond < 10 ? perSecond.toPrecision(2) : perSecond.toFixed(0);
  return `${done} of ${total} replications, ${speed} per second, ${left}`;
}

/**
 * A duration for people: the two largest units that matter.
 *
 * @example
 * durationText(7384); // => "2 h 3 min"
 */
export function durationText(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
