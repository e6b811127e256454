import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, epochDay, isoDate, monthStartDays, yearStartDays } from "../../scenarios/index.ts";

describe("calendar", () => {
  it("epochDay counts the days from 1970-01-01", () => {
    expect(epochDay("1970-01-01")).toBe(0);
    expect(epochDay("1969-12-31")).toBe(-1);
    expect(epochDay("2000-03-01")).toBe(11_017);
    expect(epochDay("2024-10-31")).toBe(20_027);
  });

  it("epochDay knows which years have a 29 February", () => {
    for (const year of ["2024", "2000", "2400"]) expect(epochDay(`${year}-02-29`)).not.toBeNull();
    for (const year of ["2025", "1900", "2100"]) expect(epochDay(`${year}-02-29`)).toBeNull();
  });

  it("epochDay gives null for what is no date", () => {
    for (const text of [
      "2025-13-01",
      "2025-00-10",
      "2025-04-31",
      "2025-1-1",
      "01/02/2025",
      "",
      "2025-01-01T00:00",
    ]) {
      expect(epochDay(text)).toBeNull();
    }
  });

  it("epochDay agrees with the built-in calendar", () => {
    const dates = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(epochDay(iso)).toBe(Math.floor(date.getTime() / 86_400_000));
      }),
    );
  });

  it("isoDate inverts dayNumber", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (day) => {
        expect(dayNumber(isoDate(day, "2024-10-31"), "2024-10-31")).toBe(day);
      }),
    );
  });

  it("isoDate gives the date on which a fraction of a day falls", () => {
    expect(isoDate(0.9, "2024-02-28")).toBe("2024-02-28");
    expect(isoDate(1, "2024-02-28")).toBe("2024-02-29");
    expect(isoDate(-0.1, "2024-03-01")).toBe("2024-02-29");
  });

  it("dayNumber refuses a text that is no date", () => {
    expect(() => dayNumber("soon", "2024-10-31")).toThrow('a date must be YYYY-MM-DD, got "soon"');
  });

  it("dayNumber finds the handovers of 2025 119 days apart", () => {
    const days = ["2025-04-11", "2025-08-08", "2025-12-05"].map((date) => dayNumber(date, "2024-10-31"));
    expect(days).toEqual([162, 281, 400]);
  });

  it("monthStartDays begins with day 0 only on the first of a month", () => {
    expect(monthStartDays("2024-10-31", 62)).toEqual([1, 31, 62]);
    expect(monthStartDays("2024-01-01", 60)).toEqual([0, 31, 60]);
  });

  it("yearStartDays begins with the start's own year", () => {
    expect(yearStartDays("2024-10-31", 500)).toEqual([-304, 62, 427]);
    expect(yearStartDays("2024-01-01", 366)).toEqual([0, 366]);
  });
});
