/** A remark that GitHub shows beside a line of a file. */
export interface Annotation {
  readonly level: "error" | "warning";
  /** From the root of the repository; left out where there is no such file. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  readonly column?: number;
  readonly title: string;
  readonly message: string;
}

/**
 * The workflow command that makes GitHub show an annotation; one line, whatever stands in the texts.
 *
 * @example
 * githubAnnotation({ level: "error", file: "a.yaml", line: 3, title: "A gate", message: "no" });
 * // => "::error file=a.yaml,line=3,title=A gate::no"
 */
export function githubAnnotation({ level, file, line, column, title, message }: Annotation): string {
  const properties = Object.entries({ file, line, col: column, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${properties.join(",")}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
