import type { Db } from "./db.server.ts";

/** One line of the audit log: who saw or changed what. */
export type AuditLine = {
  /** The person who acts; null for a program or the system itself. */
  personId: number | null;
  /** What was done, as `noun.verb`: `contact.shown`, `import.started`. */
  action: string;
  /** What it was done to, as `noun:key`: `member:M00010009`. */
  subject: string;
  /** Whatever else tells the act from another like it. Never the data that was shown, nor a secret. */
  detail?: Record<string, string | number | boolean | null | readonly string[]>;
  /** The address the request came from, where there was one. */
  address?: string;
};

/**
 * Adds a line to the audit log, which nobody can change afterwards. Written in the transaction of what
 * it tells, or before what it tells is shown: nothing is seen or done unrecorded.
 */
export async function writeAudit(db: Db, line: AuditLine): Promise<void> {
  const { personId, action, subject, detail = {}, address } = line;
  await db.auditEntry.create({
    data: { personId, action, subject, detail, address: address?.slice(0, 64) ?? null },
    select: { id: true },
  });
}

/** Adds many lines in one statement, of work that is done for many at once. */
export async function writeAudits(
  db: Db,
  lines: readonly Pick<AuditLine, "personId" | "action" | "subject" | "detail">[],
): Promise<void> {
  await db.auditEntry.createMany({
    data: lines.map(({ personId, action, subject, detail = {} }) => ({
      personId,
      action,
      subject,
      detail,
    })),
  });
}
