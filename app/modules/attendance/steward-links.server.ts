import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "#app/modules/access/actor.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { readPlan } from "#app/modules/events/plan.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { linkStateAt, type StewardLinkState, type StewardRole } from "./steward-link.ts";

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const hashOf = (token: string) => Buffer.from(createHash("sha256").update(token).digest());

export type NewStewardLink = { eventId: number; name: string; role: StewardRole; gate: string };

/** Makes a steward a link for an event. What it ends in is in the answer alone; only its hash is kept. */
export async function makeStewardLink(
  { eventId, ...link }: NewStewardLink,
  { by, address }: Actor,
): Promise<{ id: number; token: string }> {
  const token = randomBytes(32).toString("base64url");
  const id = await db().$transaction(async (tx) => {
    const made = await tx.stewardLink.create({
      data: { eventId, ...link, tokenHash: hashOf(token), createdBy: by },
      select: { id: true },
    });
    await writeAudit(tx, {
      personId: by,
      action: "steward-link.made",
      subject: `event:${eventId}`,
      detail: { name: link.name, gate: link.gate },
      address,
    });
    return made.id;
  });
  return { id, token };
}

/** Ends a link at once, such as that of a phone which was lost. False where there is none of the event's to end. */
export async function endStewardLink(
  { eventId, id }: { eventId: number; id: number },
  { by, address }: Actor,
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const [ended] = await tx.stewardLink.updateManyAndReturn({
      where: { id, eventId, revokedAt: null },
      data: { revokedAt: new Date() },
      select: { name: true, gate: true },
    });
    if (!ended) return false;
    await writeAudit(tx, {
      personId: by,
      action: "steward-link.ended",
      subject: `event:${eventId}`,
      detail: { name: ended.name, gate: ended.gate },
      address,
    });
    return true;
  });
}

export type FoundLink = {
  id: number;
  eventId: number;
  name: string;
  role: StewardRole;
  gate: string;
  /** Whoever gave it. */
  createdBy: number;
  state: StewardLinkState;
};

/** The link that ends in a token, and whether it still opens anything; null where there is none. */
export async function findStewardLink(
  on: Db,
  token: string | undefined,
  now = new Date(),
): Promise<FoundLink | null> {
  if (!token || !TOKEN.test(token)) return null;
  const row = await on.stewardLink.findUnique({
    where: { tokenHash: hashOf(token) },
    include: { event: { select: { plan: true, state: true } } },
  });
  if (row?.event.plan == null) return null;
  const { timeZone } = await loadClub(on);
  const time = clubTime(timeZone);
  const endsAt = time.endOfDay(time.dayOf(readPlan(row.event.plan).endsAt));
  const { id, eventId, name, gate, createdBy, revokedAt } = row;
  const state = linkStateAt({ revokedAt, endsAt, cancelled: row.event.state === "cancelled" }, now);
  return { id, eventId, name, gate, createdBy, role: row.role as StewardRole, state };
}

/** The links of an event, the newest first, with how much was marked at each. */
export async function loadStewardLinks(on: Db, eventId: number) {
  const links = await on.stewardLink.findMany({
    where: { eventId },
    orderBy: { id: "desc" },
    select: {
      id: true,
      name: true,
      role: true,
      gate: true,
      createdAt: true,
      revokedAt: true,
      _count: { select: { marks: true } },
    },
  });
  return links.map(({ role, _count, ...link }) => ({
    ...link,
    role: role as StewardRole,
    marks: _count.marks,
  }));
}

export type ListedStewardLink = Awaited<ReturnType<typeof loadStewardLinks>>[number];
