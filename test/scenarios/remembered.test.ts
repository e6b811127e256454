import { describe, expect, it } from "vitest";
import * as z from "zod";
import { remembered } from "../../scenarios/schema/remembered.ts";

/** A schema that counts how often it reads an item. */
function counted() {
  let count = 0;
  const item = z.strictObject({ size: z.number() }).transform(({ size }) => {
    count += 1;
    return { doubled: 2 * size };
  });
  return { list: z.array(remembered(item)), count: () => count };
}

describe("a schema that remembers", () => {
  it("reads an object once and gives the same for it each time", () => {
    const { list, count } = counted();
    const item = { size: 3 };
    const [first] = list.parse([item]);
    const [before, other, again] = list.parse([item, { size: 3 }, item]);
    expect(first).toEqual({ doubled: 6 });
    expect([before, again]).toSatisfy((items: unknown[]) => items.every((one) => one === first));
    expect(other).toEqual(first);
    expect(other).not.toBe(first);
    expect(count()).toBe(2);
  });

  it("tells a mistake each time, where it stands that time", () => {
    const { list } = counted();
    const wrong = { size: "three" };
    const places = [[wrong], [{ size: 1 }, wrong]].map((items) =>
      list.safeParse(items).error?.issues.map(({ path }) => path),
    );
    expect(places).toEqual([[[0, "size"]], [[1, "size"]]]);
  });

  it("leaves values that are no objects alone", () => {
    const text = remembered(z.string().nullable());
    expect(text.parse("a")).toBe("a");
    expect(text.parse(null)).toBeNull();
    expect(text.safeParse({}).success).toBe(false);
  });
});
