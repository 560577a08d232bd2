import type { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { takeTurns } from "#app/platform/locks.server.ts";
import { inSavepoint } from "#app/platform/transaction.server.ts";
import { needsApproval } from "./approval.ts";
import { givenAlone } from "./given-alone.server.ts";
import type { HandActName } from "./hand-act.ts";
import { requestApproval } from "./request-approval.server.ts";

/** What an act gave: to whom, how many points, and by which entry; null where there are several. */
export type Giving = { memberId: number | null; points: number; entryId: number | null };

/** An act by hand that gave points, or would. */
export type Gift = Actor & {
  kind: HandActName;
  memberId: number;
  points: number;
  /** What it is about in figures, which need no language: store, number, day, sum. */
  about: string;
  /** What its {@link HandAct} needs to do it later. */
  details: Prisma.InputJsonObject;
  requestKey: string;
};

/**
 * Keeps others of one person's acts by hand waiting until the caller's transaction ends, so that what is sent at
 * once is counted one after the other. Taken before any row is locked.
 */
export const takeTurnsByHand = (tx: Db, by: number) => takeTurns(tx, "byHand", by);

/**
 * Does what gives points, and undoes it where one person may not give as much alone: together with all that
 * they gave within a day to anybody, or to themselves (product rules, "By hand"). What it gives is known exactly,
 * since it was done. The caller has {@link takeTurnsByHand}.
 */
export async function tryAlone<Done extends Giving>(
  tx: Db,
  by: number,
  work: () => Promise<Done>,
): Promise<{ alone: boolean; own: boolean; done: Done }> {
  const { rules } = rulesAt(await loadRuleBook(tx), new Date());
  const before = await givenAlone(tx, by);
  let own = false;
  let alone = true;
  const done = await inSavepoint(
    tx,
    async () => {
      const given = await work();
      own = given.points > 0 && (await isOwn(tx, given.memberId, by));
      const { points } = given;
      const question = { points, lately: before, own };
      alone = points === 0 || !needsApproval(question, rules.adjustments.approvalAbove);
      return given;
    },
    () => alone,
  );
  return { alone, own, done };
}

/** Notes what one person gave alone, for the rest of the day's limit. */
export async function noteGiven(tx: Db, gift: Gift, entryId: number | null): Promise<void> {
  if (gift.points === 0) return;
  await write(tx, gift, { state: "booked", needsApproval: false, decidedAt: new Date(), entryId });
}

/**
 * Puts what one person may not give alone in line for a second one.
 *
 * @param letters whether those who may answer are written to; a visit's invoice comes with the workshop's file
 *   within days, and needs nobody's answer unless it does not.
 */
export async function askSecondPerson(tx: Db, gift: Gift, letters: boolean): Promise<number> {
  const { by, address, memberId, kind, points, about } = gift;
  const request = await write(tx, gift, { state: "waiting", needsApproval: true });
  const member = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    select: { number: true, personId: true },
  });
  await writeAudit(tx, {
    personId: by,
    action: "adjustment.asked",
    subject: `member:${member.number}`,
    detail: { request: request.id, kind, points, about },
    address,
  });
  if (letters) await requestApproval(tx, request, member);
  return request.id;
}

async function write(
  tx: Db,
  { kind, by, memberId, points, about, details, requestKey }: Gift,
  state: { state: string; needsApproval: boolean; decidedAt?: Date; entryId?: number | null },
) {
  const { version } = rulesAt(await loadRuleBook(tx), new Date());
  return tx.adjustmentRequest.create({
    data: {
      kind,
      memberId,
      points,
      reason: about,
      details,
      ruleVersion: version,
      requestedBy: by,
      requestKey,
      ...state,
    },
  });
}

async function isOwn(tx: Db, memberId: number | null, by: number): Promise<boolean> {
  if (memberId === null) return false;
  return (await tx.member.count({ where: { id: memberId, personId: by } })) > 0;
}
