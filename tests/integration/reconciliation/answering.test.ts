import { beforeEach, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { answerDifference } from "#app/modules/reconciliation/answer-difference.server.ts";
import { askForDay } from "#app/modules/reconciliation/ask-for-days.server.ts";
import { factsMark } from "#app/modules/reconciliation/difference.ts";
import {
  loadDifference,
  loadOpenDifferences,
} from "#app/modules/reconciliation/load-differences.server.ts";
import { reconcileDay } from "#app/modules/reconciliation/reconcile-day.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";
import { withStripe } from "../../support/stripe/with-stripe.ts";
import { aGift, type GiftBook } from "../payments/payments-fixtures.ts";
import {
  closes,
  differences,
  morningAfter,
  paysOnline,
  theDay,
  told,
} from "./reconciliation-fixtures.ts";

freshDatabase();
const stripe = withStripe();

const day = theDay();
let member: TestMember;
let finance: TestPerson;
let gift: GiftBook;

beforeEach(async () => {
  await ensureClub(db());
  member = await aMember();
  finance = await aPerson({ roles: ["finance"] });
  gift = aGift();
  stripe().books.things.clear();
});

const pays = (amountMinor?: number, currency?: string) =>
  paysOnline(stripe(), gift.payable, member, amountMinor, currency);
const hear = () => told(stripe(), gift.payable);
const actor = () => ({ by: finance.id, address: "" });
/** The first day is read, whatever differs; the answer is the first difference. */
async function firstDifference() {
  const [first] = await loadOpenDifferences(db(), 10);
  if (!first) throw new Error("There is no difference.");
  return first;
}

describe("an answer", () => {
  const answer = (id: number, seen: string, by = finance.id) =>
    answerDifference({ id, done: "Sent back in the dashboard", seen }, { by, address: "" });

  test("is finance's, of what they saw, and once", async () => {
    stripe().books.chargeElsewhere(7_700, "cny");
    await pays();
    await hear();
    await closes(day);
    const { id, ...facts } = await firstDifference();
    const clerk = await aPerson({ roles: ["desk", "admin"] });
    expect(await answer(id, factsMark(facts), clerk.id)).toMatchObject({ refusal: "not-allowed" });
    expect(await answer(id, "stripe-only   1 CNY")).toMatchObject({ refusal: "changed" });
    expect(await answer(id + 1, "")).toMatchObject({ refusal: "no-such-difference" });
    const both = await Promise.all([answer(id, factsMark(facts)), answer(id, factsMark(facts))]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await loadDifference(db(), id)).toMatchObject({
      state: "answered",
      answers: [{ done: "Sent back in the dashboard", by: finance.name }],
    });
    expect(await db().auditEntry.count({ where: { action: "reconciliation.answered" } })).toBe(1);
  });

  test("stays, however often the day is read, until there is a new fact", async () => {
    const { intent } = await pays();
    await closes(day);
    const { id, ...facts } = await firstDifference();
    await answer(id, factsMark(facts));
    await askForDay(day, actor(), morningAfter(day));
    await reconcileDay(day);
    expect(await differences()).toMatchObject([{ state: "answered" }]);
    const { latest_charge: charge } = stripe().books.get("payment_intent", intent);
    const moved = stripe()
      .books.balance.movements()
      .find(({ source }) => source === charge);
    stripe().books.balance.charged(stripe().books.get("charge", String(moved?.source)));
    await askForDay(day, actor(), morningAfter(day));
    await reconcileDay(day);
    expect(await differences()).toMatchObject([{ state: "open", stripe: 9_800 }]);
    expect((await loadDifference(db(), id))?.answers).toMatchObject([{ stripe: { minor: 4_900 } }]);
  });

  test("is history: the application can neither change nor delete it", async () => {
    stripe().books.chargeElsewhere(7_700, "cny");
    await pays();
    await hear();
    await closes(day);
    const { id, ...facts } = await firstDifference();
    await answer(id, factsMark(facts));
    await expect(db().reconciliationAnswer.deleteMany({})).rejects.toThrow(/permission denied/);
    await expect(db().reconciliationDifference.deleteMany({})).rejects.toThrow(/permission denied/);
    await expect(
      db().reconciliationAnswer.updateMany({ data: { done: "Nothing" } }),
    ).rejects.toThrow(/permission denied/);
  });
});
