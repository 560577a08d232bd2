import { expect, test } from "vitest";
import { type Factors, type SecondFactorNeed, secondFactorNeed } from "./second-factor-need.ts";

const nobodySpecial: Factors = {
  roles: [],
  hasAuthenticator: false,
  hasPasskey: false,
  secondFactorGiven: false,
  demo: false,
};

test.each<[string, Partial<Factors>, SecondFactorNeed]>([
  ["an owner comes with a password alone", {}, "none"],
  ["an owner with an authenticator is asked for it", { hasAuthenticator: true }, "give"],
  ["an owner with a passkey may use the password", { hasPasskey: true }, "none"],
  ["a referrer is no staff", { roles: ["referrer"] }, "none"],
  ["staff without one have to set one up", { roles: ["desk"] }, "set-up"],
  ["staff with a passkey give it", { roles: ["sales"], hasPasskey: true }, "give"],
  [
    "staff with both give one",
    { roles: ["admin"], hasPasskey: true, hasAuthenticator: true },
    "give",
  ],
  [
    "staff who gave one are in",
    { roles: ["admin"], hasAuthenticator: true, secondFactorGiven: true },
    "none",
  ],
  [
    "staff who gave one and took it away since have to set one up again",
    { roles: ["admin"], secondFactorGiven: true },
    "set-up",
  ],
  ["the demo's staff have a published password", { roles: ["admin"], demo: true }, "none"],
  [
    "and whoever sets one up there is asked for it",
    { roles: ["admin"], demo: true, hasAuthenticator: true },
    "give",
  ],
])("%s", (_case, facts, need) => {
  expect(secondFactorNeed({ ...nobodySpecial, ...facts })).toBe(need);
});
