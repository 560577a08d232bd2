import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { decideAdjustment } from "#app/modules/adjustments/decide-adjustment.server.ts";
import { loadApprovals } from "#app/modules/adjustments/load-approvals.server.ts";
import {
  type AdjustmentAsked,
  requestAdjustment,
} from "#app/modules/adjustments/request-adjustment.server.ts";
import { withdrawAdjustment } from "#app/modules/adjustments/withdraw-adjustment.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { loadStatement } from "#app/modules/ledger/load-statement.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { expectSoundBooks } from "../../support/imports.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";

freshDatabase();

let desk: TestPerson;
let finance: TestPerson;
let owner: TestMember;

beforeEach(async () => {
  desk = await aPerson({ name: "许文", roles: ["desk"] });
  finance = await aPerson({ name: "沈岚", roles: ["finance"] });
  owner = await aMember();
});

const reason = "A visit that the workshop forgot";
const ask = (points: number, asked: Partial<AdjustmentAsked> = {}) =>
  requestAdjustment({
    number: owner.number,
    points,
    reason,
    requestKey: randomUUID(),
    by: desk.id,
    address: "10.0.0.1",
    ...asked,
  });

/** Asks for more than one person may, and gives the request's number. */
async function waiting(points = 800, asked: Partial<AdjustmentAsked> = {}): Promise<number> {
  const answer = await ask(points, asked);
  if (!answer.ok || answer.state !== "waiting") throw new Error(JSON.stringify(answer));
  return answer.requestId;
}

const decide = (requestId: number, by: TestPerson, approve = true, note = "") =>
  decideAdjustment({ requestId, approve, note, by: by.id, address: "10.0.0.1" });

const available = async (of = owner) => (await loadBalance(db(), of.accountId)).available;
const letters = async (template: string) =>
  (await db().mail.findMany({ where: { template } })).map(({ recipient }) => recipient);
const actions = async () =>
  (await db().auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action);

describe("within the limit", () => {
  test("points are booked at once, lapse by the rule, and the member is told", async () => {
    expect(await ask(500)).toMatchObject({ ok: true, state: "booked" });
    expect(await available()).toBe(500);
    const [entry] = await loadStatement(db(), owner.accountId, { limit: 1 });
    expect(entry?.meta).toEqual({ for: "adjustment", reason, by: desk.id });
    expect(entry?.lotsMade[0]?.lapsesAt?.getTime()).toBeGreaterThan(Date.now() + 700 * 86_400_000);
    expect(await letters("points-adjusted")).toEqual([owner.email]);
    expect(await actions()).toEqual(["adjustment.booked"]);
    await expectSoundBooks();
  });

  test("the same form sent twice at once is one adjustment", async () => {
    const requestKey = randomUUID();
    const answers = await Promise.all([ask(200, { requestKey }), ask(200, { requestKey })]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await available()).toBe(200);
    expect(await db().adjustmentRequest.count()).toBe(1);
  });

  test("another's form key is not a second press", async () => {
    const requestKey = randomUUID();
    await ask(200, { requestKey });
    const other = await aMember();
    expect(await ask(300, { requestKey, number: other.number })).toEqual({
      ok: false,
      refusal: "not-allowed",
    });
    expect(await available(other)).toBe(0);
  });

  test("more than there is cannot be taken, and it is said how much there is", async () => {
    await ask(120);
    expect(await ask(-121)).toEqual({ ok: false, refusal: "insufficient", available: 120 });
    expect(await ask(-120)).toMatchObject({ ok: true, state: "booked" });
    expect(await available()).toBe(0);
    await expectSoundBooks();
  });
});

describe("what needs a second person", () => {
  test("a point above the limit waits, and everybody of finance is written to", async () => {
    const colleague = await aPerson({ roles: ["finance"] });
    await waiting(501);
    expect(await available()).toBe(0);
    expect((await letters("approval-asked")).sort()).toEqual(
      [finance.email, colleague.email].sort(),
    );
    expect(await letters("points-adjusted")).toEqual([]);
  });

  test("pieces of one adjustment count together, also when they are sent at once", async () => {
    const answers = await Promise.all([ask(300), ask(300), ask(300)]);
    const states = answers.map((answer) => (answer.ok ? answer.state : answer.refusal)).sort();
    expect(states).toEqual(["booked", "waiting", "waiting"]);
    expect(await available()).toBe(300);
  });

  test("what was refused or withdrawn, and what another gave, does not count", async () => {
    const refused = await waiting();
    await decide(refused, finance, false, "not this way");
    const withdrawn = await waiting();
    await withdrawAdjustment(db(), { requestId: withdrawn, by: desk.id, address: "" });
    await ask(500, { by: finance.id });
    expect(await ask(500)).toMatchObject({ ok: true, state: "booked" });
  });

  test("a day later a further one does", async () => {
    await ask(500);
    await db().adjustmentRequest.updateMany({
      data: { requestedAt: new Date(Date.now() - 24 * 3_600_000 - 1000) },
    });
    expect(await ask(500)).toMatchObject({ ok: true, state: "booked" });
  });

  test("one's own account waits for any number of points", async () => {
    const clerk = await aMember({ roles: ["desk"] });
    const own = { by: clerk.id, number: clerk.number };
    expect(await ask(1, own)).toMatchObject({ ok: true, state: "waiting" });
    expect(await available(clerk)).toBe(0);
  });
});

