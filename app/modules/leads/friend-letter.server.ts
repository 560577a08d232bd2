import { writeLetter } from "#app/modules/letters/write-letter.server.ts";
import { firstName } from "#app/modules/referrers/first-name.ts";
import type { Db } from "#app/platform/db.server.ts";
import { consumeAttemptInTransaction } from "#app/platform/rate-limit.server.ts";

/** "Was this you?" to one e-mail address: nobody's inbox is flooded through a form about friends. */
const LETTERS_TO_FRIEND = { name: "lead-letter", turns: 3, seconds: 24 * 60 * 60 };

/** By which the letter is found again when the friend asks to be forgotten. */
export const friendLetterKey = (leadId: number): string => `lead-friend:${leadId}`;

/**
 * Asks a friend "was this you?", with who said it, in the transaction that hands the lead in, or lets it pass after a
 * person has looked at it: before anybody calls. Asked again, one letter goes out.
 *
 * @returns false where nothing is written: there is no e-mail address, or it has had its letters of the day. Such a
 * friend says so on the call.
 */
export async function writeFriendLetter(tx: Db, leadId: number): Promise<boolean> {
  const lead = await tx.lead.findUniqueOrThrow({
    where: { id: leadId },
    select: {
      token: true,
      friendName: true,
      friendEmail: true,
      locale: true,
      source: true,
      referrer: { select: { person: { select: { name: true } } } },
    },
  });
  const { token, friendName, friendEmail, locale, source, referrer } = lead;
  if (!friendEmail || !friendName || !referrer) return false;
  const turn = await consumeAttemptInTransaction(LETTERS_TO_FRIEND, friendEmail);
  if (!turn.ok) return false;
  await writeLetter(tx, {
    to: friendEmail,
    template: "lead-friend",
    locale,
    props: {
      name: friendName,
      token,
      by: firstName(referrer.person.name),
      themselves: source === "link",
    },
    dedupKey: friendLetterKey(leadId),
  });
  return true;
}
