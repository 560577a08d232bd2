import type { Actor } from "#app/modules/access/actor.ts";
import { maskEmail } from "#app/modules/person/contact-spelling.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { type LetterReader, letterReaders } from "./letter-readers.server.ts";
import type { LetterState } from "./letter-states.ts";
import { renderLetter } from "./render-letter.server.ts";
import { canGoAgain } from "./send-again.server.ts";

/** A letter as it went out, for somebody of the club. */
export type MailOpened = {
  id: number;
  to: string;
  /** Who that is. */
  reader: LetterReader | null;
  template: string;
  state: LetterState;
  attempts: number;
  /** What the mail server last said against it. */
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
  subject: string;
  text: string;
  /** Whether it can be sent once more. */
  again: boolean;
};

/**
 * Opens a letter to somebody, and writes down who did. What would let its reader act as its recipient is not
 * in it: a code is dots, and the links that stop such letters and that answer for a party are left out.
 *
 * @returns null when there is no such letter.
 */
export async function openMail(
  db: Db,
  { mailId, by, address }: Actor & { mailId: number },
): Promise<MailOpened | null> {
  const mail = await db.mail.findUnique({ where: { id: mailId } });
  if (!mail) return null;
  const { code: _code, surveyToken: _survey, ...props } = mail.props as Record<string, unknown>;
  const { subject, text } = await renderLetter({ ...mail, props, personId: null });
  await writeAudit(db, {
    personId: by,
    action: "letter.opened",
    subject: `mail:${mailId}`,
    detail: { template: mail.template },
    address,
  });
  const readerOf = await letterReaders(db, [mail]);
  return {
    id: mail.id,
    to: maskEmail(mail.recipient),
    reader: readerOf(mail),
    template: mail.template,
    state: mail.state as LetterState,
    attempts: mail.attempts,
    lastError: mail.lastError && withoutAddress(mail.lastError, mail.recipient),
    createdAt: mail.createdAt,
    sentAt: mail.sentAt,
    subject,
    text,
    again: canGoAgain(mail),
  };
}

/** Mail servers like to repeat whom they refuse. */
const withoutAddress = (said: string, recipient: string) =>
  said.replaceAll(recipient, maskEmail(recipient));
