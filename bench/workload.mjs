// Plain JavaScript with declarations beside it, because it is used both by TypeScript and, through `dist`, by a
// process that is measured.

/** @see workload.d.mts */
export function scaled(parameters, factor) {
  return {
    ...parameters,
    initialStock: parameters.initialStock.map((stock) => ({ ...stock, persons: stock.persons * factor })),
    regimes: parameters.regimes.map((regime) => ({
      ...regime,
      capacity: regime.capacity.map((capacity) => (capacity === null ? null : capacity * factor)),
      streams: regime.streams.map((stream) => ({
        ...stream,
        admissionsPerDay: stream.admissionsPerDay * factor,
      })),
    })),
  };
}

/** @see workload.d.mts */
export function summarise(parameters, result, columns) {
  const { gridStock, gridFlows, gridFunnel, eventCounts } = result;
  const facilities = parameters.facilities.length;
  const days = parameters.gridDays.length;
  const capacity = parameters.regimes[0].capacity;
  const sums = { final: 0, mean: 0, pd130: 0, days130: 0 };
  for (let i = 0; i < gridStock.length; i++) {
    const stock = gridStock[i];
    const above = stock - 1.3 * capacity[i % facilities];
    sums.mean += stock / days;
    if (i >= gridStock.length - facilities) sums.final += stock;
    if (above > 0) {
      sums.pd130 += above;
      sums.days130++;
    }
  }
  const flow = (name) => gridFlows[gridFlows.length - columns.flows.length + columns.flows.indexOf(name)];
  const stage = (name) =>
    gridFunnel[gridFunnel.length - columns.funnel.length + columns.funnel.indexOf(name)];
  const counts = {
    adm: flow("admissions"),
    mov: eventCounts[1],
    app: stage("requests"),
    dep: flow("transfersOut"),
    rel: flow("releases"),
  };
  const events = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { ...sums, ...counts, events };
}
