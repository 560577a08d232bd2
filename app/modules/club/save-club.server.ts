import type { PrismaClient } from "#app/generated.server/prisma/client.ts";
import type { Actor } from "#app/modules/access/actor.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { ClubSettings } from "./forms.ts";
import { forgetClub } from "./load-club.server.ts";
import { fingerprint, settingsOf } from "./load-club-settings.server.ts";

export type ClubSaved =
  | { ok: true }
  | { ok: false; refusal: "changed-meanwhile" | "money-on-file" | "no-club" };

/**
 * Saves the club's settings. Of two admins who save at the same moment the second is told, instead of
 * running over the first. The currency stays once invoices are on file: their sums would change their
 * meaning. Other nodes know within ten seconds.
 *
 * @param save.seen the fingerprint of the settings that the admin's page showed.
 */
export async function saveClub(
  db: PrismaClient,
  save: Actor & { settings: ClubSettings; seen: string },
): Promise<ClubSaved> {
  const { settings, seen, by, address } = save;
  const answer = await db.$transaction(async (tx): Promise<ClubSaved> => {
    await tx.$queryRaw`select id from club where id = 1 for update`;
    const club = await tx.club.findUnique({ where: { id: 1 } });
    if (!club) return { ok: false, refusal: "no-club" };
    const before = settingsOf(club);
    if (fingerprint(before) !== seen) return { ok: false, refusal: "changed-meanwhile" };
    const money = before.currency !== settings.currency;
    if (money && (await tx.serviceOrder.findFirst({ select: { id: true } }))) {
      return { ok: false, refusal: "money-on-file" };
    }
    const { closedDays, openDays, ...rest } = settings;
    const dates = (days: readonly string[]) => days.map((day) => new Date(day));
    await tx.club.update({
      where: { id: 1 },
      data: { ...rest, closedDays: dates(closedDays), openDays: dates(openDays) },
    });
    const changed = (Object.keys(settings) as (keyof ClubSettings)[]).filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(settings[field]),
    );
    if (changed.length > 0) {
      await writeAudit(tx, {
        personId: by,
        action: "club.changed",
        subject: "club:1",
        detail: { fields: changed.join(" ") },
        address,
      });
    }
    return { ok: true };
  });
  forgetClub();
  return answer;
}
