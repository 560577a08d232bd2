import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { Birthday } from "#app/modules/person/birthday.ts";
import { soundNames } from "#app/modules/person/sound-names.server.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import { clubTime, type Day } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { db as wholeDatabase } from "#app/platform/db.server.ts";
import { changeBirthday } from "./birthday.ts";
import { loadProfile } from "./load-profile.server.ts";

export type ProfileChange = {
  name: string;
  /** E.164; undefined takes it out. */
  phone?: string | null;
  birthday: Birthday | null;
};

export type ProfileAnswer = { ok: true } | { ok: false; refusal: "corrected-this-year" };

const CORRECTED = "birthday.corrected";

/**
 * Keeps what a member changes of their own profile, and that they did. Nothing is kept where the birthday
 * is refused: see birthday.ts.
 *
 * @param now for tests.
 */
export async function changeProfile(
  member: { id: number; number: string; person: { id: number } },
  change: ProfileChange,
  now = new Date(),
): Promise<ProfileAnswer> {
  const time = clubTime((await loadClub()).timeZone);
  return wholeDatabase().$transaction(async (tx) => {
    // Two tabs correcting a birthday are one correction after the other.
    await tx.$queryRaw`select id from member where id = ${member.id} for no key update`;
    const profile = await loadProfile(tx, member.id);
    const corrected = await correctedAt(tx, member);
    const correctedOn: Day | null = corrected && time.dayOf(corrected);
    const { birthday } = change;
    const decision = changeBirthday(profile.birthday, birthday, correctedOn, time.dayOf(now));
    if (!decision.ok) return decision;

    const phone = change.phone ?? null;
    await tx.person.update({
      where: { id: member.person.id },
      data: { name: change.name, phone },
    });
    await soundNames(tx, [member.person.id]);
    await tx.member.update({
      where: { id: member.id },
      data: { birthMonth: birthday?.month ?? null, birthDay: birthday?.day ?? null },
    });
    const line = { personId: member.person.id, subject: `member:${member.number}` };
    if (change.name !== profile.name || phone !== profile.phone) {
      await writeAudit(tx, {
        ...line,
        action: "profile.changed",
        detail: { name: change.name !== profile.name, phone: phone !== profile.phone },
      });
    }
    if (decision.corrects) await writeAudit(tx, { ...line, action: CORRECTED });
    return { ok: true };
  });
}

/** By themselves; what the desk puts right for them does not count. */
async function correctedAt(
  db: Db,
  member: { number: string; person: { id: number } },
): Promise<Date | null> {
  const last = await db.auditEntry.findFirst({
    where: {
      subject: `member:${member.number}`,
      personId: member.person.id,
      action: CORRECTED,
    },
    orderBy: { createdAt: "desc" },
    select: { createdAt: true },
  });
  return last?.createdAt ?? null;
}
