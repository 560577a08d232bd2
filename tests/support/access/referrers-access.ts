import { answers, type Call, everybody, form, get, members, post, referrers } from "./calls.ts";

/** A lead of the persona `silver`: another referrer has none such. */
const ownLead = answers((persona) => (persona === "referrer" ? 404 : members(200)[persona]));

/** Whoever may recommend friends already is led to their page. */
const forBeginners = (outcome: number) =>
  answers((persona) =>
    persona === "silver" || persona === "referrer" ? "302 /my/referrals" : outcome,
  );

/** Who recommends friends, and the friends. */
export const REFERRERS_ACCESS: Record<string, Call[]> = {
  "routes/referrers/my/referrals": [get("/my/referrals", referrers(200))],
  "routes/referrers/my/referrals._index": [
    get("/my/referrals", referrers(200)),
    post("/my/referrals?index", form({}), referrers("302 /my/referrals?done=saved")),
  ],
  "routes/referrers/my/referrals.new": [
    get("/my/referrals/new", referrers(200)),
    post("/my/referrals/new", form({}), referrers(400)),
  ],
  "routes/referrers/my/referrals.$id": [
    get(({ own }) => `/my/referrals/${own.leadId}`, ownLead),
    get(({ others }) => `/my/referrals/${others.leadId}`, referrers(404), "another's friend"),
    post(
      ({ others }) => `/my/referrals/${others.leadId}`,
      form({ note: "why", requestKey: "0b0f5b51-5d3c-4a1c-9f4e-0d6f2f6f8a02" }),
      referrers(404),
      "an appeal about another's friend",
    ),
    post(
      ({ others }) => `/my/referrals/${others.leadId}`,
      form({}),
      referrers(404),
      "an empty appeal about another's friend",
    ),
  ],
  "routes/referrers/my/referrals_.poster[.]pdf": [get("/my/referrals/poster.pdf", referrers(200))],
  "routes/referrers/public/r.$token": [
    get(({ own }) => `/r/${own.referrerToken}`, everybody(200)),
    get("/r/nobody", everybody(404), "nobody's link"),
    post(({ own }) => `/r/${own.referrerToken}`, form({}), everybody(400)),
    post("/r/nobody", form({}), everybody(404), "nobody's link"),
  ],
  "routes/referrers/open/r.$token.share[.]png": [get("/r/any/share.png", everybody(200))],
  "routes/referrers/public/f.$token": [
    get(({ own }) => `/f/${own.leadToken}`, everybody(200)),
    get("/f/nobody", everybody(404), "nobody's page"),
    post(({ own }) => `/f/${own.leadToken}`, form({}), everybody(400)),
    post("/f/nobody", form({ answer: "forget" }), everybody(404), "nobody's page"),
  ],
  "routes/referrers/public/refer": [
    { ...get("/refer", everybody(200)), onSite: forBeginners(200) },
  ],
  "routes/referrers/public/refer._index": [
    get("/refer", forBeginners(200)),
    { ...post("/refer?index", form({}), everybody(400)), onSite: forBeginners(400) },
  ],
  "routes/referrers/public/refer.code": [
    get("/refer/code", everybody("302 /refer")),
    post("/refer/code", form({}), everybody("302 /refer")),
  ],
};
