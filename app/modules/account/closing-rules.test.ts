import { expect, test } from "vitest";
import type { Role } from "#app/modules/access/roles.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { decideClosing } from "./closing-rules.ts";

const time = clubTime("Asia/Shanghai");
const nextToMidnight = new Date("2026-11-21T15:59:59Z");
const decide = (roles: Role[], closesAt: Date | null = null) =>
  decideClosing({ roles, closesAt }, nextToMidnight, time);

test("an account closes at the end of the club's fourteenth day, whatever the hour", () => {
  expect(decide([])).toEqual({ ok: true, closesAt: new Date("2026-12-05T16:00:00Z") });
});

test("a referrer may leave", () => {
  expect(decide(["referrer"]).ok).toBe(true);
});

test.each<Role>(["desk", "events", "gifts", "sales", "finance", "admin"])(
  "whoever works here as %s may not",
  (role) => {
    expect(decide(["referrer", role])).toEqual({ ok: false, refusal: "works-here" });
  },
);

test("whoever has asked need not ask again", () => {
  expect(decide([], new Date())).toEqual({ ok: false, refusal: "asked-already" });
});
