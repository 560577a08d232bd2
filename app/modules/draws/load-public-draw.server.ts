import { readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { PublishedDraw } from "./check-draw.ts";
import type { DrawMethod, DrawState } from "./draw-row.server.ts";
import { readEntrants } from "./entrants.ts";
import { valueName, valueOnPaper, valueSource } from "./public-value.ts";
import type { ValueKind } from "./value-kinds.ts";

/** Everything that stands on a draw's public page; null for a draft, and where there is none. */
export async function loadPublicDraw(on: Db, slug: string) {
  const row = await on.draw.findFirst({
    where: { slug, state: { not: "draft" } },
    omit: { paper: true, sealedSeed: true },
    include: {
      prizes: { orderBy: { place: "asc" } },
      wins: {
        orderBy: { position: "asc" },
        select: {
          ...{ position: true, piece: true, prizeId: true, state: true, why: true, namedAt: true },
          entry: {
            select: { entry: true, member: { select: { person: { select: { name: true } } } } },
          },
        },
      },
      _count: { select: { entries: true } },
    },
  });
  if (!row) return null;
  const { valueKind, valueReference, _count, wins } = row;
  const value =
    valueKind === null || valueReference === null
      ? null
      : { kind: valueKind as ValueKind, reference: valueReference };
  const entrants = readEntrants(row.entrants);
  return {
    slug: row.slug,
    method: row.method as DrawMethod,
    state: row.state as Exclude<DrawState, "draft">,
    title: { en: row.titleEn, zh: row.titleZh },
    about: { en: row.aboutEn, zh: row.aboutZh },
    entrants,
    /** Of a draw among the parties of one. */
    event: entrants.of === "visits" ? null : await nameOfEvent(on, entrants.eventId),
    entries: _count.entries,
    onePerHousehold: row.onePerHousehold,
    mustBePresent: row.mustBePresent,
    drawAt: row.drawAt,
    claimBy: row.claimBy.toISOString().slice(0, 10),
    pickedBy: { en: row.pickedByEn ?? "", zh: row.pickedByZh ?? "" },
    prizes: row.prizes.map(({ id, titleEn, titleZh, count }) => ({
      id,
      title: { en: titleEn, zh: titleZh },
      count,
    })),
    value: value && {
      ...value,
      name: valueName(value),
      source: valueSource(value),
      knownAt: row.valueDueAt as Date,
    },
    fingerprint: row.fingerprint as string,
    commitment: row.commitment,
    frozenAt: row.frozenAt as Date,
    drawnAt: row.drawnAt,
    calledOff:
      row.calledOffAt === null
        ? null
        : { at: row.calledOffAt, why: { en: row.calledOffEn ?? "", zh: row.calledOffZh ?? "" } },
    wins: wins.map(({ entry, namedAt, state, why, ...win }) => ({
      ...win,
      state: state as WinState,
      why: why as PassedOnWhy | null,
      entry: entry.entry,
      /** Of winners who want it to stand there. */
      name: namedAt === null ? null : (entry.member?.person.name ?? null),
    })),
    published: value && row.seed !== null ? publishedOf(row, valueOnPaper(value), wins) : null,
  };
}

/** What an event is called, and where its page is. */
export async function nameOfEvent(on: Db, id: number) {
  const event = await on.event.findUnique({ where: { id }, select: { plan: true, slug: true } });
  return event?.plan == null ? null : { title: readPlan(event.plan).title, slug: event.slug };
}

export type WinState = "won" | "handed-over" | "passed-on";
export type PassedOnWhy = "unclaimed" | "not-there" | "declined" | "left";
export type PublicDraw = NonNullable<Awaited<ReturnType<typeof loadPublicDraw>>>;

function publishedOf(
  row: Record<"fingerprint" | "commitment" | "seed" | "value", string | null>,
  valueOnPaper: string,
  wins: { entry: { entry: string } }[],
): PublishedDraw {
  return {
    fingerprint: String(row.fingerprint),
    commitment: String(row.commitment),
    valueName: valueOnPaper,
    seed: String(row.seed),
    value: String(row.value),
    drawn: wins.map(({ entry }) => entry.entry),
  };
}

/** The list of a draw as text, as it was frozen; null where there is none to be seen. */
export async function loadPaper(on: Db, slug: string): Promise<string | null> {
  const row = await on.draw.findFirst({
    where: { slug, state: { not: "draft" } },
    select: { paper: true },
  });
  return row?.paper ?? null;
}
