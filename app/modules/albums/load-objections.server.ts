import { readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { ObjectionKind } from "./object-to-picture.server.ts";

const SHOWN = 50;

/** What families said of pictures and nobody has decided, the oldest first, with who is tagged on each. */
export async function loadOpenObjections(on: Db) {
  const rows = await on.albumObjection.findMany({
    where: { state: "open" },
    orderBy: { id: "asc" },
    take: SHOWN,
    select: {
      ...{ id: true, kind: true, createdAt: true },
      member: { select: { number: true, person: { select: { name: true } } } },
      picture: {
        select: {
          id: true,
          small: { select: { width: true, height: true } },
          album: { select: { event: { select: { id: true, plan: true } } } },
          tags: {
            orderBy: { id: "asc" },
            select: {
              id: true,
              person: { select: { name: true } },
              registration: {
                select: { code: true, member: { select: { person: { select: { name: true } } } } },
              },
            },
          },
        },
      },
    },
  });
  return rows.map(({ kind, member, picture, ...objection }) => ({
    ...objection,
    kind: kind as ObjectionKind,
    member: member && { number: member.number, name: member.person.name },
    event: {
      id: picture.album.event.id,
      title: readPlan(picture.album.event.plan).title,
    },
    picture: { id: picture.id, ...picture.small },
    tagged: picture.tags.map(({ id, person, registration: { code, member } }) => ({
      id,
      name: person?.name ?? member?.person.name ?? code,
    })),
  }));
}

export type OpenObjection = Awaited<ReturnType<typeof loadOpenObjections>>[number];
