import { randomBytes } from "node:crypto";
import { openSession } from "#app/modules/auth/open-session.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { becomeReferrer } from "#app/modules/referrers/become-referrer.server.ts";
import { db } from "#app/platform/db.server.ts";
import { anOpenPlan, aPublishedEvent } from "../events.ts";
import { aGift, aStore, taken } from "../gifts.ts";
import { aLead, handedIn } from "../leads.ts";
import { aBrowser, aMember, BY_PASSWORD, type TestMember } from "../people.ts";
import { registered } from "../registrations.ts";

/** What belongs to an owner. */
export type Belongings = {
  number: string;
  carId: number;
  /** A claim of theirs that waits for the desk. */
  carClaimId: number;
  /** Another's car that they are asked to drive along with. */
  coDriverId: number;
  /** Somebody whom they asked to drive along with theirs. */
  invitedDriverId: number;
  entryId: number;
  sessionId: string;
  passkeyId: string;
  familyId: number;
  exportId: number;
  /** A claim for a missing visit, with a photo. */
  claimId: number;
  /** Money that they owe the club. */
  paymentId: number;
  /** A gift that they took and have not collected. */
  redemptionId: number;
  /** A party of theirs that comes to an event. */
  registrationId: number;
  /** A friend whom they recommended, with the end of the friend's page, and of their own link. */
  leadId: number;
  leadToken: string;
  referrerToken: string;
};

/** Gives an owner one of each. */
export async function belongingsOf(member: TestMember): Promise<Belongings> {
  await db().person.update({ where: { id: member.id }, data: { phone: `+86138${member.id}0000` } });
  const car = await db().car.create({ data: { plate: `粤B${10_000 + member.id}` } });
  await db().carHolding.create({
    data: { carId: car.id, memberId: member.memberId, startsAt: new Date("2024-03-01") },
  });
  const cars = await carThingsOf(member, car.id);
  const { entryId } = await earnPoints(db(), {
    scope: "access",
    key: `joining-${member.id}`,
    accountId: member.accountId,
    points: 100,
    availableAt: new Date(),
    lapsesAt: new Date(Date.now() + 400 * 86_400_000),
    effectiveAt: new Date(),
    meta: { for: "joining", ruleVersion: 1 },
  });
  await openSession(db(), member.id, aBrowser(), BY_PASSWORD);
  const session = await db().session.findFirstOrThrow({ where: { personId: member.id } });
  const copy = await db().dataExport.create({
    data: {
      personId: member.id,
      state: "ready",
      content: new Uint8Array([80, 75]),
      expiresAt: new Date(Date.now() + 86_400_000),
    },
  });
  const child = await db().familyMember.create({
    data: {
      memberId: member.memberId,
      name: "Mia",
      birthDate: new Date("2018-06-01"),
      relation: "child",
    },
  });
  const photo = await db().media.create({
    data: {
      sha256: randomBytes(32),
      mime: "image/webp",
      width: 1,
      height: 1,
      content: Buffer.from("RIFF"),
    },
  });
  const claim = await db().pointsClaim.create({
    data: {
      memberId: member.memberId,
      orderNumber: `RO-${member.id}`,
      photoId: photo.id,
      dueAt: new Date(),
      filedBy: member.id,
      requestKey: `access-${member.id}`,
    },
  });
  const registrationId = await partyOf(member);
  return {
    number: member.number,
    carId: car.id,
    ...cars,
    entryId,
    sessionId: session.id,
    familyId: child.id,
    exportId: copy.id,
    passkeyId: await passkeyOf(member.id),
    claimId: claim.id,
    paymentId: await paymentOf(member.memberId, registrationId),
    redemptionId: await taken(member, await aGift({ points: 1 }), {
      collectStoreId: await aStore(),
    }),
    registrationId,
    ...(await friendOf(member)),
  };
}

async function friendOf({ id }: TestMember) {
  const { token: referrerToken } = await becomeReferrer(db(), id);
  const leadId = await handedIn(aLead(id));
  const { token: leadToken } = await db().lead.findUniqueOrThrow({ where: { id: leadId } });
  return { leadId, leadToken, referrerToken };
}

async function partyOf(member: TestMember): Promise<number> {
  const event = await aPublishedEvent({ plan: anOpenPlan() });
  return (await registered(event, { now: new Date() }, member)).registrationId;
}

/** Something owed that nobody has paid: for one of their parties. */
const paymentOf = (memberId: number, registrationId: number) =>
  owePayment(db(), {
    purpose: "event",
    reference: String(registrationId),
    memberId,
    title: { en: "Picnic blanket", zh: "野餐垫" },
    amountMinor: 4_900,
    currency: "CNY",
    dueUntil: null,
  });

async function passkeyOf(personId: number): Promise<string> {
  const id = `passkey-${personId}`;
  await db().passkey.create({ data: { id, personId, name: "Phone", publicKey: Buffer.alloc(0) } });
  return id;
}

async function carThingsOf(member: TestMember, carId: number) {
  const friend = await aMember();
  const theirs = await db().car.create({ data: { plate: `粤C${10_000 + member.id}` } });
  const held = await db().carHolding.create({
    data: { carId: theirs.id, memberId: friend.memberId, startsAt: new Date("2024-03-01") },
  });
  const own = await db().carHolding.findFirstOrThrow({ where: { carId } });
  const claim = await db().carClaim.create({
    data: { memberId: member.memberId, carId: theirs.id, plate: theirs.plate },
  });
  const drive = await db().coDriver.create({
    data: { holdingId: held.id, memberId: member.memberId },
  });
  const invited = await db().coDriver.create({
    data: { holdingId: own.id, memberId: friend.memberId },
  });
  return { carClaimId: claim.id, coDriverId: drive.id, invitedDriverId: invited.id };
}
