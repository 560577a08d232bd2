import { expect, test } from "vitest";
import { isRecentlyAuthenticated } from "./recent-authentication.ts";

const proved = new Date("2026-03-01T12:00:00Z");
const after = (seconds: number) => new Date(proved.getTime() + seconds * 1_000);

test.each([
  ["a page opens for ten minutes after the proof", "GET", 10 * 60 - 1, true],
  ["and not at the end of the tenth", "GET", 10 * 60, false],
  ["a form opened in time may be filled in for half an hour more", "POST", 40 * 60 - 1, true],
  ["and no longer", "POST", 40 * 60, false],
])("%s", (_case, method, seconds, opens) => {
  expect(isRecentlyAuthenticated(proved, after(seconds), method)).toBe(opens);
});
