import { randomUUID } from "node:crypto";
import type { Actor } from "#app/modules/access/actor.ts";
import { closeEvents } from "#app/modules/attendance/close-events.server.ts";
import { CLOSES_AFTER_HOURS } from "#app/modules/attendance/closing.ts";
import { recordMarks } from "#app/modules/attendance/record-marks.server.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { createDraftIn } from "#app/modules/events/keep-draft.server.ts";
import { type ChildConsent, childConsents } from "#app/modules/events/plan.ts";
import { publishEventIn } from "#app/modules/events/publish-event.server.ts";
import type { TypedEvent } from "#app/modules/events/typed-event.ts";
import type { PartyPerson } from "#app/modules/parties/party.ts";
import { registerParty } from "#app/modules/registrations/register-party.server.ts";
import { addMonths, clubTime, type Day } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { inTransaction } from "#app/platform/transaction.server.ts";
import { daysThatAreOver } from "./event-formats.ts";
import { adult } from "./event-parties.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** `age`: years and months on the day on which the demo is loaded, so that nobody grows out of a group. */
type Child = {
  name: string;
  age: readonly [years: number, months: number];
  consents?: readonly ChildConsent[];
};
/** `of`: the member's e-mail address. */
type Family = { of: string; children: readonly Child[]; came?: false };

const TAKES_PART: readonly ChildConsent[] = ["taking_part"];
const NO_PHOTOGRAPHS: readonly ChildConsent[] = ["taking_part", "artwork"];

/** Families of the contest. The silver owner's is one that wants no photographs; one did not come. */
const ARTISTS: readonly Family[] = [
  {
    of: "silver@marque.test",
    children: [{ name: "王可可", age: [7, 11], consents: NO_PHOTOGRAPHS }],
  },
  {
    of: "owner00000@marque.test",
    children: [
      { name: "杜一诺", age: [6, 6] },
      { name: "杜一鸣", age: [9, 3] },
    ],
  },
  { of: "owner00001@marque.test", children: [{ name: "邓子轩", age: [8, 10] }] },
  {
    of: "owner00002@marque.test",
    children: [
      { name: "邵雨桐", age: [6, 1] },
      { name: "邵雨晴", age: [9, 11] },
    ],
  },
  { of: "owner00003@marque.test", children: [{ name: "董小满", age: [5, 6] }] },
  {
    of: "owner00006@marque.test",
    children: [
      { name: "Emma", age: [9, 8] },
      { name: "Leo", age: [7, 1] },
    ],
  },
  { of: "owner00007@marque.test", children: [{ name: "𠮷田夏", age: [8, 5] }] },
  {
    of: "owner00008@marque.test",
    children: [{ name: "乐乐", age: [6, 2], consents: TAKES_PART }],
  },
  { of: "owner00009@marque.test", children: [{ name: "小杰", age: [10, 1] }], came: false },
];

/** Families of the planting. */
const PLANTERS: readonly Family[] = [
  { of: "owner00001@marque.test", children: [{ name: "邓子轩", age: [8, 10] }] },
  {
    of: "owner00002@marque.test",
    children: [
      { name: "邵雨桐", age: [6, 1] },
      { name: "邵雨晴", age: [9, 11] },
    ],
  },
  {
    of: "owner00006@marque.test",
    children: [
      { name: "Emma", age: [9, 8] },
      { name: "Leo", age: [7, 1] },
    ],
  },
  { of: "owner00007@marque.test", children: [] },
  { of: "owner00010@marque.test", children: [{ name: "安安", age: [7, 7] }] },
];

/** Days that are over with who came to them: by their ids. */
export type DaysOver = { contest: number; planting: number };

/**
 * The demo's days that are over: families registered, came and were checked in. What followed (entries, pictures, counts,
 * answers) is added by what lies on top of them.
 */
