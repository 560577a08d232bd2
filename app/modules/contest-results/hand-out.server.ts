import type { Actor } from "#app/modules/access/actor.ts";
import { lockContest } from "#app/modules/contests/contest-row.server.ts";
import {
  endPromise,
  promisePiece,
  putPromisedBack,
  takePromised,
} from "#app/modules/stock/promise-piece.server.ts";
import { ownFamily } from "#app/modules/vehicle/own-family.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";

/** A prize on the list of an event. */
type OfEvent = { eventId: number; awardId: number };

export type HandedOut =
  | { ok: true }
  | {
      ok: false;
      refusal: /** None of this event. */
        | "no-such-award"
        /** It is of the family of whoever acts: a colleague does. */
        | "own"
        /** The ranking was corrected meanwhile: somebody else has won it. */
        | "ended"
        /** No shelf has a piece. */
        | "out-of-stock"
        /** Somebody has come for it meanwhile. */
        | "handed-over"
        /** It is not with the family, or not to come back. */
        | "not-out";
    };

/** Ticks a prize as handed over: its piece leaves the shelf. Again it changes nothing. */
export const handOver = (of: OfEvent, actor: Actor, now = new Date()): Promise<HandedOut> =>
  withAward(of, actor, async (tx, award) => {
    if (award.endedAt !== null) return { ok: false, refusal: "ended" };
    if (award.handedOverAt !== null) return { ok: true };
    const piece = await pieceFor(tx, award, actor);
    if (piece === "none-free") return { ok: false, refusal: "out-of-stock" };
    if (piece !== null && !(await takePromised(tx, piece, actor.by))) {
      return { ok: false, refusal: "out-of-stock" };
    }
    await tx.contestAward.update({
      where: { id: award.id },
      data: {
        ...{ handedOverAt: now, handedOverBy: actor.by },
        ...{ stockPromiseId: piece, waitsForPiece: false },
        ...{ givenUpAt: null, givenUpBy: null, givenUpWhy: null },
      },
      select: { id: true },
    });
    return note(tx, "contest.prize-handed-over", award, actor);
  });

/**
 * Takes the tick away again, with a reason: the piece lies on its shelf, and is kept for the same child.
 *
 * @param at when it was ticked: who sends this twice takes nothing back that somebody has handed over since.
 */
export const undoHandOver = (
  { at, reason, ...of }: OfEvent & { at: Date; reason: string },
  actor: Actor,
): Promise<HandedOut> =>
  withAward(of, actor, async (tx, award) => {
    if (award.endedAt !== null) return { ok: false, refusal: "ended" };
    if (award.handedOverAt === null) return { ok: true };
    if (award.handedOverAt.getTime() !== at.getTime()) return { ok: false, refusal: "handed-over" };
    if (award.stockPromiseId !== null) await putPromisedBack(tx, award.stockPromiseId, actor.by);
    await tx.contestAward.update({
      where: { id: award.id },
      data: { handedOverAt: null, handedOverBy: null },
      select: { id: true },
    });
    return note(tx, "contest.prize-undone", award, actor, { reason });
  });

/**
 * Gives up a prize that nobody comes for, with a reason: its piece is free for others. Place and points stay, and whoever
 * comes after all gets a piece that is free then.
 */
export const giveUpPrize = (
  { reason, ...of }: OfEvent & { reason: string },
  actor: Actor,
  now = new Date(),
): Promise<HandedOut> =>
  withAward(of, actor, async (tx, award) => {
    if (award.endedAt !== null) return { ok: false, refusal: "ended" };
    if (award.handedOverAt !== null) return { ok: false, refusal: "handed-over" };
    if (award.givenUpAt !== null) return { ok: true };
    if (award.stockPromiseId !== null) await endPromise(tx, award.stockPromiseId, actor.by);
    await tx.contestAward.update({
      where: { id: award.id },
      data: {
        ...{ givenUpAt: now, givenUpBy: actor.by, givenUpWhy: reason },
        ...{ stockPromiseId: null, waitsForPiece: award.prize.variant !== null },
      },
      select: { id: true },
    });
    return note(tx, "contest.prize-given-up", award, actor, { reason });
  });

/**
 * Settles a prize that was handed over and that another child has won since: it came back (`back`), or its family keeps it
 * after all (`kept`).
 */
export const settleAwaited = (
  { after, ...of }: OfEvent & { after: "back" | "kept" },
  actor: Actor,
): Promise<HandedOut> =>
  withAward(of, actor, async (tx, award) => {
    if (award.after === after) return { ok: true };
    if (award.after !== "awaited") return { ok: false, refusal: "not-out" };
    if (after === "back" && award.stockPromiseId !== null) {
      await endPromise(tx, award.stockPromiseId, actor.by);
    }
    await tx.contestAward.update({
      where: { id: award.id },
      data: { after },
      select: { id: true },
    });
    return note(tx, after === "back" ? "contest.prize-back" : "contest.prize-kept", award, actor);
  });

type Award = NonNullable<Awaited<ReturnType<typeof findAward>>>;

const findAward = (on: Db, { eventId, awardId }: OfEvent) =>
  on.contestAward.findFirst({
    where: { id: awardId, entry: { contest: { eventId } } },
    include: {
      prize: { select: { titleEn: true, variant: { select: { id: true, stockItemId: true } } } },
      entry: { select: { number: true, contestId: true, contest: { select: { titleEn: true } } } },
    },
  });

/**
 * Reads an award once its contest is locked: who corrects the ranking at this moment is done. Nobody settles what their own
 * family won.
 */
const withAward = (of: OfEvent, { by }: Actor, act: (tx: Db, award: Award) => Promise<HandedOut>) =>
  inRetriedTransaction<HandedOut>(async (tx) => {
    const found = await findAward(tx, of);
    if (!found) return { ok: false, refusal: "no-such-award" };
    await lockContest(tx, found.entry.contestId);
    const award = await findAward(tx, of);
    if (!award) return { ok: false, refusal: "no-such-award" };
    // By itself: what is read beside two others would be asked while these are answered.
    const party = await tx.registration.findUnique({
      where: { id: award.registrationId ?? 0 },
      select: { memberId: true },
    });
    const memberId = party?.memberId ?? null;
    if (memberId !== null && (await ownFamily(tx, by)).has(memberId)) {
      return { ok: false, refusal: "own" };
    }
    return act(tx, award);
  });

/** The promise of its piece: one that waited for a piece gets one that is free by now; null where it needs none. */
async function pieceFor(
  tx: Db,
  { stockPromiseId, waitsForPiece, prize, entry }: Award,
  { by }: Actor,
): Promise<number | null | "none-free"> {
  if (!waitsForPiece || !prize.variant) return stockPromiseId;
  const reason = `${entry.contest.titleEn} #${entry.number}`;
  const { id: variantId, stockItemId: itemId } = prize.variant;
  const piece = { itemId, variantId, purpose: "contest-prize", reason } as const;
  return (await promisePiece(tx, { ...piece, at: null, by })) ?? "none-free";
}

async function note(
  tx: Db,
  action:
    | "contest.prize-handed-over"
    | "contest.prize-undone"
    | "contest.prize-given-up"
    | "contest.prize-back"
    | "contest.prize-kept",
  { entry, prize }: Award,
  actor: Actor,
  detail: { reason?: string } = {},
): Promise<HandedOut> {
  await writeAudit(tx, {
    personId: actor.by,
    action,
    subject: `contest:${entry.contestId}`,
    detail: {
      contest: entry.contest.titleEn,
      entry: entry.number,
      prize: prize.titleEn,
      ...detail,
    },
    address: actor.address,
  });
  return { ok: true };
}
