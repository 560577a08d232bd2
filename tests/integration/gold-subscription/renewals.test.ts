import { beforeEach, expect, test } from "vitest";
import { payables } from "#app/features.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { remindOfRenewals } from "#app/modules/gold-subscription/remind-renewals.server.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { tellOfTiers } from "#app/modules/standing/tell-of-tiers.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { itemOf } from "../../support/stripe/billing-invoices.ts";
import { withStripe } from "../../support/stripe/with-stripe.ts";
import { closes, differences, theDay } from "../reconciliation/reconciliation-fixtures.ts";
import { subscriber } from "./subscription-fixtures.ts";

freshDatabase();
const stripe = withStripe();

const A_DAY = 86_400_000;
let member: TestMember;
let end: number;
const ada = subscriber(stripe, () => member);

beforeEach(async () => {
  await ensureClub(db());
  forgetRuleBook();
  member = await aMember();
  await ada.checksOut();
  await ada.hears();
  end = Number((await ada.row())?.periodEnd);
});

/** The hourly job, so many days before the renewal. */
const remind = (days: number) => remindOfRenewals(payables, new Date(end - days * A_DAY));
const letter = () =>
  db().mail.findFirst({ where: { personId: member.id, template: "gold-renewal" } });

/** The club sets another price, from now on. */
async function costs(goldDuesMinor: number): Promise<void> {
  const version = 1 + (await db().ruleVersion.count());
  await db().ruleVersion.create({
    data: { version, startsAt: new Date(), settings: { tiers: { goldDuesMinor } }, note: "test" },
  });
  forgetRuleBook();
}

test("is told of thirty days before, once, with the sum and the day", async () => {
  expect(await remind(30.01)).toBe(0);
  expect(await remind(30)).toBe(1);
  expect(await remind(20)).toBe(0);
  expect((await letter())?.props).toMatchObject({
    amountMinor: 58_800,
    beforeMinor: null,
    currency: "CNY",
    at: new Date(end).toISOString(),
  });
});

test("at a new price is set at Stripe first, told with the old one, and charged so", async () => {
  await costs(68_800);
  stripe().failures.push({ on: /POST .*subscriptions/, how: "answer-lost", times: 2 });
  expect(await remind(30)).toBe(0);
  expect(await letter()).toBeNull();
  expect(await remind(29)).toBe(1);
  expect((await letter())?.props).toMatchObject({ amountMinor: 68_800 });
  expect(itemOf(ada.subscription()).price).toMatchObject({ unit_amount: 68_800 });
  await costs(78_800);
  await remind(10);
  ada.passes(367);
  await ada.hears();
  expect((await ada.payments()).map(({ amountMinor }) => amountMinor)).toEqual([58_800n, 68_800n]);
});

test("is not told of by somebody who has ended it, and ends where gold is not sold any more", async () => {
  await costs(0);
  expect(await remind(30)).toBe(0);
  expect(ada.subscription()).toMatchObject({ cancel_at_period_end: true });
  expect(await ada.letters("gold-renewal", "gold-renewal-off")).toEqual(["gold-renewal-off"]);
  expect(await remind(29)).toBe(0);
  ada.passes(367);
  await ada.hears();
  expect(await ada.payments()).toHaveLength(1);
});

test("and the year before it agree with Stripe's own books, with no difference for finance", async () => {
  await closes(theDay());
  expect(await differences()).toEqual([]);
});

test("keeps gold from being told that it ends, until it is ended itself", async () => {
  const [year] = await ada.years();
  const before = (days: number) => new Date(Number(year?.endsAt) - days * A_DAY);
  const told = () => ada.letters("tier-warning");
  await tellOfTiers(db(), before(20));
  expect(await told()).toEqual([]);
  stripe().billing.updateSubscription(ada.subscription().id, { cancel_at_period_end: true });
  await ada.hears();
  await tellOfTiers(db(), before(19));
  expect(await told()).toEqual(["tier-warning"]);
});

test("is not told of by somebody who has ended it where no webhook has told yet, at whatever price", async () => {
  await costs(68_800);
  ada.subscription().cancel_at = end / 1_000;
  expect(await remind(30)).toBe(0);
  expect(await ada.letters("gold-renewal", "gold-renewal-off")).toEqual(["gold-renewal-off"]);
  expect(itemOf(ada.subscription()).price).toMatchObject({ unit_amount: 58_800 });
  stripe().billing.cancelSubscription(ada.subscription().id);
  await ada.hears();
  expect(await ada.letters("gold-renewal", "gold-renewal-off")).toEqual(["gold-renewal-off"]);
});
