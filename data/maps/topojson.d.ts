declare module "topojson-client" {
  export function quantize(topology: unknown, grid: number): unknown;
}
declare module "topojson-simplify" {
  export function presimplify(topology: unknown): unknown;
  export function quantile(topology: unknown, share: number): number;
  export function simplify(topology: unknown, leastWeight: number): unknown;
  export function filter(topology: unknown, keeps: unknown): unknown;
  export function filterWeight(topology: unknown, leastWeight: number): unknown;
}
