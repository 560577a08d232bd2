import { grantRoles } from "#app/modules/access/write-roles.server.ts";
import { attemptSubject } from "#app/modules/auth/attempt-subject.server.ts";
import { consumeCodeAttempt } from "#app/modules/auth/code-attempt.server.ts";
import { verifyCode } from "#app/modules/auth/codes.server.ts";
import {
  type Browser,
  type OpenedSession,
  openSession,
} from "#app/modules/auth/open-session.server.ts";
import { soundNames } from "#app/modules/person/sound-names.server.ts";
import { becomeReferrer } from "#app/modules/referrers/become-referrer.server.ts";
import { db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { Locale } from "#app/platform/words/locale.ts";

export type ReferringBegun =
  | ({ ok: true } & OpenedSession)
  | { ok: false; refusal: "wrong" }
  | { ok: false; refusal: "too-many"; retryAt: Date };

/**
 * Takes the code that somebody was sent who wants to recommend friends, makes them a referrer and signs them in.
 * Whoever has an account keeps it as it is, with the second factor that it may want. A code that is wrong, used, too
 * old or was tried too often gets one answer.
 *
 * @param who.email lower case.
 * @param who.name of somebody who has no account yet.
 * @param code six digits.
 */
export async function beginReferring(
  { email, name, locale }: { email: string; name: string; locale: Locale },
  code: string,
  browser: Browser,
): Promise<ReferringBegun> {
  const subject = await attemptSubject(db(), email, browser.known);
  const turn = await consumeCodeAttempt(subject.key, browser.address);
  if (!turn.ok) return { ok: false, refusal: "too-many", retryAt: turn.retryAt };
  const right =
    (await verifyCode(db(), email, "refer", code, subject.known)) ||
    (await verifyCode(db(), email, "sign-in", code, subject.known));
  if (!right) return { ok: false, refusal: "wrong" };
  await turn.giveBack();
  return inRetriedTransaction(async (tx) => {
    const known = await tx.person.findUnique({
      where: { email },
      select: { id: true, closedAt: true, member: { select: { id: true } } },
    });
    // Whoever closed an account may come back; as somebody new, for the old one stays closed.
    if (known?.closedAt) {
      await tx.person.update({ where: { id: known.id }, data: { email: null } });
    }
    const open = known?.closedAt ? null : known;
    const personId =
      open?.id ??
      (await tx.person.create({ data: { name, email, locale }, select: { id: true } })).id;
    if (!open) await soundNames(tx, [personId]);
    if (!open?.member) await grantRoles(tx, personId, ["referrer"], null);
    await becomeReferrer(tx, personId);
    const proof = { method: "code", secondFactor: false } as const;
    return { ok: true, ...(await openSession(tx, personId, browser, proof)) };
  });
}