describe("the second person", () => {
  test("approves: points are booked, both are written to, and the entry names both", async () => {
    const request = await waiting();
    expect(await decide(request, finance)).toEqual({ ok: true, state: "booked" });
    expect(await available()).toBe(800);
    const [entry] = await loadStatement(db(), owner.accountId, { limit: 1 });
    expect(entry?.meta).toMatchObject({ by: desk.id, approvedBy: finance.id });
    expect(await letters("approval-answered")).toEqual([desk.email]);
    expect(await letters("points-adjusted")).toEqual([owner.email]);
    expect(await actions()).toEqual(["adjustment.asked", "adjustment.approved"]);
    await expectSoundBooks();
  });

  test("refuses with a note, and nothing is booked", async () => {
    const request = await waiting();
    expect(await decide(request, finance, false, "no invoice")).toEqual({
      ok: true,
      state: "refused",
    });
    expect(await available()).toBe(0);
    expect(await letters("approval-answered")).toEqual([desk.email]);
    expect(await decide(request, finance)).toEqual({ ok: false, refusal: "not-waiting" });
  });

  test("is not whoever asked, though they have the role", async () => {
    const request = await waiting(800, { by: finance.id });
    expect(await decide(request, finance)).toEqual({ ok: false, refusal: "own-request" });
    expect(await available()).toBe(0);
    const { state } = await db().adjustmentRequest.findUniqueOrThrow({ where: { id: request } });
    expect(state).toBe("waiting");
  });

  test("is not whoever asked, even where the code would let them: the table refuses", async () => {
    const request = await waiting(800, { by: finance.id });
    const byThemselves = db().adjustmentRequest.update({
      where: { id: request },
      data: { state: "booked", decidedBy: finance.id, decidedAt: new Date(), entryId: 1n },
    });
    await expect(byThemselves).rejects.toThrow("adjustment_request_two_people");
  });

  test("is not the member themselves", async () => {
    const member = await aMember({ roles: ["finance"] });
    const request = await waiting(800, { number: member.number });
    expect(await decide(request, member)).toEqual({ ok: false, refusal: "own-account" });
    expect(await available(member)).toBe(0);
  });

  test("is not an admin, nor the desk", async () => {
    const request = await waiting();
    for (const by of [await aPerson({ roles: ["admin"] }), await aPerson({ roles: ["desk"] })]) {
      expect(await decide(request, by)).toEqual({ ok: false, refusal: "not-allowed" });
    }
  });

  test("is nobody whose role was taken away a moment ago", async () => {
    const request = await waiting();
    await db().roleGrant.deleteMany({ where: { personId: finance.id } });
    expect(await decide(request, finance)).toEqual({ ok: false, refusal: "not-allowed" });
  });

  test("two of them at once book it once", async () => {
    const colleague = await aPerson({ roles: ["finance"] });
    const request = await waiting();
    const answers = await Promise.all([decide(request, finance), decide(request, colleague)]);
    expect(answers).toContainEqual({ ok: true, state: "booked" });
    expect(answers).toContainEqual({ ok: false, refusal: "not-waiting" });
    expect(await available()).toBe(800);
    await expectSoundBooks();
  });

  test("an approval and a withdrawal at once end in one of them", async () => {
    const request = await waiting();
    const [approved, withdrawn] = await Promise.all([
      decide(request, finance),
      withdrawAdjustment(db(), { requestId: request, by: desk.id, address: "" }),
    ]);
    expect(approved.ok).toBe(!withdrawn);
    expect(await available()).toBe(withdrawn ? 0 : 800);
  });
});

describe("what happens meanwhile", () => {
  test("points that were spent cannot be taken: it is said, and the request stays", async () => {
    await decide(await waiting(1000), finance);
    const request = await waiting(-900);
    await ask(-200, { by: finance.id });
    expect(await decide(request, finance)).toEqual({
      ok: false,
      refusal: "insufficient",
      available: 800,
    });
    const { state } = await db().adjustmentRequest.findUniqueOrThrow({ where: { id: request } });
    expect(state).toBe("waiting");
    expect(await available()).toBe(800);
  });

  test("what somebody asked for who may no longer ask can only be refused", async () => {
    const request = await waiting();
    await db().roleGrant.deleteMany({ where: { personId: desk.id } });
    expect(await decide(request, finance)).toEqual({ ok: false, refusal: "asker-lost-role" });
    expect(await decide(request, finance, false, "left us")).toMatchObject({ ok: true });
  });

  test("nor can they ask any more", async () => {
    await db().roleGrant.deleteMany({ where: { personId: desk.id } });
    expect(await ask(10)).toEqual({ ok: false, refusal: "not-allowed" });
  });

  test("a closed account takes nothing, asked for or approved", async () => {
    const request = await waiting();
    await db().person.update({ where: { id: owner.id }, data: { closedAt: new Date() } });
    expect(await decide(request, finance)).toEqual({ ok: false, refusal: "account-closed" });
    expect(await ask(10)).toEqual({ ok: false, refusal: "account-closed" });
  });
});

describe("the queue", () => {
  test("has the longest waiting first; whoever only asks sees their own", async () => {
    const first = await waiting(600);
    const second = await waiting(700, { by: finance.id });
    const all = await loadApprovals(db(), { askedBy: undefined, after: null, before: null });
    expect(all.waiting.adjustments.map(({ id }) => id)).toEqual([first, second]);
    const own = await loadApprovals(db(), { askedBy: desk.id, after: null, before: null });
    expect(own.waiting.adjustments.map(({ id }) => id)).toEqual([first]);
  });

  test("nobody withdraws another's", async () => {
    const request = await waiting();
    expect(
      await withdrawAdjustment(db(), { requestId: request, by: finance.id, address: "" }),
    ).toBe(false);
  });
});
