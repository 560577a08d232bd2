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
 * Keeps what somebody changes of their own profile, and that they did. Nothing is kept where the birthday
 * is refused: see birthday.ts. Of who is not in the club no birthday is kept.
 *
 * @param now for tests.
 */
export async function changeProfile(
  { person, member }: { person: { id: number }; member: { id: number; number: string } | null },
  change: ProfileChange,
  now = new Date(),
): Promise<ProfileAnswer> {
  const time = clubTime((await loadClub()).timeZone);
  return wholeDatabase().$transaction(async (tx) => {
    // Two tabs correcting a birthday are one correction after the other.
    await tx.$queryRaw`select id from person where id = ${person.id} for no key update`;
    const profile = await loadProfile(tx, person.id);
    const subject = member ? `member:${member.number}` : `person:${person.id}`;
    const line = { personId: person.id, subject };
    const corrected = await correctedAt(tx, line);
    const correctedOn: Day | null = corrected && time.dayOf(corrected);
    const birthday = member && change.birthday;
    const decision = changeBirthday(profile.birthday, birthday, correctedOn, time.dayOf(now));
    if (!decision.ok) return decision;

    const phone = change.phone ?? null;
    await tx.person.update({ where: { id: person.id }, data: { name: change.name, phone } });
    await soundNames(tx, [person.id]);
    if (member) {
      await tx.member.update({
        where: { id: member.id },
        data: { birthMonth: birthday?.month ?? null, birthDay: birthday?.day ?? null },
      });
    }
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
  { personId, subject }: { personId: number; subject: string },
): Promise<Date | null> {
  const last = await db.auditEntry.findFirst({
    where: { subject, personId, action: CORRECTED },
    orderBy: { createdAt: "desc" },
    select: { createdAt: true },
  });
  return last?.createdAt ?? null;
}
