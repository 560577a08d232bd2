import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { DrawState } from "./draw-row.server.ts";

/** A draw among the parties of an event, as the event's page shows it. */
export type EventDraw = {
  slug: string;
  state: Exclude<DrawState, "draft">;
  title: InBoth;
  /** The reader's own entry; null where they are not in it, or nobody knows who reads. */
  entry: string | null;
};

/**
 * The draws among the parties of an event whose lists are closed, the next to be drawn first.
 *
 * @param memberId who reads.
 */
export function loadEventDraws(
  on: Db,
  eventId: number,
  memberId: number | null,
): Promise<EventDraw[]> {
  return queryRows<EventDraw>(
    on,
    Prisma.sql`
    select slug, state, jsonb_build_object('en', title_en, 'zh', title_zh) as title,
      (select entry from draw_entry where draw_id = draw.id and member_id = ${memberId}::int
        order by id limit 1) as entry
    from draw
    where state <> 'draft' and entrants ? 'eventId' and entrants -> 'eventId' = to_jsonb(${eventId}::int)
    order by draw_at, id`,
  );
}

/** The number of a member's entry in a draw; null where they are not in it. */
export async function findOwnEntry(on: Db, slug: string, memberId: number): Promise<string | null> {
  const own = await on.drawEntry.findFirst({
    where: { memberId, draw: { slug, state: { not: "draft" } } },
    orderBy: { id: "asc" },
    select: { entry: true },
  });
  return own?.entry ?? null;
}
