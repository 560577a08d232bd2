import { describe, expect, test } from "vitest";
import { erasures } from "#app/features.server.ts";
import { closeAccount } from "#app/modules/account/close-account.server.ts";
import { closeAccounts } from "#app/modules/account/close-accounts.server.ts";
import { keepAccount } from "#app/modules/account/keep-account.server.ts";
import { loadClosing } from "#app/modules/account/load-closing.server.ts";
import { requestClosing } from "#app/modules/account/request-closing.server.ts";
import { adjustPoints } from "#app/modules/ledger/adjust-points.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { holdPoints } from "#app/modules/ledger/hold-points.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { spendPoints } from "#app/modules/ledger/spend-points.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { addStaff } from "#app/modules/staff/add-staff.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aMember, type TestMember } from "../../support/people.ts";

testDatabase();

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
const personOf = (member: TestMember) =>
  db().person.findUniqueOrThrow({ where: { id: member.id } });
const facts = (member: TestMember) =>
  loadClosing(db(), {
    id: member.memberId,
    accountId: member.accountId,
    person: { id: member.id },
  });
const lettersTo = async (member: TestMember) =>
  (await db().mail.findMany({ where: { personId: member.id }, orderBy: { id: "asc" } })).map(
    ({ template }) => template,
  );

let entries = 0;
async function earned(member: TestMember, points: number, pending = false): Promise<number> {
  entries += 1;
  const { entryId } = await earnPoints(db(), {
    scope: "test",
    key: `${entries}`,
    accountId: member.accountId,
    points,
    statusPoints: points,
    availableAt: pending ? null : inDays(-1),
    lapsesAt: pending ? null : inDays(100),
    effectiveAt: inDays(-1),
    meta: { for: "survey", ruleVersion: 1 },
  });
  return entryId;
}

const spent = (member: TestMember, points: number, key: string) =>
  spendPoints(db(), {
    scope: "test",
    key,
    accountId: member.accountId,
    points,
    meta: { for: "gift", redemptionId: 1, giftId: 1, title: "Umbrella" },
  });

const takenBack = (entryId: number) =>
  reverseEntry(db(), {
    scope: "test",
    key: `back/${entryId}`,
    entryId,
    meta: { for: "correction", reason: "order-cancelled" },
  });

/** Asked for fifteen days ago, so that the days are over. */
async function due(member: TestMember): Promise<void> {
  const answer = await requestClosing(member.id, inDays(-16));
  expect(answer.ok).toBe(true);
}

const NOTHING = { available: 0, pending: 0, held: 0, debt: 0, posted: 0 };

async function expectSoundBooks(): Promise<void> {
  expect((await verifyLedger(db())).checks.filter(({ ok }) => !ok)).toEqual([]);
}

