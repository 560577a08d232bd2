import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { payables } from "#app/features.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { askForYear, sellYear } from "#app/modules/gold-subscription/single-year.server.ts";
import { openCheckout } from "#app/modules/payments/open-checkout.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aStore } from "../../support/gifts.ts";
import { aMember, aPerson, type TestMember, type TestPerson } from "../../support/people.ts";
import { withStripe } from "../../support/stripe/with-stripe.ts";
import { subscriber } from "./subscription-fixtures.ts";

testDatabase();
const stripe = withStripe();

let member: TestMember;
let clerk: TestPerson;
let storeId: number;
const ada = subscriber(stripe, () => member);

beforeAll(async () => {
  await ensureClub(db());
  storeId = await aStore();
  clerk = await aPerson({ roles: ["desk"] });
});
beforeEach(async () => {
  member = await aMember();
});

const ask = () =>
  askForYear({ memberId: member.memberId, seenMinor: 58_800, by: member.id }, payables);

async function opensOnce(): Promise<number> {
  const owed = await ask();
  if (!owed.ok) throw new Error(owed.refusal);
  const { paymentId } = owed;
  const asked = { paymentId, memberId: member.memberId, locale: "en" } as const;
  expect(await openCheckout(asked, payables)).toMatchObject({ ok: true });
  return paymentId;
}

const sell = () =>
  sellYear(
    {
      number: member.number,
      method: "cash",
      receiptNumber: `K-${randomUUID()}`,
      storeId,
      requestKey: randomUUID(),
      amountMinor: 58_800,
    },
    { by: clerk.id, address: "10.0.0.1" },
    payables,
  );
const paid = async () => (await ada.payments()).filter(({ state }) => state === "paid");

test("whoever subscribes beside a single year that they are paying has one page left to pay at", async () => {
  const paymentId = await opensOnce();
  expect(await ada.open()).toMatchObject({ ok: true });
  const pages = await db().paymentCheckout.findMany({ where: { paymentId } });
  expect(pages.map(({ state }) => state)).toEqual(["expired"]);
  expect(await ada.years()).toMatchObject([{ state: "cancelled" }]);
});

test("whoever asks for a single year beside a page to subscribe at cannot subscribe there any more", async () => {
  await ada.open();
  await opensOnce();
  expect(ada.mine("checkout.session")).toMatchObject([{ status: "expired" }]);
  expect((await ada.attempts()).map(({ state }) => state)).toEqual(["expired"]);
});

test("who has subscribed meanwhile owes no single year, though nobody has told of it yet", async () => {
  await ada.checksOut();
  expect(await ask()).toEqual({ ok: false, refusal: "subscribed" });
  expect((await ada.years()).filter(({ state }) => state === "owed")).toEqual([]);
  expect(await paid()).toHaveLength(1);
});

test("both asked for at once leave one of the two", async () => {
  await Promise.all([ada.open(), ask(), ada.open(), ask()]);
  const owed = (await ada.years()).filter(({ state }) => state === "owed");
  const live = (await ada.attempts()).filter(({ state }) => state === "open" || state === "asked");
  expect(owed.length + live.length).toBeLessThanOrEqual(1);
});

test("a year that is sold at the counter ends the page to subscribe at", async () => {
  await ada.open();
  expect(await sell()).toMatchObject({ ok: true });
  expect(ada.mine("checkout.session")).toMatchObject([{ status: "expired" }]);
  expect(await ada.open()).toEqual({ ok: false, refusal: "not-yet" });
});

test("the counter sells no year to who has subscribed in this minute", async () => {
  await ada.checksOut();
  expect(await sell()).toMatchObject({ ok: false, refusal: "not-yet" });
  expect(await paid()).toHaveLength(1);
});

test("one subscribes, one sells, at once: one of the two is left", async () => {
  await Promise.all([ada.open(), sell(), ada.open()]);
  expect((await ada.attempts()).filter(({ state }) => state === "open")).toEqual([]);
  expect(await paid()).toHaveLength(1);
});
