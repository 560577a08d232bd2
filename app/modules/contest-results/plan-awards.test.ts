import { expect, test } from "vitest";
import { planAwards, type StandingAward, type Winner } from "./plan-awards.ts";

const award = (entryId: number, prizeId: number, registrationId: number | null = entryId) =>
  ({ id: entryId * 10, entryId, prizeId, registrationId }) satisfies StandingAward;
const winner = (entryId: number, prizeId: number, changes: Partial<Winner> = {}): Winner => ({
  ...{ entryId, prizeId, registrationId: entryId, isErased: false },
  ...changes,
});
const planned = (standing: StandingAward[], winners: Winner[]) => {
  const { kept, ended, given } = planAwards(standing, winners);
  return {
    kept: kept.map(({ entryId }) => entryId),
    ended: ended.map(({ entryId }) => entryId),
    given: given.map(({ entryId }) => entryId),
  };
};

test("the first ranking gives all of them", () => {
  expect(planned([], [winner(1, 10), winner(2, 20)])).toEqual({
    kept: [],
    ended: [],
    given: [1, 2],
  });
});

test("two who change places both end what they had; who comes third keeps theirs", () => {
  expect(
    planned(
      [award(1, 10), award(2, 20), award(3, 30)],
      [winner(2, 10), winner(1, 20), winner(3, 30)],
    ),
  ).toEqual({ kept: [3], ended: [1, 2], given: [2, 1] });
});

test("of one who is out the prize ends, and those behind move up", () => {
  expect(planned([award(1, 10), award(2, 20)], [winner(2, 10), winner(3, 20)])).toEqual({
    ...{ kept: [], ended: [1, 2], given: [2, 3] },
  });
});

test("two third prizes that change places stay what they are", () => {
  expect(planned([award(3, 30), award(4, 30)], [winner(4, 30), winner(3, 30)])).toEqual({
    ...{ kept: [3, 4], ended: [], given: [] },
  });
});

test("an entry that turns out to be another family's is won by that one", () => {
  expect(planned([award(1, 10, 7)], [winner(1, 10, { registrationId: 8 })])).toEqual({
    ...{ kept: [], ended: [1], given: [1] },
  });
});

test("what somebody had who left the club stays with them", () => {
  const left = winner(1, 10, { registrationId: null, isErased: true });
  expect(planned([award(1, 10, 7)], [left])).toEqual({ kept: [1], ended: [], given: [] });
});
