import { randomBytes } from "node:crypto";
import type { Role } from "#app/modules/access/roles.ts";
import { openSession } from "#app/modules/auth/open-session.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { createDraft } from "#app/modules/events/keep-draft.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import { owePayment } from "#app/modules/payments/owe-payment.server.ts";
import { becomeReferrer } from "#app/modules/referrers/become-referrer.server.ts";
import { db } from "#app/platform/db.server.ts";
import { keepSessionToken } from "#app/platform/session.server.ts";
import { aCampaign } from "../campaigns.ts";
import { anOpenPlan, anOrganiser, aPublishedEvent, aTypedEvent } from "../events.ts";
import { aGift, aStore, taken } from "../gifts.ts";
import { aLead, aReferrer, handedIn } from "../leads.ts";
import {
  aBrowser,
  aMember,
  aPerson,
  BY_PASSWORD,
  type TestMember,
  withAuthenticator,
} from "../people.ts";
import { registered } from "../registrations.ts";
import { anAskedEvent } from "../surveys.ts";
import { anEndpoint } from "../webhooks/endpoints.ts";
import { aDay, type Day } from "./a-day.ts";
import { type SomeAlbum, someAlbum } from "./some-album.ts";
import { type SomeCertificates, someCertificates } from "./some-certificates.ts";
import { type SomeContests, someContests } from "./some-contests.ts";
import { type SomeDraws, someDraws } from "./some-draws.ts";
import { type SomeJudging, someJudging } from "./some-judging.ts";
import { type SomeResults, someResults } from "./some-results.ts";

/**
 * Everybody who could ask for a page: nobody signed in, an owner, each role by itself with the second
 * factor that staff must have, and an admin who has none yet.
 */
export const PERSONAS = [
  "nobody",
  "silver",
  "referrer",
  "desk",
  "events",
  "gifts",
  "sales",
  "finance",
  "admin",
  "admin without a second factor",
] as const;
export type Persona = (typeof PERSONAS)[number];

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

export type Cast = {
  /** Of the persona `silver`. */
  own: Belongings;
  /** Of another owner, whom none of the personas is. */
  others: Belongings;
  importId: number;
  /** A gift that everybody may have, by its id and its SKU. */
  gift: { id: number; sku: string };
  /** An event that everybody may come to. */
  event: { id: number; slug: string };
  /** One that somebody is still writing. */
  draftEventId: number;
  /** The photo over that. */
  draftCoverId: number;
  /** Somebody who works in sales, and whom none of the personas is. */
  staffId: number;
  /** Where the pieces of that gift lie. */
  stockItemId: number;
  /** An event, and the ways into its check-in. */
  day: Day;
  /** A friend's lead that the persona of sales works with, and one of its appointments. */
  leadId: number;
  appointmentId: number;
  /** A campaign that runs. */
  campaignId: number;
  /** A letter that went out. */
  mailId: number;
  /** A program that is told what happens. */
  endpointId: number;
  /** In which the owners above are. */
  draws: SomeDraws;
  /** An event that is over, of which both owners were asked how it was, with the end of a letter's link. */
  survey: { eventId: number; ownId: number; othersId: number; token: string };
  /** In which children of theirs have entries. */
  contests: SomeContests;
  /** An album of an event to which the first of them came. */
  albumView: SomeAlbum;
  certificates: SomeCertificates;
  /** A contest that is judged, and the ways into it. */
  judging: SomeJudging;
  /** In which none of them took part. */
  results: SomeResults;
  /** A Cookie header under which a persona asks, each time in a browser of its own. */
  cookieOf: (persona: Persona) => Promise<string>;
};

