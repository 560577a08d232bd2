import { expect, test } from "vitest";
import { judgeStateAt } from "./judge-state.ts";

const ends = new Date("2027-03-14T07:00:00Z");
const link = { isEnded: false, isExcluded: false, contest: "open", eventEndsAt: ends } as const;
const after = (days: number, ms = 0) => new Date(ends.getTime() + days * 86_400_000 + ms);

test.each([
  ["judges score while entries come", link, ends, "judging"],
  ["and once entries are closed", { ...link, contest: "closed" }, ends, "judging"],
  [
    "nothing is scored before the contest is open",
    { ...link, contest: "draft" },
    ends,
    "not-begun",
  ],
  [
    "nothing is scored once the ranking is public",
    { ...link, contest: "published" },
    ends,
    "published",
  ],
  ["who is excluded is told so", { ...link, isExcluded: true }, ends, "excluded"],
  [
    "a link that was ended is over, whatever else is so",
    { ...link, isEnded: true, isExcluded: true },
    ends,
    "over",
  ],
  ["a contest that was called off has no links", { ...link, contest: "called-off" }, ends, "over"],
  ["the last instant of thirty days after the event", link, after(30, -1), "judging"],
  ["thirty days after the event", link, after(30), "over"],
] as const)("%s", (_case, given, now, state) => {
  expect(judgeStateAt(given, now)).toBe(state);
});
