import { code } from "#app/modules/data-export/export-cell.ts";
import type { ExportTable } from "#app/modules/data-export/export-table.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { db } from "#app/platform/db.server.ts";
import { inLanguage } from "#app/platform/words/in-language.ts";

const AT_ONCE = 1_000;

const tags: ExportTable = {
  name: "album-tags",
  columns: ["at", "event", "name", "picture"],
  async *rows({ member, locale }) {
    if (!member) return;
    for (let after = 0; ; ) {
      const rows = await db().albumTag.findMany({
        where: { registration: { memberId: member.id }, id: { gt: after } },
        orderBy: { id: "asc" },
        take: AT_ONCE,
        select: {
          id: true,
          createdAt: true,
          person: { select: { name: true } },
          picture: {
            select: { fileName: true, album: { select: { event: { select: { plan: true } } } } },
          },
        },
      });
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(({ createdAt, person, picture }) => ({
        at: createdAt,
        event: inLanguage(locale, readPlan(picture.album.event.plan).title),
        name: person?.name ?? null,
        picture: picture.fileName,
      }));
      after = last.id;
    }
  },
};

const objections: ExportTable = {
  name: "album-objections",
  columns: ["at", "event", "kind", "state", "picture"],
  async *rows({ member, locale }) {
    if (!member) return;
    const rows = await db().albumObjection.findMany({
      where: { memberId: member.id },
      orderBy: { id: "asc" },
      select: {
        ...{ createdAt: true, kind: true, state: true },
        picture: {
          select: { fileName: true, album: { select: { event: { select: { plan: true } } } } },
        },
      },
    });
    yield rows.map(({ createdAt, kind, state, picture }) => ({
      at: createdAt,
      event: inLanguage(locale, readPlan(picture.album.event.plan).title),
      kind: code(kind),
      state: code(state),
      picture: picture.fileName,
    }));
  },
};

const links: ExportTable = {
  name: "album-links",
  columns: ["at", "event", "until", "endedAt"],
  async *rows({ personId, locale }) {
    const rows = await db().albumLink.findMany({
      where: { madeBy: personId },
      orderBy: { id: "asc" },
      select: {
        ...{ createdAt: true, expiresAt: true, revokedAt: true },
        album: { select: { event: { select: { plan: true } } } },
      },
    });
    yield rows.map(({ createdAt, expiresAt, revokedAt, album }) => ({
      at: createdAt,
      event: inLanguage(locale, readPlan(album.event.plan).title),
      until: expiresAt,
      endedAt: revokedAt,
    }));
  },
};

/** On which pictures of events they and their family are, what they said of pictures, and with whom they shared. */
export const exportTables: readonly ExportTable[] = [tags, objections, links];
