import { describe, expect, it } from "vitest";
import { parseValues, parseVariation, valueLike } from "../../experiments/variation.ts";

const textsOf = (text: string) => parseVariation(text).values.map((value) => value.text);

describe("parseVariation", () => {
  it("reads lists as they are written, with the numbers in them", () => {
    expect(parseVariation("a.b=0.1, 0.2,-3")).toEqual({
      path: "a.b",
      values: [
        { text: "0.1", number: 0.1 },
        { text: "0.2", number: 0.2 },
        { text: "-3", number: -3 },
      ],
      unit: "",
      whole: false,
    });
    expect(parseVariation("s[citizenship!=US,sex=male].delay=30 d,90 d")).toMatchObject({
      path: "s[citizenship!=US,sex=male].delay",
      unit: "d",
      values: [{ number: 30 }, { number: 90 }],
    });
    expect(parseVariation("a=null,leastCrowded,{ fixed: 3 d },[1, 2]").values).toEqual([
      { text: "null", number: null },
      { text: "leastCrowded", number: null },
      { text: "{ fixed: 3 d }", number: null },
      { text: "[1, 2]", number: null },
    ]);
  });

  it("spreads a range evenly, both ends included, without the noise of fractions", () => {
    expect(textsOf("a.b=0.1..0.7:4")).toEqual(["0.1", "0.3", "0.5", "0.7"]);
    expect(textsOf("a.delay=90 d..30 d:3")).toEqual(["90 d", "60 d", "30 d"]);
    expect(textsOf("a.admissions=1..2 persons / d:2")).toEqual(["1 persons / d", "2 persons / d"]);
  });

  it("rounds whole people and places, and names each once", () => {
    expect(textsOf("a.maxPersons=10..20:4")).toEqual(["10", "13", "17", "20"]);
    expect(textsOf("a.reviewers=1..3:9")).toEqual(["1", "2", "3"]);
  });

  it("reads multiples and changes, around the list or in it", () => {
    expect(textsOf("a={ scale: 0.5..1.5:3 }")).toEqual(["{ scale: 0.5 }", "{ scale: 1 }", "{ scale: 1.5 }"]);
    expect(textsOf("a={ add: 5, 10 }")).toEqual(["{ add: 5 }", "{ add: 10 }"]);
    expect(parseVariation("a={ scale: 0.5 },{ scale: 2 }").values.map(({ number }) => number)).toEqual([
      0.5, 2,
    ]);
    expect(parseVariation("a.maxPersons={ scale: 0.5..1:2 }")).toMatchObject({ unit: "x", whole: false });
  });

  it.each([
    ["a.b", 'a variation is written path=a,b,c or path=low..high:n, got "a.b"'],
    ["a=1,,2", 'a value is missing in "1,,2"'],
    ["a=1,2,1", '"a" is given the value 1 twice'],
    ["a=low..high:3", 'a range goes from one number to another, got "low..high:3"'],
    ["a=1 d..2 y:3", 'both ends of a range need one unit, got "d" and "y"'],
    ["a=1..2:1", "a range has from 2 to 1000 values, got 1"],
    ["a=2..2:3", 'a range needs two ends, got "2..2:3"'],
    ["a={ scale: much }", '{ scale: … } needs numbers, got "much"'],
  ])("refuses %s", (text, message) => {
    expect(() => parseVariation(text)).toThrow(new RangeError(message));
  });
});

describe("valueLike", () => {
  it("keeps unit and operation", () => {
    const like = (text: string) => parseValues("a", text).values[0]!;
    expect(valueLike(like("30 d,60 d"), 45.5)).toEqual({ text: "45.5 d", number: 45.5 });
    expect(valueLike(like("{ scale: 0.5,2 }"), 0.1 + 0.2).text).toBe("{ scale: 0.3 }");
  });
});
