/** Version of the shape of result documents; its first number changes when a reader would break. */
export const SCHEMA_VERSION = "1.0";
