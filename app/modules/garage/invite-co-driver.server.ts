import { readEmail } from "#app/modules/person/email.ts";
import { readMemberNumber } from "#app/modules/person/member-number.ts";
import { consumeAttempt } from "#app/platform/rate-limit.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import { carInWords } from "./car-in-words.ts";
import { lockHolding } from "./end-holding.server.ts";
import { DRIVERS_INVITED } from "./limits.ts";
import { writeCarLetter } from "./write-car-letter.server.ts";

export type InvitedDriver =
  | { ok: true }
  | {
      ok: false;
      refusal:
        | "no-car"
        | "no-such-member"
        | "yourself"
        | "already"
        | "too-many-drivers"
        | "too-many-tries";
    };

/** A household and then some. */
const MOST_DRIVERS = 5;

/**
 * Asks another member to drive along: they see the car, once they have said yes, and earn nothing by it.
 *
 * Whether an address is a member's can be told by the answer, so few may be asked for in a day.
 *
 * @param invitation.whom a member number, or the e-mail address that a member signs in with.
 */
export async function inviteCoDriver(invitation: {
  memberId: number;
  personId: number;
  carId: number;
  whom: string;
}): Promise<InvitedDriver> {
  const turn = await consumeAttempt(DRIVERS_INVITED, `person:${invitation.personId}`);
  if (!turn.ok) return { ok: false, refusal: "too-many-tries" };
  return inRetriedTransaction(async (db) => {
    const { memberId, carId, whom } = invitation;
    const held = await lockHolding(db, carId);
    if (!held || held.memberId !== memberId) return { ok: false, refusal: "no-car" };
    const number = readMemberNumber(whom);
    const invited = await db.member.findFirst({
      where: {
        ...(number ? { number } : { person: { email: readEmail(whom) ?? "" } }),
        AND: { person: { closedAt: null } },
      },
      select: { id: true },
    });
    if (!invited) return { ok: false, refusal: "no-such-member" };
    if (invited.id === memberId) return { ok: false, refusal: "yourself" };
    const driving = await db.coDriver.findMany({ where: { holdingId: held.id, endedAt: null } });
    if (driving.some((each) => each.memberId === invited.id)) {
      return { ok: false, refusal: "already" };
    }
    if (driving.length >= MOST_DRIVERS) return { ok: false, refusal: "too-many-drivers" };
    const { id } = await db.coDriver.create({
      data: { holdingId: held.id, memberId: invited.id },
      select: { id: true },
    });
    const car = await db.car.findUniqueOrThrow({ where: { id: carId } });
    const holder = await db.person.findUniqueOrThrow({ where: { id: invitation.personId } });
    await writeCarLetter(db, invited.id, {
      template: "co-driver",
      props: { holder: holder.name, car: carInWords(car), step: "invited" },
      dedupKey: `co-driver/${id}/invited`,
    });
    return { ok: true };
  });
}
