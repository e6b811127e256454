import { describe, expect, it } from "vitest";
import { durationText, Progress, progressLine } from "../../cli/progress.ts";

function record(
  options: { isTerminal: boolean; quiet: boolean; width?: number },
  millisecondsEach: number,
  count: number,
): string[] {
  const written: string[] = [];
  let time = 0;
  const progress = new Progress({
    ...options,
    total: 100,
    write: (text) => written.push(text),
    now: () => time,
  });
  for (let i = 0; i < count; i++) {
    time += millisecondsEach;
    progress.advance();
  }
  progress.end();
  return written;
}

describe("Progress", () => {
  it("advance rewrites one line on a terminal, and end takes it away", () => {
    expect(record({ isTerminal: true, quiet: false }, 500, 2)).toEqual([
      "\r\u001b[2K1 of 100 replications, 2.0 per second, 50 s left",
      "\r\u001b[2K2 of 100 replications, 2.0 per second, 49 s left",
      "\r\u001b[2K",
    ]);
  });

  it("advance cuts a line that would be broken by the terminal, and cannot be taken away then", () => {
    expect(record({ isTerminal: true, quiet: false, width: 20 }, 500, 1)).toEqual([
      "\r\u001b[2K1 of 100 replicatio",
      "\r\u001b[2K",
    ]);
  });

  it("advance writes a line every ten seconds elsewhere", () => {
    expect(record({ isTerminal: false, quiet: false }, 2500, 9)).toEqual([
      "4 of 100 replications, 0.40 per second, 4 min 0 s left\n",
      "8 of 100 replications, 0.40 per second, 3 min 50 s left\n",
    ]);
  });

  it.each([true, false])("advance writes nothing when it is to be quiet (terminal: %s)", (isTerminal) => {
    expect(record({ isTerminal, quiet: true }, 5000, 9)).toEqual([]);
  });
});

describe("progressLine", () => {
  it("progressLine writes high speeds without a fraction or an exponent", () => {
    expect(progressLine(1000, 1500, 1)).toBe("1000 of 1500 replications, 1000 per second, 1 s left");
    expect(progressLine(246, 1500, 10)).toContain(" 25 per second");
  });

  it("progressLine does not guess before anything is finished", () => {
    expect(progressLine(0, 40, 3)).toBe("0 of 40 replications, 0.0 per second, time left unknown");
  });
});

describe("durationText", () => {
  it.each([
    [0.4, "0 s"],
    [59.4, "59 s"],
    [59.6, "1 min 0 s"],
    [3599.6, "1 h 0 min"],
    [90_000, "25 h 0 min"],
  ])("durationText of %d is %s", (seconds, text) => {
    expect(durationText(seconds)).toBe(text);
  });
});
