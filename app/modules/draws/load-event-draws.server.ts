import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import type { DrawMethod, DrawState } from "./draw-row.server.ts";

/** A draw among the parties of an event, as the event's pages show it. */
export type EventDraw = {
  id: number;
  slug: string;
  state: Exclude<DrawState, "draft">;
  method: DrawMethod;
  /** When it was drawn, or will be. */
  at: Date;
  title: InBoth;
  /** The reader's own entry; null where they are not in it, or nobody knows who reads. */
  entry: string | null;
};

/**
 * The draws among the parties of an event whose lists are closed, the next to be drawn first.
 *
 * @param of an event; or the party of a member, whose event it is.
 * @param memberId who reads; null where nobody knows, or their own entry is no matter.
 */
export function loadEventDraws(
  on: Db,
  of: { eventId: number } | { registrationId: number },
  memberId: number | null,
): Promise<EventDraw[]> {
  const event =
    "eventId" in of
      ? Prisma.sql`${of.eventId}::int`
      : Prisma.sql`(select event_id from registration where id = ${of.registrationId})`;
  return queryRows<EventDraw>(
    on,
    Prisma.sql`
    select id, slug, state, method, coalesce(drawn_at, draw_at) as at,
      jsonb_build_object('en', title_en, 'zh', title_zh) as title,
      (select entry from draw_entry where draw_id = draw.id and member_id = ${memberId}::int
        order by id limit 1) as entry
    from draw
    where state <> 'draft' and entrants ? 'eventId' and entrants -> 'eventId' = to_jsonb(${event})
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
