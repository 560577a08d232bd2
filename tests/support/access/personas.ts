import type { Role } from "#app/modules/access/roles.ts";
import { openSession } from "#app/modules/auth/open-session.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { createDraft } from "#app/modules/events/keep-draft.server.ts";
import { db } from "#app/platform/db.server.ts";
import { keepSessionToken } from "#app/platform/session.server.ts";
import { aCampaign } from "../campaigns.ts";
import { anOpenPlan, anOrganiser, aPublishedEvent, aTypedEvent } from "../events.ts";
import { aGift } from "../gifts.ts";
import { aLead, aReferrer, handedIn } from "../leads.ts";
import { aBrowser, aMember, aPerson, type TestMember, withAuthenticator } from "../people.ts";
import { anAskedEvent } from "../surveys.ts";
import { anEndpoint } from "../webhooks/endpoints.ts";
import { aDay, type Day } from "./a-day.ts";
import { type Belongings, belongingsOf } from "./belongings.ts";
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
