import { soundNames } from "#app/modules/person/sound-names.server.ts";
import type { RuleBook } from "#app/modules/rulebook/rule-book.ts";
import type { ClubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";
import { addMember } from "./add-member.server.ts";
import { writeWelcome } from "./write-welcome.server.ts";

export type BroughtMember =
  | { ok: true; personId: number; memberId: number }
  /** The address is somebody's already: staff do not give one person the account of another. */
  | { ok: false; refusal: "email-taken" };

/**
 * Makes a member of somebody whom staff have before them, such as the buyer of a car. What they agree to beyond that
 * the club asks them when they first sign in.
 *
 * @param who.phone E.164.
 * @param who.email lower case; without one nobody is written to, and they sign in once the desk has added it.
 */
export async function bringMember(
  tx: Db,
  who: { name: string; phone: string; email: string | null; locale: Locale },
  context: { book: RuleBook; time: ClubTime; now: Date },
): Promise<BroughtMember> {
  const { name, phone, email, locale } = who;
  if (email !== null && (await tx.person.count({ where: { email } })) > 0) {
    return { ok: false, refusal: "email-taken" };
  }
  const { id: personId } = await tx.person.create({
    data: { name, phone, email, locale },
    select: { id: true },
  });
  await soundNames(tx, [personId]);
  const memberId = await addMember(tx, { personId, birthday: null }, context);
  await writeWelcome(tx, memberId);
  return { ok: true, personId, memberId };
}
