import { expect, test } from "vitest";
import { linkStateAt } from "./steward-link.ts";

const link = { revokedAt: null, endsAt: new Date("2027-03-14T16:00:00Z"), cancelled: false };

test.each([
  ["2027-01-20T00:00:00Z", "open"],
  ["2027-03-14T15:59:59Z", "open"],
  ["2027-03-14T16:00:00Z", "sending"],
  ["2027-03-17T15:59:59Z", "sending"],
  ["2027-03-17T16:00:00Z", "over"],
])("at %s a steward's link is %s", (at, state) => {
  expect(linkStateAt(link, new Date(at))).toBe(state);
});

test("a link that was ended opens nothing; of a cancelled event what was marked may arrive", () => {
  const now = new Date("2027-03-14T05:00:00Z");
  expect(linkStateAt({ ...link, revokedAt: now }, now)).toBe("over");
  expect(linkStateAt({ ...link, cancelled: true }, now)).toBe("sending");
});
