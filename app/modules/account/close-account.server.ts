import { isStaff, type Role } from "#app/modules/access/roles.ts";
import type { Erasure } from "#app/modules/feature.ts";
import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { emptyAccount } from "./empty-account.server.ts";
import { stopClosing } from "./keep-account.server.ts";

export type ClosingOutcome = "closed" | "kept" | "not-due";

/**
 * Closes one account whose days are over, whole or not at all: what it held leaves the books, and the
 * person leaves everything that has to stay. Whoever came to work at the dealership meanwhile keeps
 * theirs. Where it gets in the way of what they do in the same moment, it is done again.
 *
 * @param erasures how each noun of the house takes somebody out of its tables.
 * @returns "not-due" where it was closed or kept by somebody else first.
 */
export async function closeAccount(
  personId: number,
  erasures: readonly Erasure[],
): Promise<ClosingOutcome> {
  return inRetriedTransaction<ClosingOutcome>(async (tx) => {
    // Whoever is just adding something of this person's refers to these rows: that comes before, or after.
    const [due] = await tx.$queryRaw<{ id: number }[]>`
      select id from person
      where id = ${personId} and closes_at <= now() and closed_at is null for update`;
    if (!due) return "not-due";
    await tx.$queryRaw`select id from member where person_id = ${personId} for update`;
    await tx.$queryRaw`select person_id from referrer where person_id = ${personId} for update`;
    const person = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      include: { roles: true, member: { select: { id: true, number: true, accountId: true } } },
    });
    if (isStaff(person.roles.map(({ role }) => role as Role))) {
      await stopClosing(tx, personId, null);
      return "kept";
    }
    const { email } = person;
    const member = person.member && {
      ...person.member,
      accountId: Number(person.member.accountId),
    };
    const letter = email
      ? await writeLetter(tx, {
          personId,
          to: email,
          template: "account-closed",
          locale: person.locale,
          props: { name: person.name },
          dedupKey: `account-closed:${personId}`,
        })
      : null;
    const leaver = { personId, member, email, keptLetter: letter };
    const accountId = member?.accountId ?? (await referrerAccount(tx, personId));
    for (const { erase } of erasures) await erase(tx, leaver);
    if (accountId !== null) await emptyAccount(tx, accountId);
    await tx.person.update({ where: { id: personId }, data: { closedAt: new Date() } });
    await writeAudit(tx, {
      personId: null,
      action: "account.closed",
      subject: member ? `member:${member.number}` : `person:${personId}`,
    });
    return "closed";
  });
}

/** Of somebody who recommended friends and was not in the club; null where they never had points. */
async function referrerAccount(tx: Db, personId: number): Promise<number | null> {
  const referrer = await tx.referrer.findUnique({
    where: { personId },
    select: { accountId: true },
  });
  return referrer?.accountId ? Number(referrer.accountId) : null;
}
