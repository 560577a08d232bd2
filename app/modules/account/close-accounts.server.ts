import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Erasure } from "#app/modules/feature.ts";
import { holdsOrOwes } from "#app/modules/ledger/account-sql.server.ts";
import { sweepLastLetters } from "#app/modules/letters/sweep-letters.server.ts";
import { db } from "#app/platform/db.server.ts";
import { log } from "#app/platform/log.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { closeAccount } from "./close-account.server.ts";
import { emptyAccount } from "./empty-account.server.ts";

const BATCH_SIZE = 500;

/**
 * Closes the accounts whose days are over, each by itself: one that cannot be closed now holds up nobody
 * else, and is tried again in an hour. Called by the hourly job.
 *
 * @param erasures how each noun of the house takes somebody out of its tables.
 * @throws the last failure, once all were tried.
 */
export async function closeAccounts(erasures: readonly Erasure[]): Promise<void> {
  const due = await db().person.findMany({
    where: { closesAt: { lte: new Date() }, closedAt: null },
    orderBy: { closesAt: "asc" },
    take: BATCH_SIZE,
    select: { id: true },
  });
  let failure: unknown;
  for (const { id } of due) {
    try {
      await closeAccount(id, erasures);
    } catch (error) {
      failure = error;
      log().error({ err: error, person: id }, "an account could not be closed");
    }
  }
  await sweepClosed(erasures);
  if (failure) throw failure;
}

/**
 * Takes out what reached an account in the moment it was closed (an order booked, a claim filed, a letter
 * written), and the letter that told of it once it has gone out.
 */
async function sweepClosed(erasures: readonly Erasure[]): Promise<void> {
  const remains = erasures.flatMap((erasure) => erasure.remains ?? []);
  const touched = await db().$queryRaw<{ person_id: number; id: number; account_id: bigint }[]>`
    select member.person_id, member.id, member.account_id
    from person
    join member on member.person_id = person.id
    where person.closed_at is not null
      and (${holdsOrOwes(Prisma.sql`member.account_id`)} or ${Prisma.join(remains, " or ")})
    limit ${BATCH_SIZE}`;
  for (const { person_id: personId, id, account_id: accountId } of touched) {
    await inRetriedTransaction(async (tx) => {
      await tx.$queryRaw`select id from person where id = ${personId} for update`;
      const member = { id, accountId: Number(accountId) };
      const leaver = { personId, member, email: null, keptLetter: await lastLetter(personId) };
      for (const { erase } of erasures) await erase(tx, leaver);
      await emptyAccount(tx, member.accountId);
    });
  }
  await sweepLastLetters(db());
}

async function lastLetter(personId: number): Promise<number | null> {
  const letter = await db().mail.findFirst({
    where: { personId, template: "account-closed" },
    select: { id: true },
  });
  return letter?.id ?? null;
}
