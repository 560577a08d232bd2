import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { OBJECTIONS } from "./limits.ts";
import { openTo, shownTo, withViewer } from "./visible-pictures-sql.server.ts";

/** `hide`: it is of us, and nobody is to see it. `not-us`: we are tagged on it, and are not on it. */
export const objectionKinds = ["hide", "not-us"] as const;
export type ObjectionKind = (typeof objectionKinds)[number];

export type ObjectionAnswer =
  | { ok: true }
  | { ok: false; refusal: "no-picture" | "not-tagged" | "too-many" };

/**
 * Says something of a picture that a member can see. One that they want hidden is hidden from this moment, for
 * everybody; staff are told, and decide. That a tag is wrong is for staff alone. Said again it changes nothing.
 */
export async function objectToPicture(objection: {
  slug: string;
  pictureId: number;
  memberId: number;
  kind: ObjectionKind;
}): Promise<ObjectionAnswer> {
  const { slug, pictureId, memberId, kind } = objection;
  const turn = await consumeAttempt(OBJECTIONS, `member:${memberId}`);
  if (!turn.ok) return { ok: false, refusal: "too-many" };
  const viewer = { memberId };
  return inRetriedTransaction<ObjectionAnswer>(async (tx) => {
    const [picture] = await tx.$queryRaw<{ isOurs: boolean }[]>`
      select ${withViewer(viewer)} as "isOurs"
      from album_picture picture join album on album.id = picture.album_id join event on event.id = album.event_id
      where picture.id = ${pictureId} and event.slug = ${slug} and ${openTo(viewer)} and ${shownTo(viewer)}`;
    const said = { pictureId, memberId, kind };
    if (!picture) {
      const before = await tx.albumObjection.count({ where: said });
      return before > 0 ? { ok: true } : { ok: false, refusal: "no-picture" };
    }
    if (kind === "not-us" && !picture.isOurs) return { ok: false, refusal: "not-tagged" };
    await tx.$executeRaw`
      insert into album_objection (picture_id, member_id, kind) values (${pictureId}, ${memberId}, ${kind})
      on conflict (picture_id, member_id, kind) where state = 'open' do nothing`;
    return { ok: true };
  });
}

/** What staff do with it. `granted`: the picture stays hidden, or the tags of that family go. */
export const objectionAnswers = ["granted", "declined"] as const;
export type ObjectionDecision = (typeof objectionAnswers)[number];

/** Decides what a family said of a picture. False where nothing of that number waits. */
export const decideObjection = (
  { objectionId, answer }: { objectionId: number; answer: ObjectionDecision },
  { by, address }: Actor,
  now = new Date(),
): Promise<boolean> =>
  inRetriedTransaction(async (tx) => {
    const [decided] = await tx.albumObjection.updateManyAndReturn({
      where: { id: objectionId, state: "open" },
      data: { state: answer, decidedAt: now, decidedBy: by },
      select: { pictureId: true, memberId: true, kind: true },
    });
    if (!decided) return false;
    const { pictureId, memberId, kind } = decided;
    if (kind === "not-us" && answer === "granted" && memberId !== null) {
      await tx.albumTag.deleteMany({ where: { pictureId, registration: { memberId } } });
    }
    const { album } = await tx.albumPicture.findUniqueOrThrow({
      where: { id: pictureId },
      select: { album: { select: { eventId: true } } },
    });
    await writeAudit(tx, {
      personId: by,
      action: answer === "granted" ? "album-objection.granted" : "album-objection.declined",
      subject: `event:${album.eventId}`,
      detail: { kind },
      address,
    });
    return true;
  });

/** What waits for staff, for their first page. */
export const OBJECTIONS_WAITING = Prisma.sql`
  select jsonb_build_object('count', count(*), 'oldest', min(created_at))
  from album_objection where state = 'open'`;
