import { loadClub } from "#app/modules/club/load-club.server.ts";
import { changePlanIn } from "#app/modules/events/change-event.server.ts";
import { type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import { answerOffer } from "#app/modules/registrations/answer-offer.server.ts";
import { cancelRegistration } from "#app/modules/registrations/cancel-registration.server.ts";
import { changePublishedEvent } from "#app/modules/registrations/change-published-event.server.ts";
import { registerParty } from "#app/modules/registrations/register-party.server.ts";
import { addMonths, clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { startPlatform } from "#app/platform/start.server.ts";
import { aChild, anAdult, aParty } from "../registrations.ts";

// What others do about a drawing contest, beside the site that DATA_DIR is of: which of these, and the event's id, are
// given; what came of it is printed as JSON.
//   rush   35 families register at the same moment
//   line   one that comes cancels; whoever of the others is offered its places says no
//   begin  the event is moved: it begins in a quarter of an hour
const [act = "", id = ""] = process.argv.slice(2);
const eventId = Number(id);
const FAMILIES = 35;

/** Theirs, by which they are told from those who registered on the site. */
const SOURCE = "api";

async function loadPlan(): Promise<EventPlan> {
  const { plan } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  return readPlan(plan);
}

const timeOfClub = async () => clubTime((await loadClub()).timeZone);

/** A child of six on the event's day; of what must be answered the first answer. */
function theChild(plan: EventPlan, bornOn: string) {
  const asked = plan.questions.filter(({ of, required }) => of === "child" && required);
  const answers = Object.fromEntries(asked.map(({ key, options }) => [key, options[0]?.key ?? ""]));
  return aChild({ birthDate: bornOn, answers });
}

async function rush() {
  const plan = await loadPlan();
  const bornOn = addMonths((await timeOfClub()).dayOf(plan.startsAt), -78);
  const members = await db().member.findMany({
    where: { person: { email: { gte: "owner00300", lt: "owner00380" }, closedAt: null } },
    orderBy: { id: "asc" },
    take: FAMILIES,
    select: { id: true, personId: true, person: { select: { name: true } } },
  });
  const answers = await Promise.all(
    members.map(({ id: memberId, personId, person }) =>
      registerParty({
        eventId,
        memberId,
        party: aParty({
          people: [anAdult({ isMember: true, name: person.name ?? "" }), theChild(plan, bornOn)],
        }),
        ifFull: "wait",
        source: SOURCE,
        requestKey: `rush-${eventId}`,
        by: personId,
        seenVersion: null,
        seenPrice: null,
      }),
    ),
  );
  return answers.map((answer) => (answer.ok ? answer.state : answer.refusal));
}

async function line() {
  // At night nothing is offered; an offer that is made at noon is open for all of today.
  const time = await timeOfClub();
  const now = time.instantOf(time.dayOf(new Date()), 12, 0, 0);
  const theirs = { eventId, source: SOURCE, state: "registered" };
  const [leaves, comes] = await db().registration.findMany({
    where: theirs,
    orderBy: { id: "asc" },
    take: 2,
    include: { member: true },
  });
  if (!leaves?.member || !comes) throw new Error("Nobody comes who could cancel.");
  const cancelled = await cancelRegistration({
    registrationId: leaves.id,
    memberId: leaves.memberId,
    by: leaves.member.personId,
    reason: null,
    now,
  });
  if (!cancelled.ok) throw new Error(`Not cancelled: ${cancelled.refusal}`);
  const saidNo: number[] = [];
  for (;;) {
    const offer = await db().waitlistOffer.findFirstOrThrow({
      where: { eventId, state: "open" },
      include: { entry: { include: { registration: { include: { member: true } } } } },
    });
    const { id: registrationId, memberId, member, source } = offer.entry.registration;
    if (source !== SOURCE || !member) break;
    saidNo.push(offer.entryId);
    const by = member.personId;
    await answerOffer({ registrationId, offerId: offer.id, memberId, answer: "no", by, now });
  }
  return { saidNo, cancelled: leaves.code, comes: comes.code };
}

async function begin() {
  const now = new Date();
  const startsAt = new Date(now.getTime() + 15 * 60_000);
  const endsAt = new Date(startsAt.getTime() + 2 * 3_600_000);
  const when = { startsAt, endsAt, closesAt: startsAt, freeUntil: startsAt };
  const plan = { ...(await loadPlan()), ...when };
  const { id: by } = await db().person.findFirstOrThrow({ where: { email: "events@marque.test" } });
  const change = { eventId, plan, revision: null, agreed: ["time" as const], now };
  return changePublishedEvent(eventId, (tx) =>
    changePlanIn(tx, change, { by, address: "127.0.0.1" }),
  );
}

const acts: Record<string, () => Promise<unknown>> = { rush, line, begin };
const platform = await startPlatform();
try {
  console.log(JSON.stringify(await acts[act]?.()));
} finally {
  await platform.stop();
}
