import type { z } from "zod";
import { type LoadContext, type Problem, report } from "./context.ts";
import { nearest, nearestHint } from "./nearest.ts";
import type { Located } from "./origins.ts";
import { itemAt, type Path } from "./raw.ts";
import { ID_TEXT, KEY_LIST } from "./schema/leaves.ts";

type SchemaIssue = z.core.$ZodIssue;

/**
 * Checks a value by a schema and reports every mistake where it was written.
 *
 * @returns the value in the schema's own units (days, persons per day), or null if anything is wrong
 */
export function checkSchema<Schema extends z.ZodType>(
  context: LoadContext,
  root: Located,
  schema: Schema,
): z.output<Schema> | null {
  const result = schema.safeParse(root.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) reportSchemaIssue(context, root, issue);
  return null;
}

function reportSchemaIssue(context: LoadContext, root: Located, issue: SchemaIssue): void {
  const path = issue.path as Path;
  if (issue.code === "unrecognized_keys") {
    const known = issue.message.slice(KEY_LIST.length).split(", ");
    for (const key of issue.keys)
      report(context, root, [...path, key], unknownKey(issue.message, key, known));
  } else if (issue.code === "invalid_key") {
    const received = JSON.stringify(String(path.at(-1)));
    report(context, root, path, { expected: ID_TEXT, received, atKey: true });
  } else {
    report(context, root, path, valueProblem(root, issue, path));
  }
}

function unknownKey(expected: string, key: string, known: readonly string[]): Problem {
  const found = nearest(key, known);
  const hint = found === null ? null : `did you mean "${found}"?`;
  return { expected, received: `an unknown key "${key}"`, hint, atKey: true };
}

function valueProblem(root: Located, issue: SchemaIssue, path: Path): Problem {
  const expected = issue.message;
  if (issue.code === "custom") {
    const parameters = issue.params as { received?: string; hint?: string | null } | undefined;
    return { expected, received: parameters?.received, hint: parameters?.hint ?? null };
  }
  const value = itemAt(root.value, path);
  const choices =
    issue.code === "invalid_value" && typeof value === "string" ? issue.values.map(String) : null;
  return { expected, hint: choices === null ? null : choiceHint(String(value), choices) };
}

function choiceHint(value: string, choices: readonly string[]): string | null {
  return nearest(value, choices) === null ? null : nearestHint(value, choices);
}
