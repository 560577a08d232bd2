import { expect, test } from "vitest";
import { absoluteEnd, isSeenStale, sessionHolds } from "./session-ends.ts";

const start = new Date("2026-02-28T12:00:00Z");
const after = (text: string) => new Date(text);

test.each([
  [
    "an owner's session unused for a second less than 30 days holds",
    false,
    "2026-03-30T11:59:59Z",
    true,
  ],
  ["an owner's session ends when it was unused for 30 days", false, "2026-03-30T12:00:00Z", false],
  [
    "staff sessions unused for a second less than 12 hours hold",
    true,
    "2026-02-28T23:59:59Z",
    true,
  ],
  ["staff sessions end when they were unused for 12 hours", true, "2026-03-01T00:00:00Z", false],
])("%s", (_case, staff, now, holds) => {
  expect(sessionHolds({ createdAt: start, seenAt: start }, staff, after(now))).toBe(holds);
});

test.each([
  ["owner, 180 days", false, "2026-08-27T11:59:59.999Z", "2026-08-27T12:00:00Z"],
  ["staff, 24 hours", true, "2026-03-01T11:59:59.999Z", "2026-03-01T12:00:00Z"],
])("a session in constant use ends all the same: %s", (_case, staff, last, end) => {
  const used = (now: string) => ({ createdAt: start, seenAt: after(now) });
  expect(sessionHolds(used(last), staff, after(last))).toBe(true);
  expect(sessionHolds(used(end), staff, after(end))).toBe(false);
  expect(absoluteEnd(start, staff)).toEqual(after(end));
});

test("an owner's long session is short from the moment its owner works at the dealership", () => {
  const session = { createdAt: start, seenAt: after("2026-03-09T12:00:00Z") };
  const now = after("2026-03-09T12:01:00Z");
  expect([sessionHolds(session, false, now), sessionHolds(session, true, now)]).toEqual([
    true,
    false,
  ]);
});

test("being seen is written down at most every five minutes", () => {
  const session = { createdAt: start, seenAt: start };
  expect(isSeenStale(session, after("2026-02-28T12:04:59.999Z"))).toBe(false);
  expect(isSeenStale(session, after("2026-02-28T12:05:00Z"))).toBe(true);
});
