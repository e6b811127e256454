/** @see withSimulationOfItsOwn.mjs */
export function withSimulationOfItsOwn(bundle: string): string;
