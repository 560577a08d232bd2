import { Prisma } from "#app/generated.server/prisma/client.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { SHOWN_ENTRIES } from "./shown-sql.server.ts";
import { isOf, type Visitor } from "./visitor.server.ts";

/** So many pictures stand on a page. */
const PAGE = 24;

type Row = {
  id: number;
  number: number;
  bracket: string | null;
  pictureId: number;
  contestId: number;
  titleEn: string;
  titleZh: string;
  isOver: boolean;
  hearts: number;
  own: boolean;
};

export type GalleryCursor = { contestId: number; number: number };

/**
 * A page of an event's gallery: numbers and age groups, no names. How many hearts a picture has is told to who has given
 * one in this gallery, and to everybody once the ranking is public.
 *
 * @returns null where there is no such event, or its gallery shows nothing.
 */
export async function loadGallery(
  on: Db,
  slug: string,
  { visitor, after }: { visitor: Visitor; after: GalleryCursor | null },
) {
  const from = after ?? { contestId: 0, number: 0 };
  const rows = await queryRows<Row>(
    on,
    Prisma.sql`
    select entry.id, entry.number, entry.bracket, picture.id as "pictureId", contest.id as "contestId",
      contest.title_en as "titleEn", contest.title_zh as "titleZh", contest.state = 'published' as "isOver",
      (select count(*)::int from contest_favourite heart where heart.entry_id = entry.id) as hearts,
      exists (select from contest_favourite heart where heart.entry_id = entry.id and ${isOf(visitor)}) as own
    from ${SHOWN_ENTRIES} and event.slug = ${slug}
      and (contest.id, entry.number) > (${from.contestId}::int, ${from.number}::int)
    order by contest.id, entry.number
    limit ${PAGE + 1}`,
  );
  const event = await on.event.findUnique({
    where: { slug },
    select: { state: true, plan: true },
  });
  if (event?.state !== "published" || event.plan === null) return null;
  if (rows.length === 0 && after === null) return null;
  const { title, brackets } = readPlan(event.plan);
  const hasVoted = rows.some(({ own }) => own) || (await hasHeart(on, slug, visitor));
  const pictures = rows.slice(0, PAGE).map((row) => ({
    ...{ entryId: row.id, number: row.number, pictureId: row.pictureId, own: row.own },
    contest: { en: row.titleEn, zh: row.titleZh } satisfies InBoth,
    bracket: brackets.find(({ key }) => key === row.bracket)?.name ?? null,
    hearts: hasVoted || row.isOver ? row.hearts : null,
  }));
  const last = rows[PAGE - 1];
  const next =
    rows.length > PAGE && last ? { contestId: last.contestId, number: last.number } : null;
  return { title, pictures, next };
}

/** Whether an event's gallery shows anything as things stand now. */
export async function hasGallery(on: Db, slug: string): Promise<boolean> {
  const [row] = await queryRows<{ is: boolean }>(
    on,
    Prisma.sql`select exists (select from ${SHOWN_ENTRIES} and event.slug = ${slug}) as is`,
  );
  return row?.is ?? false;
}

export type GalleryPicture = NonNullable<
  Awaited<ReturnType<typeof loadGallery>>
>["pictures"][number];

async function hasHeart(on: Db, slug: string, visitor: Visitor): Promise<boolean> {
  const [row] = await queryRows<{ has: boolean }>(
    on,
    Prisma.sql`
    select exists (select from contest_favourite heart
      join contest_entry entry on entry.id = heart.entry_id
      join contest on contest.id = entry.contest_id
      join event on event.id = contest.event_id
      where event.slug = ${slug} and ${isOf(visitor)}) as has`,
  );
  return row?.has ?? false;
}

/** The picture of an entry that anybody may see now, in one of its sizes; null where nobody may, or there is none. */
export async function findShownPicture(
  on: Db,
  pictureId: number,
  size: "small" | "medium" | "large",
): Promise<number | null> {
  const [row] = await queryRows<Record<"small" | "medium" | "large", number>>(
    on,
    Prisma.sql`
    select picture.small_id as small, picture.medium_id as medium, picture.large_id as large
    from ${SHOWN_ENTRIES} and picture.id = ${pictureId}`,
  );
  return row?.[size] ?? null;
}
