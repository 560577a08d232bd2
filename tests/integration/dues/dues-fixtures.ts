import { randomUUID } from "node:crypto";
import { forgetClub } from "#app/modules/club/load-club.server.ts";
import { oweGoldYear } from "#app/modules/dues/owe-gold-year.server.ts";
import { type SoldGoldYear, sellGoldYear } from "#app/modules/dues/sell-gold-year.server.ts";
import { forgetRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { clubTime, endOfMonthAfter } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import type { TestMember, TestPerson } from "../../support/people.ts";

export const PRICE = 58_800;
export const time = clubTime("Asia/Shanghai");
export const today = time.dayOf(new Date());
/** The last day of a year that is paid for today. */
export const inAYear = endOfMonthAfter(today, 12);

/** An owner asks for a year. */
export const ask = ({ memberId, id }: TestMember, seenMinor = PRICE) =>
  oweGoldYear({ memberId, seenMinor, by: id });

/** The payment of a year that an owner asks for. */
export async function asked(member: TestMember, seenMinor = PRICE): Promise<number> {
  const answer = await ask(member, seenMinor);
  if (!answer.ok) throw new Error(answer.refusal);
  return answer.paymentId;
}

/** A clerk sells a year at a store. */
export const sell = (
  { number }: { number: string },
  clerk: TestPerson,
  storeId: number,
  changes: Partial<SoldGoldYear> = {},
) =>
  sellGoldYear(
    {
      number,
      method: "cash",
      receiptNumber: "K-17",
      storeId,
      requestKey: randomUUID(),
      amountMinor: PRICE,
      ...changes,
    },
    { by: clerk.id, address: "10.0.0.1" },
  );

export const standingOf = async ({ memberId }: TestMember, at?: Date) =>
  (await loadTierStatuses(db(), [memberId], at)).get(memberId)?.standing;

/** Gold that did not come by money, from half a year ago. */
export const givenGold = ({ memberId }: TestMember, through: string, cause = "granted") =>
  db().tierPeriod.create({
    data: {
      memberId,
      tier: "gold",
      cause,
      startsAt: new Date(Date.now() - 180 * 86_400_000),
      endsAt: time.endOfDay(through),
    },
  });

/** From now on a year costs this. */
export async function priceBecomes(goldDuesMinor: number): Promise<void> {
  const last = await db().ruleVersion.aggregate({ _max: { version: true } });
  await db().ruleVersion.create({
    data: {
      version: (last._max.version ?? 0) + 1,
      startsAt: new Date(Date.now() - 1_000),
      settings: { tiers: { goldDuesMinor } },
      note: "Dues",
    },
  });
  forgetRuleBook();
}

/** The club counts its money, and its days, otherwise. */
export async function clubBecomes(change: { currency?: string; timeZone?: string }) {
  await db().club.updateMany({ data: change });
  forgetClub();
}
