import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { type Db, db } from "#app/platform/db.server.ts";

/**
 * Keeps an account whose owner thought better of it. As long as nobody has closed it, it is not too late.
 *
 * @returns false where there was nothing to keep it from.
 */
export async function keepAccount(personId: number): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ id: number }[]>`
      select id from person
      where id = ${personId} and closes_at is not null and closed_at is null for update`;
    if (row) await stopClosing(tx, personId, personId);
    return row !== undefined;
  });
}

/** Takes a closing back in the caller's transaction, which holds the person's lock. */
export async function stopClosing(tx: Db, personId: number, by: number | null): Promise<void> {
  const person = await tx.person.update({
    where: { id: personId },
    data: { closingAskedAt: null, closesAt: null },
  });
  await writeAudit(tx, {
    personId: by,
    action: "closing.stopped",
    subject: `person:${personId}`,
  });
  await writeLetterTo(tx, person, { template: "closing-kept", props: {} });
}
