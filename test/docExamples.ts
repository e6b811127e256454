/** An example of a doc comment: code, and the value of its last expression as written after `// =>`. */
export interface DocExample {
  readonly path: string;
  readonly code: string;
  readonly value: string;
}

/** Examples in a file's doc comments: whatever stands before a `// =>`, back to the one before or to the tag. */
export function examplesOf(path: string, text: string): DocExample[] {
  return docComments(text)
    .flatMap((comment) => comment.split(/^@/m))
    .filter((part) => part.startsWith("example"))
    .flatMap((part) => pairs(part.slice("example".length)))
    .map((pair) => ({ path, ...pair }));
}

/** Texts of the doc comments, without the stars. */
function docComments(text: string): string[] {
  return [...text.matchAll(/\/\*\*([\s\S]*?)\*\//g)].map((match) =>
    (match[1] ?? "").replaceAll(/^ *\* ?/gm, ""),
  );
}

function pairs(example: string): { code: string; value: string }[] {
  const found: { code: string; value: string }[] = [];
  let code = "";
  for (const line of example.split("\n")) {
    const [before = "", after] = line.split(/\/\/ =>/);
    code = `${code}\n${before}`;
    if (after === undefined) continue;
    // A remark in brackets may follow the value.
    found.push({ code: code.trim(), value: after.replace(/ \([^()]*\)\s*$/, "").trim() });
    code = "";
  }
  return found;
}
