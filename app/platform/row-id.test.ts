import { expect, test } from "vitest";
import { OptionalRowId, RowId } from "./row-id.ts";

test.each(["0", "-1", "1.5", "x", "2147483648", "1e99", ""])("%j is no row", (typed) => {
  expect(RowId.safeParse(typed).success).toBe(false);
  expect(OptionalRowId.parse(typed)).toBeNull();
});

test.each([
  ["1", 1],
  ["2147483647", 2_147_483_647],
])("%s is one", (typed, id) => {
  expect(RowId.parse(typed)).toBe(id);
  expect(OptionalRowId.parse(typed)).toBe(id);
});

test("a row that is not named is none", () => {
  expect(OptionalRowId.parse(null)).toBeNull();
  expect(OptionalRowId.parse(undefined)).toBeNull();
});
