import { expect, test } from "vitest";
import { groupGifts, readGiftGroup, SHOWN_AT_FIRST } from "./gift-groups.ts";

const aGift = (reach: "within" | "almost" | "later", id: number) => ({ id, reach, obstacle: null });
const sold = { id: 900, reach: "within" as const, obstacle: { refusal: "closed" as const } };
const many = Array.from({ length: SHOWN_AT_FIRST + 1 }, (_, id) => aGift("within", id));

test("groups stand in the order of what can be done, and one without gifts is left out", () => {
  const groups = groupGifts([sold, aGift("later", 1), aGift("within", 2)], null);
  expect(groups.map(({ group }) => group)).toEqual(["within", "later", "resting"]);
});

test("what cannot be had is not within reach, however many points there are", () => {
  expect(groupGifts([sold], null)).toEqual([{ group: "resting", total: 1, gifts: [sold] }]);
});

test("a full group shows all of itself, one more is on a page of its own", () => {
  expect(groupGifts(many.slice(1), null)[0]).toMatchObject({ total: SHOWN_AT_FIRST });
  const [group] = groupGifts(many, null);
  expect(group).toMatchObject({ total: SHOWN_AT_FIRST + 1 });
  expect(group?.gifts).toEqual(many.slice(0, SHOWN_AT_FIRST));
});

test("a group that is asked for comes whole and alone", () => {
  expect(groupGifts([...many, sold], "within")).toEqual([
    { group: "within", total: many.length, gifts: many },
  ]);
  expect(groupGifts(many, "later")).toEqual([]);
});

test.each([
  ["group=later", "later"],
  ["group=", null],
  ["group=nothing", null],
  ["", null],
])("?%s asks for %s", (query, group) => {
  expect(readGiftGroup(new URLSearchParams(query))).toBe(group);
});
