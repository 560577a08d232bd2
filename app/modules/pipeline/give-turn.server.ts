import { PERMISSIONS } from "#app/modules/access/permissions.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { type LockedLead, lockLead } from "#app/modules/leads/lock-lead.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { type Giving, giveLead } from "./assign-lead.server.ts";
import { chooseConsultant, type TurnTaker } from "./choose-consultant.ts";

/**
 * Gives a new lead to whoever's turn it is. One that somebody has, that ended, or that a person still looks at is
 * left alone, so that it may be asked for twice.
 */
export async function assignNewLead(leadId: number): Promise<void> {
  await inRetriedTransaction(async (tx) => {
    const lead = await lockLead(tx, leadId);
    if (!lead || lead.ended || lead.consultantId !== null) return;
    if (lead.review === "waiting" || lead.review === "refused") return;
    await giveByTurn(tx, lead, { by: null, how: "turn", not: null });
  });
}

/**
 * Gives a lead to whoever's turn it is, or to nobody where nobody of its store is here.
 *
 * @param lead locked by the caller.
 * @param giving.not whoever is leaving.
 */
export async function giveByTurn(
  tx: Db,
  lead: LockedLead,
  giving: { by: number | null; address?: string; how: Giving; not: number | null },
): Promise<void> {
  const takers = await lockTurns(tx);
  const { timeZone } = await loadClub(tx);
  const { model } = await tx.lead.findUniqueOrThrow({
    where: { id: lead.id },
    select: { model: true },
  });
  const others = takers.filter(({ id }) => id !== giving.not);
  const today = clubTime(timeZone).dayOf(lead.now);
  const to = chooseConsultant({ storeId: lead.storeId, model }, others, today);
  if (to !== null) {
    // Of several in one transaction each counts, though its clock stands.
    await tx.$executeRaw`
      update consultant set last_given_at = clock_timestamp() where person_id = ${to}`;
  }
  if (to !== lead.consultantId) await giveLead(tx, lead, to, giving);
}

/** Those who take turns, one lead after the other. */
function lockTurns(tx: Db): Promise<TurnTaker[]> {
  return tx.$queryRaw<TurnTaker[]>`
    select taker.person_id as id, taker.store_id as "storeId", taker.models,
      taker.away_through::text as "awayThrough", taker.last_given_at as "lastGivenAt"
    from consultant taker join person on person.id = taker.person_id
    where person.closed_at is null and exists (select from role_grant
      where role_grant.person_id = person.id and role = any(${[...PERMISSIONS["leads.work"]]}::text[]))
    order by taker.person_id for no key update of taker`;
}