/** Makes one person for each persona, and another owner whose things none of them should get at. */
export async function theCast(): Promise<Cast> {
  await ensureClub(db());
  const ids = new Map<Persona, number>();
  const silver = await aMember();
  ids.set("silver", silver.id);
  for (const persona of PERSONAS) {
    if (persona === "nobody" || persona === "silver") continue;
    const role: Role = persona === "admin without a second factor" ? "admin" : persona;
    const { id } = await aPerson({ roles: [role] });
    if (role === persona) await withAuthenticator(id);
    ids.set(persona, id);
  }
  const run = await db().importRun.create({
    data: { kind: "members", fileName: "roll.csv", state: "finished", rowsTotal: 0 },
  });
  const letter = await db().mail.create({
    data: {
      recipient: "ada@marque.test",
      template: "closing-kept",
      locale: "en",
      props: { name: "Ada" },
      state: "sent",
    },
  });
  const lead = await aWorkedLead(ids.get("sales") as number);
  const { eventId, slug } = await aPublishedEvent({ plan: anOpenPlan() });
  const other = await aMember();
  const gift = await aGift({ points: 50, fulfilment: "ship" });
  const draftEventId = await createDraft(aTypedEvent(), await anOrganiser());
  return {
    stockItemId: gift.itemId,
    mailId: letter.id,
    endpointId: (await anEndpoint(silver.id, { events: ["lead.reopened"] })).id,
    campaignId: await aCampaign(),
    ...lead,
    day: await aDay(),
    own: await belongingsOf(silver),
    others: await belongingsOf(other),
    draws: await someDraws(silver.memberId, other.memberId),
    survey: await anAskedSurvey(silver, other),
    contests: await someContests(silver.memberId, other.memberId),
    albumView: await someAlbum(silver, other),
    certificates: await someCertificates(silver, other),
    judging: await someJudging(),
    results: await someResults(),
    gift: await db().gift.findUniqueOrThrow({
      where: { id: gift.giftId },
      select: { id: true, sku: true },
    }),
    event: { id: eventId, slug },
    ...{ draftEventId, draftCoverId: await aCoverOf(draftEventId) },
    importId: run.id,
    staffId: (await aPerson({ roles: ["sales"] })).id,
    async cookieOf(persona) {
      const id = ids.get(persona);
      if (id === undefined) return "";
      const { token, endsAt } = await openSession(db(), id, aBrowser(), {
        method: "password",
        secondFactor: persona !== "admin without a second factor",
      });
      return String((await keepSessionToken(token, endsAt)).split(";")[0]);
    },
  };
}

async function anAskedSurvey(own: TestMember, other: TestMember) {
  const { eventId, parties } = await anAskedEvent([own, other]);
  const [ownId, othersId] = parties.map(({ registrationId }) => registrationId);
  const token = parties[1]?.token ?? "";
  return { eventId, ownId: ownId ?? 0, othersId: othersId ?? 0, token };
}

async function aCoverOf(eventId: number): Promise<number> {
  const one = new Uint8Array([1]);
  const data = { sha256: one, mime: "image/webp", width: 1, height: 1, content: one };
  const { id } = await db().media.create({ data });
  const sizes = { smallId: id, mediumId: id, largeId: id };
  return (await db().eventCover.create({ data: { eventId, ...sizes } })).id;
}

/** A friend whom an owner named, with a test drive in a month. */
async function aWorkedLead(consultantId: number) {
  const leadId = await handedIn(aLead((await aReferrer()).id));
  await db().lead.update({ where: { id: leadId }, data: { consultantId } });
  const startsAt = new Date(Date.now() + 30 * 86_400_000);
  const { id: appointmentId } = await db().leadAppointment.create({
    data: {
      ...{ leadId, kind: "test-drive", startsAt, endsAt: new Date(startsAt.getTime() + 3600_000) },
      ...{ requestKey: `access-${leadId}`, createdBy: consultantId },
    },
  });
  return { leadId, appointmentId };
}

async function belongingsOf(member: Awaited<ReturnType<typeof aMember>>): Promise<Belongings> {
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

async function carThingsOf(member: Awaited<ReturnType<typeof aMember>>, carId: number) {
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
