import { Prisma } from "#app/generated.server/prisma/client.ts";
import { db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import { consumeAttempt, type Limit } from "#app/platform/rate-limit.server.ts";
import { SHOWN_ENTRIES } from "./shown-sql.server.ts";
import type { Visitor } from "./visitor.server.ts";

/** A hall full of families is one address; a program that stuffs is stopped. */
const HEARTS: Limit = { name: "gallery-hearts", turns: 300, seconds: 3_600 };

export type HeartGiven = { ok: true } | { ok: false; refusal: "not-shown" | "too-many" };

/**
 * Gives a picture a visitor's heart, or takes it away: one of each visitor. It changes no ranking.
 *
 * @param heart.slug the event whose gallery shows the picture.
 * @param address where it comes from, which has a limit by the hour.
 */
export async function giveHeart(
  { slug, entryId, given }: { slug: string; entryId: number; given: boolean },
  visitor: NonNullable<Visitor>,
  address: string,
): Promise<HeartGiven> {
  if (!given) {
    await db().contestFavourite.deleteMany({ where: { entryId, ...visitor } });
    return { ok: true };
  }
  const shown = await queryRows<{ id: number }>(
    db(),
    Prisma.sql`select entry.id from ${SHOWN_ENTRIES} and event.slug = ${slug} and entry.id = ${entryId}`,
  );
  if (shown.length === 0) return { ok: false, refusal: "not-shown" };
  if (!(await consumeAttempt(HEARTS, address)).ok) return { ok: false, refusal: "too-many" };
  await db().contestFavourite.createMany({ data: { entryId, ...visitor }, skipDuplicates: true });
  return { ok: true };
}