export async function loadDaysOver(today: Day, timeZone: string, keeper: Actor): Promise<DaysOver> {
  const { contest, planting } = daysThatAreOver(today);
  const time = clubTime(timeZone);
  const hold = async (typed: TypedEvent, families: readonly Family[]) => {
    const [day, hour] = typed.startsAt.split("T") as [Day, string];
    const begins = time.instantOf(day, Number(hour.slice(0, 2)), Number(hour.slice(3)), 0);
    const eventId = await publish(typed, new Date(begins.getTime() - 21 * DAY_MS), keeper);
    for (const family of families) await bring(eventId, family, { begins, today }, keeper);
    return eventId;
  };
  const days = { contest: await hold(contest, ARTISTS), planting: await hold(planting, PLANTERS) };
  const ends = time.instantOf(contest.endsAt.slice(0, 10) as Day, 15, 0, 0);
  await closeEvents(new Date(ends.getTime() + CLOSES_AFTER_HOURS * HOUR_MS));
  return days;
}

/** Publishes it, or finds it where a load that was cut short is taken up again. */
async function publish(typed: TypedEvent, now: Date, keeper: Actor): Promise<number> {
  const there = await db().event.findFirst({
    where: { typed: { path: ["titleEn"], equals: typed.titleEn } },
    select: { id: true },
  });
  if (there) return there.id;
  return inTransaction(async (tx) => {
    const eventId = await createDraftIn(tx, typed, keeper);
    const answer = await publishEventIn(tx, { eventId, revision: null, now }, keeper);
    if (!answer.ok) throw new Error(`The demo's event was refused: ${JSON.stringify(answer)}`);
    return eventId;
  });
}

async function bring(
  eventId: number,
  family: Family,
  { begins, today }: { begins: Date; today: Day },
  { by }: Actor,
): Promise<void> {
  const member = await db().member.findFirstOrThrow({
    where: { person: { email: family.of } },
    select: {
      id: true,
      personId: true,
      person: { select: { name: true } },
      family: { select: { id: true, name: true, birthDate: true } },
    },
  });
  if (family.of.startsWith("owner")) {
    await recordConsents(db(), member.personId, { photos: true }, "desk", { locale: "zh-CN" });
  }
  const name = member.person.name ?? "";
  const answer = await registerParty({
    eventId,
    memberId: member.id,
    party: {
      ...{ session: null, cars: 0, carPlate: null, phone: null, answers: {}, agreed: {} },
      care: { emergencyName: name, emergencyPhone: "13800010099", collectors: "" },
      people: [
        adult({ name, isMember: true }),
        ...family.children.map((each) => child(each, member.family, today)),
      ],
    },
    ifFull: "refuse",
    source: "desk",
    requestKey: `demo:day-over:${eventId}:${member.id}`,
    by,
    seenVersion: null,
    seenPrice: null,
    now: new Date(begins.getTime() - 7 * DAY_MS),
  });
  if (!answer.ok) throw new Error(`The demo's party was refused: ${JSON.stringify(answer)}`);
  if (family.came !== false) await checkIn(eventId, answer.registrationId, begins, by);
}

/** A child of the family as the member has it in the account is that one. */
function child(
  { name, age: [years, months], consents = childConsents }: Child,
  family: readonly { id: number; name: string; birthDate: Date }[],
  today: Day,
): PartyPerson {
  const known = family.find((each) => each.name === name);
  const birthDate = known
    ? (known.birthDate.toISOString().slice(0, 10) as Day)
    : addMonths(today, -12 * years - months);
  const familyMemberId = known?.id ?? null;
  return { ...adult({ name, birthDate, familyMemberId, consents }), role: "child" };
}

async function checkIn(
  eventId: number,
  registrationId: number,
  at: Date,
  by: number,
): Promise<void> {
  if ((await db().attendanceOutcome.count({ where: { registrationId } })) > 0) return;
  const people = await db().registrationPerson.findMany({
    where: { registrationId },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const device = randomUUID();
  const marks = people.map(({ id }) => ({
    ...{ id: randomUUID(), kind: "in" as const, registrationId, personId: id, undoes: null },
    ...{ seen: "", people: 1, at: at.toISOString(), gate: "Staff", device },
  }));
  await recordMarks({ eventId, marks, by: { by } }, at);
}
