import { loadClub } from "#app/modules/club/load-club.server.ts";
import { storeShown } from "#app/modules/club/store-shown.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { ownFamily } from "#app/modules/vehicle/own-family.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { DrawDraft } from "./draft.ts";
import { loadFreePieces } from "./draw-pieces.server.ts";
import type { DrawMethod, DrawState } from "./draw-row.server.ts";
import { readEntrants } from "./entrants.ts";
import { findEntrants } from "./find-entrants.server.ts";
import { nameOfEvent, type PassedOnWhy, type WinState } from "./load-public-draw.server.ts";
import { valueName, valueSource } from "./public-value.ts";
import type { ValueKind } from "./value-kinds.ts";

const WINNER = {
  ...{ entry: true, memberId: true },
  member: { select: { number: true, person: { select: { name: true } } } },
  registration: {
    select: { code: true, people: { orderBy: { id: "asc" }, take: 1, select: { name: true } } },
  },
} as const;

const PIECE = {
  piece: true,
  promise: { select: { store: { select: { name: true, nameEn: true } } } },
} as const;

type Promised = { store: { name: string; nameEn: string | null } | null };

/** The shelf that keeps a piece: a store's, or the store room's (null). */
const shelfNamed = ({ store }: Promised) => ({
  store: store && storeShown(store),
});

/**
 * A draw as whoever keeps it or hands its prizes over sees it; nothing of the seed before it is told.
 *
 * @param by who looks: of the public value they see their own reading, and of others only that they read it; what they or their
 * family won, a colleague hands over.
 */
export async function loadKeptDraw(on: Db, drawId: number, by: number) {
  const row = await on.draw.findUnique({
    where: { id: drawId },
    omit: { paper: true, sealedSeed: true, seed: true },
    include: {
      prizes: { orderBy: { place: "asc" } },
      readings: { orderBy: { id: "desc" }, select: { value: true, readBy: true, readAt: true } },
      wins: { orderBy: { position: "asc" }, include: { entry: { select: WINNER }, prize: true } },
      pieces: { select: PIECE },
      _count: { select: { entries: true } },
    },
  });
  if (!row) return null;
  const shelfOf = new Map(row.pieces.map(({ piece, promise }) => [piece, shelfNamed(promise)]));
  const family = row.wins.length > 0 ? await ownFamily(on, by) : new Set<number>();
  const { valueKind, valueReference, valueDueAt, readings } = row;
  const own = readings.find(({ readBy }) => readBy === by);
  const other = readings.find(({ readBy }) => readBy !== by);
  const value =
    valueKind === null || valueReference === null || valueDueAt === null
      ? null
      : { kind: valueKind as ValueKind, reference: valueReference, due: valueDueAt };
  const draft = draftOf(row, value);
  const { entrants } = draft;
  return {
    ...{ id: row.id, slug: row.slug, entries: row._count.entries, draft },
    /** Of a draw among the parties of one. */
    event: entrants.of === "visits" ? null : await nameOfEvent(on, entrants.eventId),
    state: row.state as DrawState,
    method: row.method as DrawMethod,
    ...{ fingerprint: row.fingerprint, commitment: row.commitment, value: row.value },
    ...{ frozenAt: row.frozenAt, drawnAt: row.drawnAt },
    named: value && {
      ...{ kind: value.kind, name: valueName(value) },
      ...{ source: valueSource(value), knownAt: value.due },
    },
    readings: {
      own: own ? { value: own.value, at: own.readAt } : null,
      other: other ? { at: other.readAt } : null,
    },
    calledOff:
      row.calledOffAt === null ? null : { en: row.calledOffEn ?? "", zh: row.calledOffZh ?? "" },
    /** Gifts that are kept for whoever is drawn or picked next. */
    freePieces: (await loadFreePieces(on, drawId)).length,
    wins: row.wins.map(({ entry, prize, ...win }) => ({
      ...{ id: win.id, position: win.position, piece: win.piece },
      /** Of a gift that is to be handed over: which shelf keeps it. */
      shelf: win.state === "won" ? (shelfOf.get(win.piece) ?? null) : null,
      state: win.state as WinState,
      /** Since when it is handed over, or was passed on. */
      decidedAt: win.decidedAt,
      isOwn: entry.memberId !== null && family.has(entry.memberId),
      why: win.why as PassedOnWhy | null,
      entry: entry.entry,
      prize: { en: prize.titleEn, zh: prize.titleZh },
      memberNumber: entry.member?.number ?? null,
      name: entry.member?.person.name ?? entry.registration?.people[0]?.name ?? null,
    })),
  };
}

export type KeptDraw = NonNullable<Awaited<ReturnType<typeof loadKeptDraw>>>;

type Row = {
  titleEn: string;
  titleZh: string;
  aboutEn: string;
  aboutZh: string;
  entrants: unknown;
  onePerHousehold: boolean;
  mustBePresent: boolean;
  drawAt: Date;
  claimBy: Date;
  pickedByEn: string | null;
  pickedByZh: string | null;
  prizes: { titleEn: string; titleZh: string; count: number; variantId: number | null }[];
};

const draftOf = (row: Row, value: Extract<DrawDraft["how"], { due: Date }> | null): DrawDraft => ({
  title: { en: row.titleEn, zh: row.titleZh },
  about: { en: row.aboutEn, zh: row.aboutZh },
  entrants: readEntrants(row.entrants),
  onePerHousehold: row.onePerHousehold,
  mustBePresent: row.mustBePresent,
  drawAt: row.drawAt,
  claimBy: row.claimBy.toISOString().slice(0, 10),
  how: value ?? { pickedBy: { en: row.pickedByEn ?? "", zh: row.pickedByZh ?? "" } },
  prizes: row.prizes.map(({ titleEn, titleZh, count, variantId }) => ({
    title: { en: titleEn, zh: titleZh },
    ...{ count, variantId },
  })),
});

/** How many would take part if the list of a draft were closed now, and of how many households. */
export async function countEntrants(on: Db, entrants: DrawDraft["entrants"]) {
  const { timeZone } = await loadClub(on);
  const found = await findEntrants(on, entrants, clubTime(timeZone));
  return {
    entries: found.length,
    households: new Set(found.map(({ household }) => household)).size,
  };
}

/** So many events can be chosen from: the newest. */
const EVENTS = 60;

/** The events whose parties can take part in a draw, the newest first. */
export async function loadDrawEvents(on: Db) {
  const events = await on.event.findMany({
    where: { state: "published" },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take: EVENTS,
    select: { id: true, plan: true },
  });
  return events.map(({ id, plan }) => {
    const { title, startsAt } = readPlan(plan);
    return { id, title, startsAt };
  });
}
