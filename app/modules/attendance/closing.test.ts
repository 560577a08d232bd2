import { expect, test } from "vitest";
import { closesBy } from "./closing.ts";
import { linkStateAt } from "./steward-link.ts";

const event = {
  state: "published",
  endsAt: new Date("2027-03-14T07:00:00Z"),
};

test.each([
  ["2027-03-18T06:59:59Z", false],
  ["2027-03-18T07:00:00Z", true],
  ["2027-04-13T06:59:59Z", true],
  ["2027-04-13T07:00:00Z", false],
])("at %s whoever was not marked has not come: %s", (at, closes) => {
  expect(closesBy(event, new Date(at))).toBe(closes);
});

test("of an event that was cancelled nothing is said", () => {
  expect(closesBy({ ...event, state: "cancelled" }, new Date("2027-03-20T12:00:00Z"))).toBe(false);
});

test("a link has nothing more to send once parties are taken for not having come", () => {
  // The event's last day ends at midnight in Shanghai.
  const link = { revokedAt: null, endsAt: new Date("2027-03-14T16:00:00Z"), cancelled: false };
  expect(linkStateAt(link, new Date("2027-03-17T15:59:59Z"))).toBe("sending");
  expect(linkStateAt(link, new Date("2027-03-18T07:00:00Z"))).toBe("over");
});
