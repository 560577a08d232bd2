import { Prisma } from "#app/generated.server/prisma/client.ts";
import type { Leaver } from "#app/modules/feature.ts";
import { noteGivenUp } from "#app/modules/payments/cancel-payment.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { moneyOf } from "./charge-money.server.ts";
import { endParty } from "./end-party.server.ts";
import { giveBackPoints } from "./give-back.server.ts";
import { isOpen, lockRegistration } from "./lock-registration.server.ts";
import { offerPlaces } from "./offer-places.server.ts";

/** Stands where a name stood. */
const NO_NAME = "—";

/**
 * The parties of somebody who leaves: those to come end, and their places go along the line. Of those that were, it
 * stays how many came and of which age, without anybody's name.
 */
export async function eraseRegistrations(tx: Db, { member }: Leaver): Promise<void> {
  if (!member) return;
  const open = await tx.$queryRaw<{ id: number }[]>`
    select registration.id from registration join event on event.id = registration.event_id
    where registration.member_id = ${member.id} and registration.state in ('registered', 'waiting')
      and event.ends_at > now()
    order by registration.event_id`;
  for (const { id } of open) await giveUp(tx, id);
  const ofMember = { memberId: member.id };
  await tx.registrationPerson.updateMany({
    where: { registration: ofMember },
    data: { name: NO_NAME, birthDate: null, phone: null, familyMemberId: null, answers: [] },
  });
  await tx.registration.updateMany({
    where: ofMember,
    data: { phone: null, carPlate: null, answers: [] },
  });
  await tx.registration.updateMany({
    where: { ...ofMember, overBy: { not: null } },
    data: { overReason: NO_NAME },
  });
  await tx.registrationCare.deleteMany({ where: { registration: ofMember } });
}

async function giveUp(tx: Db, id: number): Promise<void> {
  const locked = await lockRegistration(tx, id);
  if (!locked || !isOpen(locked.party)) return;
  const { event, party } = locked;
  const why = { reason: "account-closed", by: null };
  await giveBackPoints(tx, event, party, why);
  for (const { id: paid } of (await moneyOf(tx, id)).paid) await noteGivenUp(tx, paid);
  await endParty(tx, event, party, { step: "cancelled", ...why, back: null });
  await offerPlaces(tx, event);
}

/** What has reached a closed account in the moment it was closed, over the rows of `member`. */
export const LEFT_OPEN = Prisma.sql`
  exists (select from registration join event on event.id = registration.event_id
    where registration.member_id = member.id
      and (registration.phone is not null or registration.car_plate is not null
        or registration.state in ('registered', 'waiting') and event.ends_at > now()
        or exists (select from registration_person person
          where person.registration_id = registration.id and person.name <> ${NO_NAME})))`;

/** What had to be known of children on the day is forgotten so many days after it. */
const CARE_DAYS = 14;

/**
 * Forgets who to call for children, what they must not eat and who takes them home.
 *
 * @param now for tests; the clock otherwise.
 * @returns of how many parties.
 */
export const forgetCare = (on: Db, now = new Date()): Promise<number> => on.$executeRaw`
  delete from registration_care care using registration, event
  where registration.id = care.registration_id and event.id = registration.event_id
    and event.ends_at < ${now}::timestamptz - make_interval(days => ${CARE_DAYS}::int)`;
