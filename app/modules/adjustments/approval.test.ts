import { describe, expect, test } from "vitest";
import type { Role } from "#app/modules/access/roles.ts";
import { judgeDecision, needsApproval } from "./approval.ts";

describe("a second person is needed", () => {
  test.each([
    ["not for the limit itself", { points: 500, lately: 0, own: false }, false],
    ["for a point above it", { points: 501, lately: 0, own: false }, true],
    ["not for taking the limit", { points: -500, lately: 0, own: false }, false],
    ["for taking a point more", { points: -501, lately: 0, own: false }, true],
    ["for the last piece of a split one", { points: 1, lately: 500, own: false }, true],
    ["not while the pieces stay within it", { points: 250, lately: 250, own: false }, false],
    ["for giving after taking", { points: 300, lately: 300, own: false }, true],
    ["for one point on one's own account", { points: 1, lately: 0, own: true }, true],
  ])("%s", (_case, question, needed) => {
    expect(needsApproval(question, 500)).toBe(needed);
  });

  test("for everything where the limit is nought", () => {
    expect(needsApproval({ points: 1, lately: 0, own: false }, 0)).toBe(true);
  });
});

describe("who may answer", () => {
  const request = { state: "waiting", requestedBy: 1, memberPersonId: 2 };
  const finance = (id: number) => ({ id, roles: ["finance"] as Role[] });
  const desk: Role[] = ["desk"];

  test.each([
    ["another with the finance role", request, finance(3), true, desk, null],
    ["not an admin", request, { id: 3, roles: ["admin"] as Role[] }, true, desk, "not-allowed"],
    ["nobody who lost the role", request, { id: 3, roles: [] }, true, desk, "not-allowed"],
    ["not whoever asked", request, finance(1), true, desk, "own-request"],
    ["nor can they refuse it", request, finance(1), false, desk, "own-request"],
    ["not for one's own account", request, finance(2), true, desk, "own-account"],
    ["nothing twice", { ...request, state: "booked" }, finance(3), true, desk, "not-waiting"],
    ["not for an asker who may no longer ask", request, finance(3), true, [], "asker-lost-role"],
    ["who can still be refused", request, finance(3), false, [], null],
  ] as const)("%s", (_case, asked, decider, approve, askerRoles, refusal) => {
    expect(judgeDecision(asked, decider, approve, askerRoles)).toBe(refusal);
  });
});
