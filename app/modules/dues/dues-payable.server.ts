import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { Payable } from "#app/modules/payments/payable.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { lockOrdersOf } from "#app/modules/service/rejudge-orders.server.ts";
import { loadGoldStanding } from "#app/modules/standing/load-tier-statuses.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { addGoldYear } from "./add-gold-year.server.ts";
import { bringsNothing } from "./dues-offer.ts";
import { endGoldYear } from "./end-gold-year.server.ts";

/** A year of gold: paid, it begins; its money back, it ends only where finance says so. */
export const duesPayable: Payable = {
  purpose: "dues",
  lock: async (tx, reference) => {
    const payment = await tx.payment.findFirst({
      where: { purpose: "dues", reference },
      select: { memberId: true },
    });
    if (payment) await lockOrdersOf(tx, payment.memberId);
  },
  onPaid: (tx, { id, memberId }) => addGoldYear(tx, { memberId, paymentId: id, from: new Date() }),
  onLate: (tx, { id, memberId }) => isStillWanted(tx, memberId, id),
  onRefunded: async (tx, { id }, { takeBack, by }) => {
    if (takeBack) await endGoldYear(tx, { paymentId: id, by });
  },
  takeBackPreview: async (on, reference) => {
    const year = await on.goldYear.findFirst({
      where: { payment: { purpose: "dues", reference }, state: "paid" },
      select: { beginsAt: true, endsAt: true },
    });
    const now = new Date();
    if (!year?.beginsAt || !year.endsAt || year.endsAt <= now) return null;
    const { timeZone } = await loadClub(on);
    const goldThrough = clubTime(timeZone).dayOf(new Date(year.endsAt.getTime() - 1));
    return { points: 0, used: year.beginsAt <= now, goldThrough };
  },
  pages: { owner: () => "/my/tier/gold" },
};

/**
 * Whether money that comes late still buys something: a member of the club whom a year brings what they have not,
 * and who has not asked for another meanwhile, which they may be paying.
 */
async function isStillWanted(tx: Db, memberId: number, paymentId: number): Promise<boolean> {
  const { person } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { person: { select: { closedAt: true } } },
  });
  if (person.closedAt) return false;
  const others = await tx.goldYear.count({
    where: { memberId, state: "owed", paymentId: { not: paymentId } },
  });
  if (others > 0) return false;
  const { timeZone } = await loadClub(tx);
  const facts = await loadGoldStanding(tx, memberId);
  return bringsNothing(facts, await loadRuleBook(tx), clubTime(timeZone)) === null;
}
