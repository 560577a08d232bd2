import { isStaff, type Role } from "#app/modules/access/roles.ts";
import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { emptyAccount } from "./empty-account.server.ts";
import { erasePerson } from "./erase-person.server.ts";
import { stopClosing } from "./keep-account.server.ts";

export type ClosingOutcome = "closed" | "kept" | "not-due";

/**
 * Closes one account whose days are over, whole or not at all: what it held leaves the books, and the
 * person leaves everything that has to stay. Whoever came to work at the dealership meanwhile keeps
 * theirs.
 *
 * @returns "not-due" where it was closed or kept by somebody else first.
 */
export async function closeAccount(personId: number): Promise<ClosingOutcome> {
  return db().$transaction(
    async (tx) => {
      // Whoever is just adding something of this person's refers to these rows: that comes before, or after.
      const [due] = await tx.$queryRaw<{ id: number }[]>`
        select id from person
        where id = ${personId} and closes_at <= now() and closed_at is null for update`;
      if (!due) return "not-due";
      await tx.$queryRaw`select id from member where person_id = ${personId} for update`;
      const person = await tx.person.findUniqueOrThrow({
        where: { id: personId },
        include: { roles: true, member: { select: { id: true, number: true, accountId: true } } },
      });
      if (isStaff(person.roles.map(({ role }) => role as Role))) {
        await stopClosing(tx, personId, null);
        return "kept";
      }
      const { member, email } = person;
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
      if (member) await takePointsOut(tx, { ...member, accountId: Number(member.accountId) });
      await erasePerson(tx, { personId, memberId: member?.id ?? null, email }, letter);
      await tx.person.update({ where: { id: personId }, data: { closedAt: new Date() } });
      await writeAudit(tx, {
        personId: null,
        action: "account.closed",
        subject: member ? `member:${member.number}` : `person:${personId}`,
      });
      return "closed";
    },
    { timeout: 60_000 },
  );
}

/**
 * The member's orders keep whose they were, and let go of their awards: a correction that the workshop
 * sends later must find nothing to take back from an account that is closed.
 */
async function takePointsOut(
  db: Db,
  { id, accountId }: { id: number; accountId: number },
): Promise<void> {
  await db.$queryRaw`
    select id from service_order where member_id = ${id} and award_txn_id is not null
    order by id for update`;
  await db.$executeRaw`
    update service_order set award_txn_id = null
    where member_id = ${id} and award_txn_id is not null`;
  await emptyAccount(db, accountId);
}
