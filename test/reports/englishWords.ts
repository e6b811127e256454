/** Words that only English has, or that stand in the place of a Spanish one. */
const TELLTALE =
  /\b(the|of|and|with|without|from|to|at|on|by|people|person|persons|mean|means|capacity|scenario|scenarios|above|below|between|each|every|prison|prisons|institution|level|share|days|years|replication|replications|unknown|gate|gates|holds|interval|run|start|end|change|changes|table|value|source|sources|high|low|not|is|are)\b/i;

/** Names and quoted words that are English in any language. */
const ENGLISH_NAMES =
  /First Step Act|Bureau of Prisons|--[a-z-]+( warn)?|<[^>]*>|[\w<>]+(\.[\w<>]+)+|\b(us|base)\b/g;

/**
 * The first English word of a text that should have none; undefined where it has none.
 *
 * @example
 * englishWordIn("Media de us.system.stock: mean"); // => "mean"
 */
export function englishWordIn(text: string): string | undefined {
  return TELLTALE.exec(text.replace(ENGLISH_NAMES, ""))?.[0];
}
