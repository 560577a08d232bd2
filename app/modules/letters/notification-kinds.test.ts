import { expect, test } from "vitest";
import { coverOf, kindOf, NOTIFICATION_KINDS, wantsKind } from "./notification-kinds.ts";

test.each([
  ["their own choice wins over a consent given", false, true, false],
  ["their own choice wins over a consent refused", true, false, true],
  ["a consent given is enough", null, true, true],
  ["a consent refused is refused", null, false, false],
])("%s", (_case, chosen, consented, wanted) => {
  for (const kind of NOTIFICATION_KINDS) {
    expect(wantsKind(kind, { chosen, consented })).toBe(wanted);
  }
});

test("people whom the dealership brought in hear of their points, and no news", () => {
  const heard = NOTIFICATION_KINDS.filter((kind) =>
    wantsKind(kind, { chosen: null, consented: null }),
  );
  expect(heard).toEqual([
    "points-digest",
    "points-lapsing",
    "tier",
    "goals",
    "referrals",
    "after-events",
    "draws",
  ]);
});

test("codes, answers and the account's safety are nobody's choice", () => {
  for (const template of ["sign-in-code", "claim-step", "security-changed", "welcome"] as const) {
    expect(kindOf(template)).toBeNull();
  }
  expect(kindOf("birthday")).toBe("greetings");
  expect(coverOf("greetings").consent).toBe("club-news");
});
