import { maskEmail } from "#app/modules/person/contact-spelling.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type LetterReader, letterReaders } from "./letter-readers.server.ts";
import type { LetterState } from "./letter-states.ts";

/** A letter as a line of the list: who got it is masked. */
export type MailListed = {
  id: number;
  to: string;
  /** Who that is. */
  reader: LetterReader | null;
  template: string;
  state: LetterState;
  attempts: number;
  createdAt: Date;
  sentAt: Date | null;
};

export type MailFilter = {
  state: LetterState | null;
  template: string | null;
  /** A whole address: whoever looks for a letter knows whose it is. */
  recipient: string | null;
};

export type MailList = {
  mails: MailListed[];
  /** The `before` of the next older page; null on the last one. */
  olderBefore: number | null;
};

/** Letters, the latest first. */
export async function listMails(
  db: Db,
  { state, template, recipient }: MailFilter,
  { before, limit }: { before: number | null; limit: number },
): Promise<MailList> {
  const rows = await db.mail.findMany({
    where: {
      ...(before === null ? {} : { id: { lt: before } }),
      ...(state === null ? {} : { state }),
      ...(template === null ? {} : { template }),
      ...(recipient === null ? {} : { recipient }),
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: {
      id: true,
      personId: true,
      recipient: true,
      template: true,
      state: true,
      attempts: true,
      createdAt: true,
      sentAt: true,
    },
  });
  const shown = rows.slice(0, limit);
  const readerOf = await letterReaders(db, shown);
  return {
    mails: shown.map(({ personId, recipient, state: held, ...row }) => ({
      ...row,
      to: maskEmail(recipient),
      reader: readerOf({ personId, recipient }),
      state: held as LetterState,
    })),
    olderBefore: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}
