import { describe, expect, test } from "vitest";
import { type HeldUnderNumber, matchOrder, type RowOfNumber } from "./order-match.ts";

const vin = "WBAD25UT0J3095119";
const held: HeldUnderNumber = {
  vin,
  plate: "沪A10000",
  carId: 1,
  settledDay: "2026-01-05",
  paid: 100_000,
  payer: "owner",
  seen: new Set(["first"]),
};
const row: RowOfNumber = {
  vin,
  plate: "沪A10000",
  carId: 1,
  settledDay: "2026-01-05",
  paid: 100_000,
  payer: "owner",
  rowKind: "order",
  contentHash: "second",
};
/** Another car. */
const other = { vin: "JTH9MGK89H7063607", plate: "沪B22222", carId: 2 };

const isMatch = (
  said: Partial<RowOfNumber>,
  on: Partial<HeldUnderNumber> = {},
): "held" | "another" | "doubtful" => matchOrder({ ...row, ...said }, [{ ...held, ...on }]).is;

describe("the same car", () => {
  test.each<[string, Partial<RowOfNumber>, Partial<HeldUnderNumber>]>([
    ["another sum", { paid: 50_000 }, {}],
    ["another day", { settledDay: "2026-02-05", paid: 50_000 }, {}],
    ["the VIN alone", { plate: null }, {}],
    ["the VIN with another plate", { plate: "沪C33333" }, {}],
    ["the plate alone", { vin: null, carId: null }, {}],
    ["a VIN that was not there before", {}, { vin: null }],
    [
      "a VIN that no check digit confirms, beside another plate",
      { vin: null, writtenVin: "WVWZZZ1JZ3W386752", plate: "沪C33333", carId: null },
      { vin: null, writtenVin: "WVWZZZ1JZ3W386752" },
    ],
    ["a VIN with one character other", { vin: "WBAD25UT0J3095110", carId: null }, {}],
    [
      "a VIN with two that changed places",
      { vin: "WBAD25UT0J3095191", carId: null, plate: "沪A10000" },
      {},
    ],
    ["two names of one car of the club", { vin: null, plate: "沪C33333" }, { plate: null }],
    [
      "a plate spelt better, of a car that the club does not know",
      { vin: null, plate: "沪A10008", carId: null },
      { vin: null, carId: null },
    ],
    [
      "a plate with a character that was missing",
      { vin: null, plate: "沪AD10000", carId: null },
      { vin: null, carId: null },
    ],
    [
      "a VIN where the plate was all there was, on one day",
      { plate: null, carId: null },
      { vin: null, carId: null },
    ],
  ])("%s is a row about the order that is held", (_case, said, on) => {
    expect(isMatch(said, on)).toBe("held");
  });

  test("a year later, with another sum, is another order: the number has begun again", () => {
    expect(isMatch({ settledDay: "2027-01-05", paid: 50_000 })).toBe("another");
  });

  test("a year later with the same sum is for a person to say", () => {
    expect(isMatch({ settledDay: "2027-01-05" })).toBe("doubtful");
  });

  test("a year later the account is settled, or the row says that it corrects or cancels", () => {
    expect(isMatch({ settledDay: "2027-01-05" }, { payer: "on-account" })).toBe("held");
    expect(isMatch({ settledDay: "2027-01-05", paid: 1, rowKind: "correction" })).toBe("held");
    expect(isMatch({ settledDay: "2027-01-05", paid: -1, rowKind: "cancellation" })).toBe("held");
  });
});

describe("another car", () => {
  test.each<[string, Partial<RowOfNumber>, Partial<HeldUnderNumber>]>([
    ["another day and sum", { settledDay: "2027-01-05", paid: 50_000 }, {}],
    ["another day and sum the day after", { settledDay: "2026-01-06", paid: 50_000 }, {}],
    ["the same sum a year later", { settledDay: "2027-01-05" }, {}],
    ["a correction a year later", { settledDay: "2027-01-05", rowKind: "correction" }, {}],
    ["a cancellation a year later", { settledDay: "2027-01-05", rowKind: "cancellation" }, {}],
  ])("%s is another order", (_case, said, on) => {
    expect(isMatch({ ...other, ...said }, on)).toBe("another");
  });

  test.each<[string, Partial<RowOfNumber>, Partial<HeldUnderNumber>]>([
    ["the same day", { paid: 50_000 }, {}],
    ["the same sum", { settledDay: "2026-01-06" }, {}],
    ["a correction", { settledDay: "2026-01-06", paid: 50_000, rowKind: "correction" }, {}],
    ["a cancellation", { settledDay: "2026-01-06", paid: -50_000, rowKind: "cancellation" }, {}],
    ["the plate of another VIN", { plate: "沪A10000" }, {}],
    [
      "a plate that is nearly the one of a car that the club knows",
      { vin: null, plate: "沪A10001", carId: null },
      { vin: null },
    ],
    [
      "two plates nearly the same, both of cars that the club knows",
      { vin: null, plate: "沪A10001", carId: 2 },
      { vin: null },
    ],
  ])("%s is for a person to say", (_case, said, on) => {
    expect(isMatch({ ...other, ...said }, on)).toBe("doubtful");
  });
});

test("a row that was seen is about the order that it was seen for, whatever else it could be", () => {
  const elsewhere = { ...held, ...other, seen: new Set(["second"]) };
  expect(matchOrder(row, [held, elsewhere])).toEqual({ is: "held", held: elsewhere });
});

test("of several orders of the same car the nearest is meant", () => {
  const lastYear = { ...held, settledDay: "2025-01-05" };
  const cancels = { ...row, rowKind: "cancellation", settledDay: "2026-01-20", paid: -1 } as const;
  expect(matchOrder(cancels, [lastYear, held])).toEqual({ is: "held", held });
  expect(matchOrder({ ...cancels, settledDay: "2025-01-20" }, [held, lastYear])).toEqual({
    is: "held",
    held: lastYear,
  });
});

test("with nothing held, it is another", () => {
  expect(matchOrder(row, [])).toEqual({ is: "another" });
});
