import { beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { type ClubRules, defaultClubRules } from "#app/modules/rulebook/club-rules.ts";
import { forgetRuleBook, loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { loadRulesBase, loadRulesPage } from "#app/modules/rules/load-rules-page.server.ts";
import {
  saveRuleVersion,
  type VersionToSave,
} from "#app/modules/rules/save-rule-version.server.ts";
import { withdrawRuleVersion } from "#app/modules/rules/withdraw-rule-version.server.ts";
import { addDays, clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { anExport, aRoll, bringOrders, bringRoll } from "../../support/imports.ts";
import { aMember, aPerson } from "../../support/people.ts";

freshDatabase();

const time = clubTime("Asia/Shanghai");
const today = time.dayOf(new Date());
const tomorrow = addDays(today, 1);
let admin: number;

beforeEach(async () => {
  await ensureClub(db());
  admin = (await aPerson({ name: "顾明", roles: ["admin"] })).id;
});

const goldEarns = (gold: number): ClubRules => ({
  ...defaultClubRules,
  earning: { ...defaultClubRules.earning, tierPercent: { silver: 100, gold } },
});

async function save(wanted: Partial<VersionToSave> = {}) {
  const { seen } = await loadRulesBase(db());
  return saveRuleVersion(db(), {
    rules: goldEarns(300),
    startsOn: tomorrow,
    note: "Gold earns three times from now on",
    seen,
    by: admin,
    address: "10.0.0.1",
    ...wanted,
  });
}

const withdraw = (version: number) =>
  withdrawRuleVersion(db(), { version, reason: "Not yet", by: admin, address: "10.0.0.1" });

async function goldEarnsOn(day: string) {
  const { rules, version } = rulesAt(await loadRuleBook(), time.startOfDay(day));
  return [version, rules.earning.tierPercent.gold];
}

describe("a new version", () => {
  test("holds from the club's midnight on, and not a moment before", async () => {
    expect(await save()).toEqual({ ok: true, version: 2 });
    const book = await loadRuleBook();
    const midnight = time.startOfDay(tomorrow);
    expect(rulesAt(book, midnight).version).toBe(2);
    expect(rulesAt(book, new Date(midnight.getTime() - 1)).version).toBe(1);
    const page = await loadRulesPage(db());
    expect(page.holds.version).toBe(1);
    expect(page.versions[0]).toMatchObject({
      version: 2,
      state: "to-come",
      savedBy: "顾明",
      changes: [{ path: "earning.tierPercent.gold", before: 200, after: 300 }],
    });
    const line = await db().auditEntry.findFirstOrThrow({ where: { action: "rules.saved" } });
    expect(line).toMatchObject({ personId: admin, subject: "rules:2" });
  });

  test.each([
    ["today", today],
    ["yesterday", addDays(today, -1)],
  ])("does not begin %s", async (_case, startsOn) => {
    expect(await save({ startsOn })).toEqual({ ok: false, refusal: "start-in-past" });
  });

  test("nor in years", async () => {
    expect(await save({ startsOn: "9999-12-31" })).toEqual({ ok: false, refusal: "start-too-far" });
  });

  test("begins after every other that stands, which is named", async () => {
    const startsOn = addDays(today, 10);
    await save({ startsOn });
    const before = await save({ rules: goldEarns(400), startsOn: addDays(today, 9) });
    expect(before).toMatchObject({ ok: false, refusal: "start-overlaps", version: 2 });
    const same = await save({ rules: goldEarns(400), startsOn });
    expect(same).toMatchObject({ ok: false, refusal: "start-overlaps", version: 2 });
    expect(await save({ rules: goldEarns(400), startsOn: addDays(today, 11) })).toMatchObject({
      ok: true,
      version: 3,
    });
  });

  test("that changes nothing is none", async () => {
    expect(await save({ rules: defaultClubRules })).toEqual({
      ok: false,
      refusal: "nothing-changed",
    });
  });

  test("does not remove a card programme that a member holds", async () => {
    await aMember();
    const { home: _held, ...programmes } = defaultClubRules.earning.programmes;
    const rules = { ...defaultClubRules, earning: { ...defaultClubRules.earning, programmes } };
    expect(await save({ rules })).toEqual({
      ok: false,
      refusal: "programme-held",
      programme: "home",
      members: 1,
    });
  });
});

describe("at the same time", () => {
  test("the same form sent twice is one version", async () => {
    const { seen } = await loadRulesBase(db());
    const answers = await Promise.all([save({ seen }), save({ seen })]);
    expect(answers).toEqual([
      { ok: true, version: 2 },
      { ok: true, version: 2 },
    ]);
    expect(await db().ruleVersion.count()).toBe(2);
  });

  test("of two admins the second is told who was first, and nothing of theirs is saved", async () => {
    const { seen } = await loadRulesBase(db());
    const other = await aPerson({ name: "Second", roles: ["admin"] });
    const answers = await Promise.all([
      save({ seen }),
      save({ seen, by: other.id, rules: goldEarns(250) }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(
      expect.objectContaining({ ok: false, refusal: "saved-meanwhile", version: 2 }),
    );
    expect(await db().ruleVersion.count()).toBe(2);
  });

  test("a version withdrawn meanwhile is told as well", async () => {
    await save();
    const { seen } = await loadRulesBase(db());
    await withdraw(2);
    expect(await save({ seen, rules: goldEarns(250) })).toMatchObject({
      refusal: "saved-meanwhile",
    });
  });
});

describe("a version taken back before it began", () => {
  test("never holds, stays in the list with the reason, and its number is not used again", async () => {
    await save();
    expect(await goldEarnsOn(tomorrow)).toEqual([2, 300]);
    expect(await withdraw(2)).toEqual({ ok: true });
    expect(await goldEarnsOn(tomorrow)).toEqual([1, 200]);
    expect(await save({ rules: goldEarns(250) })).toEqual({ ok: true, version: 3 });
    const { versions } = await loadRulesPage(db());
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [3, "to-come"],
      [2, "withdrawn"],
      [1, "holds"],
    ]);
    expect(versions[1]?.withdrawal).toMatchObject({ by: "顾明", reason: "Not yet" });
    expect(versions[0]?.changes).toMatchObject([{ before: 200, after: 250 }]);
  });

  test("is taken back once", async () => {
    await save();
    const answers = await Promise.all([withdraw(2), withdraw(2)]);
    expect(answers).toContainEqual({ ok: true });
    expect(answers).toContainEqual({ ok: false, refusal: "withdrawn-already" });
  });

  test("one that holds is not taken back, nor one that there is not", async () => {
    expect(await withdraw(1)).toEqual({ ok: false, refusal: "version-began" });
    expect(await withdraw(7)).toEqual({ ok: false, refusal: "no-such-version" });
  });
});

test("an entry keeps the version that made it, with its own arithmetic", async () => {
  await bringRoll(aRoll({ tier: "gold", since: "2026-01-10", until: "2027-12-31" }));
  const changed = time.startOfDay("2026-06-01");
  await db().ruleVersion.create({
    data: { version: 2, startsAt: changed, settings: goldEarns(300), note: "Three times" },
  });
  forgetRuleBook();
  await bringOrders(
    anExport(
      { number: "RO1", on: "2026-05-31 23:59", paid: 1000 },
      { number: "RO2", on: "2026-06-01 00:00", paid: 1000 },
    ),
  );
  const { accountId } = await db().member.findFirstOrThrow();
  const entries = await loadStatement(db(), Number(accountId), { limit: 2 });
  expect(entries.map(({ points, meta }) => [points, meta])).toEqual([
    [300, expect.objectContaining({ ruleVersion: 2, multiplier: 3, base: 100 })],
    [200, expect.objectContaining({ ruleVersion: 1, multiplier: 2, base: 100 })],
  ]);
});

test("a version is history: the database keeps it from being changed, withdrawals too", async () => {
  await save();
  await withdraw(2);
  await expect(
    db().ruleVersion.update({ where: { version: 1 }, data: { note: "x" } }),
  ).rejects.toThrow();
  await expect(db().ruleWithdrawal.deleteMany()).rejects.toThrow();
});
