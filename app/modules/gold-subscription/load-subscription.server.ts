import { loadClub } from "#app/modules/club/load-club.server.ts";
import { type DuesOffer, offerDues } from "#app/modules/dues/dues-offer.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { loadGoldStanding } from "#app/modules/standing/load-tier-statuses.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { loadRenewal, type Renewal } from "./load-renewal.server.ts";
import { isRenewalOffered } from "./renewal-methods.server.ts";

/** What the page of a member's subscription shows. */
export type SubscriptionPage = Renewal & {
  /** Gold can renew itself in this club. */
  offered: boolean;
  /** What a year costs today, or why it would bring nothing. */
  offer: DuesOffer;
};

/** Reads it in three queries side by side. */
export async function loadSubscription(db: Db, memberId: number): Promise<SubscriptionPage> {
  const [book, { timeZone }] = await Promise.all([loadRuleBook(), loadClub()]);
  const [facts, renewal, offered] = await Promise.all([
    loadGoldStanding(db, memberId),
    loadRenewal(db, memberId),
    isRenewalOffered(db),
  ]);
  return {
    ...renewal,
    offered,
    offer: offerDues(facts, book, clubTime(timeZone)),
  };
}
