import { answers, type Call, form, get, members, post, referrers } from "./calls.ts";

/** A copy of the persona `silver`: another has none such. */
const ownCopy = answers((persona) => (persona === "referrer" ? 404 : members(200)[persona]));

/** An owner's pages about themselves: each has only their own, whoever else's id is named. */
export const ACCOUNT_ACCESS: Record<string, Call[]> = {
  "routes/account/my/account": [get("/my/account", referrers(200))],
  "routes/account/my/account._index": [get("/my/account", referrers(200))],
  "routes/account/my/account.profile": [
    get("/my/account/profile", referrers(200)),
    post("/my/account/profile", form({ name: "" }), referrers(400)),
    post(
      "/my/account/profile",
      form({ intent: "letters", letters: "en" }),
      referrers("302 /my/account/profile?done=letters"),
    ),
  ],
  "routes/account/my/account.consents": [
    get("/my/account/consents", members(200)),
    post(
      "/my/account/consents",
      form({ kind: "photos", given: "yes" }),
      members("302 /my/account/consents?done=given"),
    ),
    post(
      "/my/account/consents",
      form({ kind: "terms", given: "no" }),
      members(400),
      "the club's rules, which are left by closing the account",
    ),
  ],
  "routes/account/my/account.family": [
    get("/my/account/family", members(200)),
    post("/my/account/family", form({}), members(400)),
    post(
      "/my/account/family",
      ({ others }) => new URLSearchParams({ remove: String(others.familyId) }),
      members(404),
      "another's family",
    ),
  ],
  "routes/account/my/account.notifications": [
    get("/my/account/notifications", referrers(200)),
    post(
      "/my/account/notifications",
      form({ kind: "tier" }),
      referrers("302 /my/account/notifications?done=saved"),
    ),
  ],
  "routes/account/my/account.privacy": [
    get("/my/account/privacy", referrers(200)),
    post("/my/account/privacy", form({}), referrers(/^(302 \/my\/account\/privacy|409)$/)),
  ],
  "routes/account/my/account.exports.$id": [
    get(({ own }) => `/my/account/exports/${own.exportId}`, ownCopy, "one's own copy"),
    get(({ others }) => `/my/account/exports/${others.exportId}`, referrers(404), "another's copy"),
  ],
  "routes/account/my/account.closing": [
    get("/my/account/closing", referrers(200)),
    post(
      "/my/account/closing",
      form({ intent: "close" }),
      referrers(400),
      "without having said so",
    ),
    post(
      "/my/account/closing",
      form({ intent: "keep" }),
      referrers("302 /my/account/closing?done=kept"),
    ),
  ],
};
