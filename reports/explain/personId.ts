/** A person of a replication: index of the stream, and number within it; people of day 0 have negative numbers. */
export interface PersonId {
  readonly stream: string;
  readonly number: number;
}

/**
 * Name of a person on the command line and in explanations.
 *
 * @example
 * personName({ stream: "drug-MX-male", number: -17 }); // => "drug-MX-male#-17"
 */
export function personName({ stream, number }: PersonId): string {
  return `${stream}#${number}`;
}

/**
 * The person of a name, or null where the text is none.
 *
 * @example
 * parsePersonName("drug-MX-male#-17"); // => { stream: "drug-MX-male", number: -17 }
 */
export function parsePersonName(text: string): PersonId | null {
  const [, stream, digits] = /^(.+)#(-?\d{1,9})$/.exec(text) ?? [];
  return stream === undefined ? null : { stream, number: Number(digits) };
}
