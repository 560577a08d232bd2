import { expect, test } from "vitest";
import { aLimit } from "../../../tests/support/events.ts";
import { type PartyIn, whoIsOver } from "./who-is-over.ts";

const adult = { role: "adult", bracket: null, drives: false } as const;
const aPartyIn = (id: number, adults: number, changes: Partial<PartyIn> = {}): PartyIn => ({
  id,
  isDecided: false,
  session: null,
  parties: 1,
  cars: 0,
  people: Array.from({ length: adults }, () => adult),
  ...changes,
});
const over = (most: number, ...parties: PartyIn[]) =>
  whoIsOver([aLimit({ most })], parties).map((each) => [each.over, each.parties]);

test.each([
  ["as many as the limit lets in are not over", over(3, aPartyIn(1, 1), aPartyIn(2, 2)), []],
  ["who came in last is over", over(2, aPartyIn(1, 1), aPartyIn(2, 1), aPartyIn(3, 1)), [[1, [3]]]],
  ["a larger party is over with all of it", over(2, aPartyIn(1, 1), aPartyIn(2, 2)), [[1, [2]]]],
  [
    "several are where one is not enough",
    over(1, aPartyIn(1, 1), aPartyIn(2, 1), aPartyIn(3, 1)),
    [[2, [3, 2]]],
  ],
  [
    "who was let stay is decided, and nobody is over in their place",
    over(2, aPartyIn(1, 2), aPartyIn(2, 1, { isDecided: true })),
    [],
  ],
  [
    "who was let stay leaves the others over",
    over(1, aPartyIn(1, 1), aPartyIn(2, 1), aPartyIn(3, 1, { isDecided: true })),
    [[1, [2]]],
  ],
])("%s", (_case, found, expected) => expect(found).toEqual(expected));

test("a limit of a session is over only by those who come to it", () => {
  const limits = [aLimit({ key: "morning", session: "am", most: 1 })];
  const parties = [
    aPartyIn(1, 1, { session: "am" }),
    aPartyIn(2, 1, { session: "am" }),
    aPartyIn(3, 5, { session: "pm" }),
  ];
  expect(whoIsOver(limits, parties)).toMatchObject([{ taken: 2, over: 1, parties: [2] }]);
});
