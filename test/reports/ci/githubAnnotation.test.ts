import { describe, expect, it } from "vitest";
import { githubAnnotation } from "../../../reports/ci/githubAnnotation.ts";

describe("githubAnnotation", () => {
  it("githubAnnotation is one line whose parts cannot be mistaken for others", () => {
    const text = githubAnnotation({
      level: "warning",
      file: "a,b:c.yaml",
      line: 3,
      column: 5,
      title: "one\ntwo",
      message: "100 %\n::error::no",
    });
    expect(text).toBe("::warning file=a%2Cb%3Ac.yaml,line=3,col=5,title=one%0Atwo::100 %25%0A::error::no");
  });

  it("githubAnnotation needs no file", () => {
    expect(githubAnnotation({ level: "error", title: "t", message: "m" })).toBe("::error title=t::m");
  });
});
