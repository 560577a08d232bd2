import { randomUUID } from "node:crypto";
import { recordMarks } from "#app/modules/attendance/record-marks.server.ts";
import { loadClub } from "#app/modules/club/load-club.server.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { createDraftIn } from "#app/modules/events/keep-draft.server.ts";
import { type ChildConsent, childConsents } from "#app/modules/events/plan.ts";
import { publishEventIn } from "#app/modules/events/publish-event.server.ts";
import { registerParty } from "#app/modules/registrations/register-party.server.ts";
import { addMonths, clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { startPlatform } from "#app/platform/start.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { momentText } from "#app/platform/typed-moment.ts";
import { eventFormats } from "../../../prisma/seed/event-formats.ts";
import { slugOf } from "../events.ts";
import { aChild, anAdult, aParty } from "../registrations.ts";

// The club's drawing contest as it has always held it, beside the site that DATA_DIR is of.
//   begin <title> <family>…  it began half an hour ago and the families are there: each is its member's address and, after
//                            colons, its children, `name/age` or, of whom no photographs may be shown, `name/age/-`.
//                            Printed as JSON: the event, and of each family its registration and its code at the door
//   end <event>              it ended a minute ago
const [act, first = "", ...families] = process.argv.slice(2);
const HOUR_MS = 3_600_000;
const NO_PHOTOGRAPHS: readonly ChildConsent[] = ["taking_part", "artwork"];

async function begin() {
  const time = clubTime((await loadClub()).timeZone);
  const { id: by } = await db().person.findFirstOrThrow({ where: { email: "events@marque.test" } });
  const began = new Date(Date.now() - HOUR_MS / 2);
  const day = time.dayOf(began);
  const hours = (after: number) => momentText(new Date(began.getTime() + after * HOUR_MS), time);
  const typed = {
    ...eventFormats(day)["drawing-contest"],
    ...{ titleEn: `The car as I see it ${first}`, titleZh: `我眼中的爱车 ${first}` },
    // Whoever is in the club, also where the demo's last orders were long ago.
    ...{ activeWithinMonths: "", startsAt: hours(0), endsAt: hours(2) },
    ...{ closesAt: hours(-24), freeUntil: hours(-48) },
  };
  const daysBefore = (days: number) => new Date(began.getTime() - days * 24 * HOUR_MS);
  const keeper = { by, address: "127.0.0.1" };
  const eventId = await inTransaction(async (tx) => {
    const id = await createDraftIn(tx, typed, keeper);
    const answer = await publishEventIn(
      tx,
      { eventId: id, revision: null, now: daysBefore(20) },
      keeper,
    );
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return id;
  });
  const came = [];
  for (const family of families) {
    const [email = "", ...children] = family.split(":");
    const member = await db().member.findFirstOrThrow({
      where: { person: { email } },
      select: { id: true, personId: true, person: { select: { name: true } } },
    });
    await recordConsents(db(), member.personId, { photos: true }, "desk", { locale: "zh-CN" });
    const people = children.map((child) => {
      const [name = "", age, mayNot] = child.split("/");
      const birthDate = addMonths(day, -12 * Number(age) - 6);
      const consents = mayNot ? NO_PHOTOGRAPHS : childConsents;
      return aChild({ name, birthDate, consents: [...consents], answers: { q1: "o1" } });
    });
    const answer = await registerParty({
      eventId,
      memberId: member.id,
      party: aParty({
        people: [anAdult({ isMember: true, name: member.person.name ?? "" }), ...people],
      }),
      ...{ ifFull: "refuse", source: "owner", requestKey: `day-${eventId}`, by: member.personId },
      ...{ seenVersion: null, seenPrice: null, now: daysBefore(7) },
    });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    came.push(await comeIn(eventId, answer.registrationId, by));
  }
  return { eventId, slug: await slugOf(eventId), came };
}

async function comeIn(eventId: number, registrationId: number, by: number) {
  const { code, people } = await db().registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: { code: true, people: { select: { id: true } } },
  });
  const device = randomUUID();
  const marks = people.map(({ id }) => ({
    ...{ id: randomUUID(), kind: "in" as const, registrationId, personId: id, undoes: null },
    ...{ seen: "", people: 1, at: new Date().toISOString(), gate: "Staff", device },
  }));
  await recordMarks({ eventId, marks, by: { by } });
  return { registrationId, code };
}

const end = () =>
  db().event.update({
    where: { id: Number(first) },
    data: { endsAt: new Date(Date.now() - 60_000) },
    select: { id: true },
  });

const platform = await startPlatform();
try {
  console.log(JSON.stringify(await (act === "begin" ? begin() : end())));
} finally {
  await platform.stop();
}
