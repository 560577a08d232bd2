import { beforeAll, beforeEach, expect, test } from "vitest";
import { agreeToRules, loadRulesAgreement } from "#app/modules/account/rules-agreement.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadConsents } from "#app/modules/consents/load-consents.server.ts";
import { loadText } from "#app/modules/texts/load-text.server.ts";
import { saveText } from "#app/modules/texts/save-text.server.ts";
import { db } from "#app/platform/db.server.ts";
import { loadSiteRoutes, siteHandler } from "../../support/access/site-routes.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aMember, aPerson, type TestPerson } from "../../support/people.ts";
import { join } from "../joining/joiners.ts";

freshDatabase();
let site: ReturnType<typeof siteHandler>;
let who: { by: number; address: string };

beforeAll(async () => {
  const routes = await loadSiteRoutes();
  site = siteHandler(routes, () => {});
});
beforeEach(async () => {
  await ensureClub(db());
  who = { by: (await aPerson({ roles: ["admin"] })).id, address: "192.0.2.7" };
});

const save = (text: { en: string; zh?: string; asks?: boolean; seen: number }) =>
  saveText(db(), {
    name: "rules",
    zh: text.zh ?? text.en,
    asks: text.asks ?? false,
    ...text,
    ...who,
  });

/** Signs in by password, and says where that leads. */
async function signInOf({ email, password }: TestPerson, to = "/"): Promise<string | null> {
  const answer = await site(
    new Request("http://club.marque.test/sign-in", {
      method: "POST",
      body: new URLSearchParams({ email, password, to }),
    }),
    { nonce: "", address: "192.0.2.9" },
  );
  return answer.headers.get("Location");
}

test("a club has our texts until it writes its own, and every version stays readable", async () => {
  const first = await loadText(db(), "rules");
  expect(first).toMatchObject({ version: 1, newest: 1, since: null });
  expect(await save({ en: "Be kind.", zh: "友善相待。", seen: 1 })).toEqual({
    ok: true,
    version: 2,
  });
  expect(await loadText(db(), "rules")).toMatchObject({ version: 2, newest: 2, en: "Be kind." });
  expect(await loadText(db(), "rules", 1)).toMatchObject({ en: first?.en, newest: 2 });
  expect(await loadText(db(), "rules", 3)).toBeNull();
  expect(await loadText(db(), "privacy")).toMatchObject({ version: 1 });
  await expect(db().textVersion.deleteMany()).rejects.toThrow("append-only");
  const [line] = await db().auditEntry.findMany({ where: { action: "text.saved" } });
  expect(line).toMatchObject({ personId: who.by, subject: "text:rules" });
  expect(JSON.stringify(line?.detail)).not.toContain("kind");
});

test("of two admins who write at once the second is told, and nothing new is no version", async () => {
  const answers = await Promise.all([save({ en: "One", seen: 1 }), save({ en: "Two", seen: 1 })]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual({ ok: false, refusal: "saved-meanwhile" });
  const now = await loadText(db(), "rules");
  expect(await save({ en: now?.en ?? "", zh: now?.zh, seen: 2 })).toEqual({
    ok: false,
    refusal: "nothing-changed",
  });
});

test("whoever joins agrees to the version that they were shown, and to none that is not there", async () => {
  await save({ en: "Two", seen: 1 });
  await save({ en: "Three", seen: 2 });
  const wordingOf = async (personId: number) => (await loadConsents(db(), personId)).terms?.wording;
  expect(await wordingOf((await join({ rulesVersion: 2 })).personId)).toBe("terms-2 zh-CN");
  expect(await wordingOf((await join({ rulesVersion: 99 })).personId)).toBe("terms-3 zh-CN");
});

test("a member is asked at the next sign-in when the rules change, may put it off, and is then let alone", async () => {
  const member = await aMember();
  expect(await signInOf(member)).toBe("/my");
  await agreeToRules(member.id, { version: 1, locale: "en" });
  await save({ en: "A spelling", seen: 1 });
  expect(await signInOf(member)).toBe("/my");
  await save({ en: "Something else", asks: true, seen: 2 });
  expect(await signInOf(member)).toBe("/my/rules?to=%2Fmy");
  expect(await signInOf(member, "/my/points?kind=earn")).toBe(
    "/my/rules?to=%2Fmy%2Fpoints%3Fkind%3Dearn",
  );
  await agreeToRules(member.id, { version: 3, locale: "zh-CN" });
  expect(await loadRulesAgreement(db(), member.id)).toEqual({
    version: 3,
    askedSince: 3,
    agreed: 3,
  });
  expect((await loadConsents(db(), member.id)).terms).toMatchObject({ wording: "terms-3 zh-CN" });
  expect(await signInOf(member)).toBe("/my");
});

test("whoever never agreed is asked for the club's own rules, and staff at their desk are not", async () => {
  const [brought, desk] = await Promise.all([aMember(), aMember({ roles: ["desk"] })]);
  await save({ en: "Our own", asks: true, seen: 1 });
  expect(await signInOf(brought)).toMatch(/^\/my\/rules/);
  expect(await signInOf(desk)).not.toMatch(/rules/);
});
