import { db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { closeAccount } from "./close-account.server.ts";
import { emptyAccount } from "./empty-account.server.ts";
import { erasePerson } from "./erase-person.server.ts";

const AT_ONCE = 500;

/**
 * Closes the accounts whose days are over, each by itself: one that cannot be closed now holds up nobody
 * else, and is tried again in an hour. Called by the hourly job.
 *
 * @throws the last failure, once all were tried.
 */
export async function closeAccounts(): Promise<void> {
  const due = await db().person.findMany({
    where: { closesAt: { lte: new Date() }, closedAt: null },
    orderBy: { closesAt: "asc" },
    take: AT_ONCE,
    select: { id: true },
  });
  let failure: unknown;
  for (const { id } of due) {
    try {
      await closeAccount(id);
    } catch (error) {
      failure = error;
      log().error({ err: error, person: id }, "an account could not be closed");
    }
  }
  await sweepClosed();
  if (failure) throw failure;
}

/**
 * Takes out what reached an account in the moment it was closed (an order booked, a claim filed, a letter
 * written), and the letter that told of it once it has gone out.
 */
async function sweepClosed(): Promise<void> {
  const touched = await db().$queryRaw<{ person_id: number; id: number; account_id: bigint }[]>`
    select member.person_id, member.id, member.account_id
    from person
    join member on member.person_id = person.id
    join ledger.account on account.id = member.account_id
    where person.closed_at is not null
      and (account.posted <> 0 or account.debt <> 0
        or exists (select from points_claim where member_id = member.id and state = 'open')
        or exists (select from car_claim where member_id = member.id and state = 'open')
        or exists (select from car_holding where member_id = member.id and ends_at is null)
        or exists (select from family_member where member_id = member.id)
        or exists (select from session where person_id = person.id))
    limit ${AT_ONCE}`;
  for (const { person_id: personId, id, account_id: accountId } of touched) {
    await db().$transaction(async (tx) => {
      await tx.$queryRaw`select id from person where id = ${personId} for update`;
      await emptyAccount(tx, Number(accountId));
      await erasePerson(tx, { personId, memberId: id, email: null }, await lastLetter(personId));
    });
  }
  await db().$executeRaw`
    delete from mail using person
    where person.id = mail.person_id and person.closed_at < now() - interval '1 day'
      and mail.state not in ('waiting', 'sending')`;
}

async function lastLetter(personId: number): Promise<number | null> {
  const letter = await db().mail.findFirst({
    where: { personId, template: "account-closed" },
    select: { id: true },
  });
  return letter?.id ?? null;
}
