import type { Configuration } from "../schema/file.ts";

/** A configuration and the day from which it is in force. */
export interface DatedConfiguration {
  readonly day: number;
  readonly configuration: Configuration;
}
