import { describe, expect, test } from "vitest";
import { type FriendFacts, judgeLead, type Refusal, refusalTold, signsOf } from "./judge-lead.ts";

const stranger: FriendFacts = {
  consented: true,
  isSelf: false,
  sharesHousehold: false,
  isMember: false,
  isStaff: false,
  askedToBeForgotten: false,
  heldBy: "nobody",
};

describe("a friend who is named", () => {
  test("is taken where nothing speaks against it, and looked at where something does", () => {
    expect(judgeLead(stranger, [])).toEqual({ outcome: "taken" });
    expect(judgeLead(stranger, ["burst"])).toEqual({ outcome: "review", signs: ["burst"] });
  });

  test.each<[string, Partial<FriendFacts>, string]>([
    ["who did not agree", { consented: false }, "no-consent"],
    ["who is the referrer", { isSelf: true, isMember: true }, "yourself"],
    ["whom they named before", { heldBy: "the-same", isMember: true }, "already-yours"],
    ["of the same household", { sharesHousehold: true, isMember: true }, "household"],
    ["who is an owner", { isMember: true }, "known"],
    ["who works here", { isStaff: true }, "known"],
    ["who asked to be forgotten", { askedToBeForgotten: true }, "known"],
    ["whom another named first", { heldBy: "another" }, "known"],
  ])("%s is refused, also where signs speak against the form", (_who, facts, refusal) => {
    const expected = { outcome: "refused", refusal };
    expect(judgeLead({ ...stranger, ...facts }, [])).toEqual(expected);
    expect(judgeLead({ ...stranger, ...facts }, ["hidden-field"])).toEqual(expected);
  });
});

test("a stranger on a referrer's page learns neither whose number it is nor who was named", () => {
  const refusals: Refusal[] = ["yourself", "household", "already-yours", "known"];
  for (const refusal of refusals) {
    expect(refusalTold(refusal, "link")).toBe("known");
    expect(refusalTold(refusal, "form")).toBe(refusal);
  }
});

describe("how a form was filled in", () => {
  const now = new Date("2026-11-30T10:00:00Z");
  const form = {
    hiddenField: "",
    shownAt: new Date(now.getTime() - 3_000),
    now,
    recent: { byReferrer: 4, byAll: 59 },
    email: "bo@example.com",
  };
  const signs = (given: Partial<typeof form> | { shownAt: null }) =>
    signsOf({ ...form, ...given }, (domain) => domain === "ten-minutes.example");

  test("says nothing where a person did it", () => expect(signs({})).toEqual([]));

  test.each([
    ["a field that nobody sees", { hiddenField: "x" }, "hidden-field"],
    ["in under three seconds", { shownAt: new Date(now.getTime() - 2_999) }, "too-fast"],
    ["without the page that it is on", { shownAt: null }, "too-fast"],
    ["the sixth in an hour", { recent: { byReferrer: 5, byAll: 0 } }, "burst"],
    ["one of many from everywhere", { recent: { byReferrer: 0, byAll: 60 } }, "burst"],
    ["an address for ten minutes", { email: "A@Ten-Minutes.example" }, "throw-away-email"],
  ])("tells %s", (_what, given, sign) => expect(signs(given)).toEqual([sign]));
});
