declare module "seedrandom/lib/alea.js" {
  /** Alea generator seeded with a text; never the form that replaces the global generator. */
  function alea(seed: string): { int32(): number };
  export default alea;
}
