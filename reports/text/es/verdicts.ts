/** Verdicts of gates in words. */
export const VERDICTS = { pass: "se cumple", fail: "no se cumple", undecided: "sin decidir" } as const;