describe("until the days are over", () => {
  test("the owner is told by when, and nothing is closed", async () => {
    const member = await aMember();
    await earned(member, 100);
    expect((await requestClosing(member.id)).ok).toBe(true);
    await closeAccounts(erasures);
    expect(await closeAccount(member.id, erasures)).toBe("not-due");
    expect(await personOf(member)).toMatchObject({ name: member.name, closedAt: null });
    expect((await facts(member)).points.available).toBe(100);
    expect(await lettersTo(member)).toEqual(["closing-asked"]);
  });

  test("it is kept by one button, and pressing it twice is pressing it once", async () => {
    const member = await aMember();
    await requestClosing(member.id);
    const answers = await Promise.all([1, 2].map(() => keepAccount(member.id)));
    expect(answers.sort()).toEqual([false, true]);
    expect((await facts(member)).closesAt).toBeNull();
    expect(await lettersTo(member)).toEqual(["closing-asked", "closing-kept"]);
  });

  test("asking in two tabs is asking once", async () => {
    const member = await aMember();
    const answers = await Promise.all([1, 2].map(() => requestClosing(member.id)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await lettersTo(member)).toEqual(["closing-asked"]);
  });
});

describe("somebody who works at the dealership", () => {
  test("cannot ask, and is told whom to ask first", async () => {
    const admin = await aMember({ roles: ["admin"], name: "顾明" });
    const member = await aMember({ roles: ["desk"] });
    expect(await requestClosing(member.id)).toEqual({ ok: false, refusal: "works-here" });
    const said = await facts(member);
    expect(said.worksHere).toBe(true);
    expect(said.admins).toContain("顾明");
    expect((await facts(admin)).admins).not.toContain("顾明");
  });

  test("keeps an account that was to be closed before they came to work there", async () => {
    const member = await aMember();
    await due(member);
    await addStaff(db(), {
      email: member.email,
      name: member.name,
      roles: ["sales"],
      grantedBy: null,
    });
    expect(await closeAccount(member.id, erasures)).toBe("kept");
    expect(await personOf(member)).toMatchObject({ closesAt: null, closedAt: null });
    expect(await lettersTo(member)).toContain("closing-kept");
  });
});

describe("the books of a closed account", () => {
  test("hold nothing: what was available, pending and set aside is out of them", async () => {
    const member = await aMember();
    await earned(member, 300);
    await earned(member, 120, true);
    await holdPoints(db(), {
      scope: "test",
      key: `hold/${member.id}`,
      accountId: member.accountId,
      points: 50,
      endsAt: inDays(30),
      meta: { for: "deposit", eventId: 1, title: "Tree planting" },
    });
    expect((await facts(member)).points).toEqual({
      available: 250,
      pending: 120,
      held: 50,
      debt: 0,
    });
    await due(member);
    await closeAccounts(erasures);
    expect(await loadBalance(db(), member.accountId)).toMatchObject(NOTHING);
    await expectSoundBooks();
  });

  test("owe nothing: a debt is written off", async () => {
    const member = await aMember();
    const award = await earned(member, 200);
    await spent(member, 150, "debt");
    await takenBack(award);
    expect((await facts(member)).points.debt).toBe(150);
    await due(member);
    await closeAccounts(erasures);
    expect(await loadBalance(db(), member.accountId)).toMatchObject(NOTHING);
    await expectSoundBooks();
  });

  test("are empty where taking a pending award back finds part of it gone", async () => {
    const member = await aMember();
    const award = await earned(member, 100);
    await spent(member, 100, "gone");
    await earned(member, 80, true);
    await takenBack(award);
    await due(member);
    await closeAccounts(erasures);
    expect(await loadBalance(db(), member.accountId)).toMatchObject(NOTHING);
    await expectSoundBooks();
  });

  test("stay empty when something was booked in the same moment", async () => {
    const member = await aMember();
    await earned(member, 500);
    await due(member);
    await Promise.all([
      closeAccount(member.id, erasures),
      closeAccount(member.id, erasures),
      spent(member, 200, "race").catch(() => null),
      earned(member, 70),
    ]);
    await earned(member, 30);
    await closeAccounts(erasures);
    expect(await loadBalance(db(), member.accountId)).toMatchObject(NOTHING);
    await expectSoundBooks();
  });

  test("are written once, however often the job runs", async () => {
    const member = await aMember();
    await earned(member, 40);
    await due(member);
    await closeAccounts(erasures);
    const { version } = await loadBalance(db(), member.accountId);
    await closeAccounts(erasures);
    expect((await loadBalance(db(), member.accountId)).version).toBe(version);
    expect(await lettersTo(member)).toEqual(["account-closed"]);
  });
});

test("an adjustment that waits for its second person is withdrawn", async () => {
  const member = await aMember();
  const { id } = await db().adjustmentRequest.create({
    data: {
      memberId: member.memberId,
      points: 900,
      reason: "Goodwill",
      state: "waiting",
      needsApproval: true,
      ruleVersion: 1,
      requestedBy: member.id,
      requestKey: `adjust-${member.id}`,
    },
  });
  await due(member);
  await closeAccounts(erasures);
  expect(await db().adjustmentRequest.findUniqueOrThrow({ where: { id } })).toMatchObject({
    state: "withdrawn",
  });
});

test("the address is free for somebody new, who starts from nothing", async () => {
  const member = await aMember();
  await due(member);
  await closeAccounts(erasures);
  const again = await aMember({ email: member.email });
  expect(again.number).not.toBe(member.number);
  expect(await db().member.findUnique({ where: { number: member.number } })).not.toBeNull();
  await adjustPoints(db(), {
    scope: "test",
    key: `again/${again.id}`,
    accountId: again.accountId,
    points: 5,
    lapsesAt: inDays(9),
    meta: { for: "adjustment", reason: "Welcome", by: again.id },
  });
  expect((await facts(again)).points.available).toBe(5);
});
