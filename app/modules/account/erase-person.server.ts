import { randomBytes } from "node:crypto";
import type { Db } from "#app/platform/db.server.ts";

type ToErase = { personId: number; memberId: number | null; email: string | null };

/** Stands where a name stood: pages in any language say beside it that the account was closed. */
const NO_NAME = "—";

/**
 * Takes a person out of everything that has to stay, and away what does not, in the caller's transaction.
 * What is kept and why is a table in docs/decisions/closing-an-account.md.
 *
 * @param keptLetter the id of the letter that tells them, which is still to be sent.
 */
export async function erasePerson(
  db: Db,
  { personId, memberId, email }: ToErase,
  keptLetter: number | null,
): Promise<void> {
  await db.person.update({
    where: { id: personId },
    data: { name: NO_NAME, email: null, phone: null, passwordHash: null, locale: null },
  });
  const of = { where: { personId } };
  await db.session.deleteMany(of);
  await db.authenticator.deleteMany(of);
  await db.recoveryCode.deleteMany(of);
  await db.passkey.deleteMany(of);
  await db.authChallenge.deleteMany(of);
  await db.knownBrowser.deleteMany(of);
  await db.emailChange.deleteMany(of);
  await db.notificationChoice.deleteMany(of);
  await db.dataExport.deleteMany(of);
  await db.contactCorrection.deleteMany(of);
  await db.savedFilter.deleteMany(of);
  await db.roleGrant.deleteMany(of);
  const byAddress = email ? [{ recipient: email }] : [];
  await db.mail.deleteMany({
    where: { OR: [{ personId }, ...byAddress], NOT: { id: keptLetter ?? 0 } },
  });
  if (email) {
    await db.emailCode.deleteMany({ where: { email } });
    await db.joining.deleteMany({ where: { email } });
  }
  if (memberId !== null) await eraseMember(db, memberId);
}

async function eraseMember(db: Db, memberId: number): Promise<void> {
  await db.member.update({
    where: { id: memberId },
    data: {
      birthMonth: null,
      birthDay: null,
      // The card they still have in their pocket finds nobody.
      cardToken: randomBytes(18).toString("base64url"),
    },
  });
  await db.familyMember.deleteMany({ where: { memberId } });
  await db.joining.deleteMany({ where: { memberId } });
  await db.reception.updateMany({ where: { memberId }, data: { note: null } });
  await db.tierPeriod.updateMany({ where: { memberId }, data: { reason: null } });
  await eraseClaims(db, memberId);
  await endCars(db, memberId);
}

/** What was claimed and how it ended stays; what was written and photographed does not. */
async function eraseClaims(db: Db, memberId: number): Promise<void> {
  const now = new Date();
  const open = { where: { memberId, state: "open" }, data: { state: "withdrawn", decidedAt: now } };
  await db.pointsClaim.updateMany(open);
  await db.carClaim.updateMany(open);
  await db.adjustmentRequest.updateMany({
    where: { memberId, state: "waiting" },
    data: { state: "withdrawn", decidedAt: now },
  });
  const photos = await db.pointsClaim.findMany({
    where: { memberId, photoId: { not: null } },
    select: { photoId: true },
  });
  await db.pointsClaim.updateMany({
    where: { memberId },
    data: { note: null, photoId: null, reason: null },
  });
  await db.carClaim.updateMany({
    where: { memberId },
    data: { vin: null, plate: null, model: null, reason: null },
  });
  // One picture may be in two claims: the same bytes are kept once.
  await db.media.deleteMany({
    where: {
      id: { in: photos.flatMap(({ photoId }) => (photoId === null ? [] : [photoId])) },
      claims: { none: {} },
      clubs: { none: {} },
    },
  });
}

/** Holdings and co-drivers end. A car that the workshop has never seen was only in the club through them. */
async function endCars(db: Db, memberId: number): Promise<void> {
  await db.$executeRaw`
    update co_driver set ended_at = now()
    where ended_at is null and (member_id = ${memberId}
      or holding_id in (select id from car_holding where member_id = ${memberId}))`;
  await db.$executeRaw`
    update car_holding set ends_at = greatest(now(), starts_at), end_cause = 'closed'
    where member_id = ${memberId} and ends_at is null`;
  await db.$executeRaw`
    update car set vin = null, plate = null, model = null
    where id in (select car_id from car_holding where member_id = ${memberId}
                 union select car_id from car_claim where member_id = ${memberId})
      and not exists (select from service_order where car_id = car.id)
      and not exists (select from car_holding where car_id = car.id and member_id <> ${memberId})
      and not exists (select from car_claim where car_id = car.id and member_id <> ${memberId})`;
  await db.$executeRaw`
    update tier_period set ends_at = greatest(now(), starts_at)
    where member_id = ${memberId} and (ends_at is null or ends_at > now())`;
}
