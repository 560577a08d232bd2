import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { meetBrowser } from "#app/modules/auth/meet-browser.server.ts";
import { newToken } from "#app/modules/auth/session-token.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { sweepLeads } from "#app/modules/leads/sweep-leads.server.ts";
import { signShown } from "#app/modules/referrals/form-shown.server.ts";
import type { FriendTyped } from "#app/modules/referrals/forms.ts";
import { handInForm } from "#app/modules/referrals/hand-in-form.server.ts";
import { ADDRESS_FORMS, COUNTED_BY_ALL } from "#app/modules/referrals/limits.ts";
import { loadReferral } from "#app/modules/referrals/load-referral.server.ts";
import { db } from "#app/platform/db.server.ts";
import { consumeAttempt, resetAttempts } from "#app/platform/rate-limit.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPhone, aReferrer } from "../../support/leads.ts";
import { aBrowser, type TestMember } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

// A Monday at 11:00 in Shanghai, within the club's hours.
const NOW = new Date("2026-07-06T03:00:00Z");
const before = (seconds: number) => signShown(new Date(NOW.getTime() - seconds * 1_000));

let referrer: TestMember;
beforeEach(async () => {
  // What everybody sent in the last minute is counted together.
  await resetAttempts(COUNTED_BY_ALL, "0");
  referrer = await aReferrer();
});

const typed = (changes: Partial<FriendTyped> = {}): FriendTyped => ({
  friend: { name: "Bo Lin", phone: aPhone(), model: "Tayron", email: null, note: "" },
  website: "",
  shown: "",
  consentVersion: 1,
  requestKey: crypto.randomUUID(),
  ...changes,
});

async function sent(
  changes: Partial<FriendTyped> & { by?: TestMember } = {},
  browser = aBrowser(),
  source: "form" | "link" = "form",
) {
  const { by = referrer, ...rest } = changes;
  const answer = await handInForm(
    {
      referrerId: by.id,
      source,
      typed: typed({ shown: await before(20), ...rest }),
      locale: "en",
      browser: { address: browser.address, known: browser.known },
    },
    NOW,
  );
  if (!answer.ok) throw new Error(answer.refusal);
  return db().lead.findUniqueOrThrow({
    where: { id: answer.leadId },
    include: { signs: { orderBy: { sign: "asc" } }, origins: true },
  });
}

const signs = (lead: Awaited<ReturnType<typeof sent>>) => lead.signs.map(({ sign }) => sign);

describe("what a form says about itself", () => {
  test("one that a person filled in is taken, with where it came from as hashes", async () => {
    const lead = await sent({}, { ...aBrowser(), known: newToken() });
    expect(lead).toMatchObject({ review: null, source: "form", consentVersion: 1 });
    expect(lead.origins).toMatchObject([{ whose: "referrer" }]);
    expect(lead.origins[0]?.deviceHash).toHaveLength(32);
  });

  test.each([
    ["after two seconds", async () => ({ shown: await before(2) }), "too-fast"],
    ["with another's time", async () => ({ shown: "1783306000000.AAAA" }), "too-fast"],
    ["with the hidden field", async () => ({ website: "https://x.test" }), "hidden-field"],
    [
      "with a mailbox for ten minutes",
      async () => ({ friend: { ...typed().friend, email: "a@mailinator.com" } }),
      "throw-away-email",
    ],
  ] as const)("one that comes %s waits for a person", async (_case, changes, sign) => {
    const lead = await sent(await changes());
    expect(lead.review).toBe("waiting");
    expect(signs(lead)).toEqual([sign]);
    // Its referrer reads what everybody reads.
    expect(await loadReferral(db(), referrer.id, lead.id, NOW)).toMatchObject({
      standing: "submitted",
      callBy: new Date("2026-07-07T03:00:00Z"),
    });
  });

  test("from the sixth friend in an hour on, one referrer's wait for a person", async () => {
    const leads = [];
    for (let n = 0; n < 6; n++) leads.push(await sent());
    expect(leads.map(({ review }) => review)).toEqual([...Array(5).fill(null), "waiting"]);
    expect(signs(leads[5] as (typeof leads)[number])).toEqual(["burst"]);
  });

  test("a flood from one place is turned away, and nothing of it is kept", async () => {
    const browser = aBrowser();
    for (let n = 1; n < ADDRESS_FORMS.turns; n++)
      await consumeAttempt(ADDRESS_FORMS, browser.address);
    expect(await sent({}, browser)).toMatchObject({ referrerId: referrer.id });
    await expect(sent({}, browser)).rejects.toThrow("too-many");
    expect(await db().lead.count({ where: { referrerId: referrer.id } })).toBe(1);
  });
});

describe("a friend who names themselves", () => {
  test("from the browser of the referrer waits for a person", async () => {
    const known = newToken();
    await meetBrowser(db(), referrer.id, { userAgent: "test", address: "10.9.9.9", known }, NOW);
    const lead = await sent({}, { ...aBrowser(), known }, "link");
    expect(signs(lead)).toEqual(["same-device"]);
    expect(lead).toMatchObject({ review: "waiting" });
  });

  test("on the referrer's network does not, but it goes along with what else looks wrong", async () => {
    const browser = aBrowser();
    await sent({}, browser);
    expect(await sent({}, browser, "link")).toMatchObject({ review: null, signs: [] });
    const odd = await sent({ website: "x" }, browser, "link");
    expect(signs(odd)).toEqual(["hidden-field", "same-network"]);
  });
});

test("what spoke against a lead is forgotten after thirty days, and the lead stays", async () => {
  const lead = await sent({ website: "x" });
  expect(lead.signs[0]?.forgetAt).toEqual(new Date("2026-08-05T16:00:00Z"));
  const old = { where: { leadId: lead.id }, data: { forgetAt: new Date() } };
  expect(await db().leadSign.updateMany(old)).toEqual({ count: 1 });
  await db().leadOrigin.updateMany(old);
  await sweepLeads(db());
  expect(await db().leadSign.count({ where: { leadId: lead.id } })).toBe(0);
  expect(await db().leadOrigin.count({ where: { leadId: lead.id } })).toBe(0);
  expect(await db().lead.count({ where: { id: lead.id } })).toBe(1);
});
