import { randomUUID } from "node:crypto";
import { type EventLimit, type EventPlan, writePlan } from "#app/modules/events/plan.ts";
import { typeEvent } from "#app/modules/events/type-event.ts";
import type { TypedEvent } from "#app/modules/events/typed-event.ts";
import type { ImpactUnit } from "#app/modules/impact-units/impact-unit.ts";
import { changePublishedEvent } from "#app/modules/registrations/change-published-event.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { type Db, db } from "#app/platform/db.server.ts";
import { aPerson } from "./people.ts";

/** When the plan's event begins: 14 March 2027, 13:00 in Shanghai. Registering is open from 1 February, 9:00. */
export const EVENT_STARTS = new Date("2027-03-14T05:00:00Z");
/** An instant at which everybody may register for the plan's event. */
export const WHILE_OPEN = new Date("2027-02-20T04:00:00Z");

/** A limit of the whole event; ten people unless said otherwise. */
export const aLimit = (changes: Partial<EventLimit> = {}): EventLimit => ({
  key: "people",
  unit: "people",
  session: null,
  bracket: null,
  most: 10,
  ...changes,
});

/** An afternoon for ten people that costs nothing and asks nothing; the test changes what it is about. */
export const aPlan = (changes: Partial<EventPlan> = {}): EventPlan => ({
  kind: "outing",
  title: { en: "Afternoon by the lake", zh: "湖畔下午" },
  summary: { en: "Tea, cars, and the lake.", zh: "茶、车和湖。" },
  about: { en: "", zh: "" },
  programme: { en: "", zh: "" },
  gives: { en: "", zh: "" },
  drawing: "outing",
  coverId: null,
  startsAt: EVENT_STARTS,
  endsAt: new Date("2027-03-14T07:00:00Z"),
  place: { en: "Lakeside showroom", zh: "湖畔展厅" },
  address: { en: "7 Lakeside Road, Shanghai", zh: "上海市徐汇区湖畔路 7 号" },
  mapUrl: null,
  organiser: { en: "The club", zh: "车友会" },
  contactPhone: "+862155501234",
  contactEmail: "club@example.test",
  sessions: [],
  brackets: [],
  limits: [aLimit()],
  questions: [],
  agreements: [],
  consents: [],
  price: { kind: "free" },
  opensAt: new Date("2027-02-01T01:00:00Z"),
  closesAt: new Date("2027-03-13T04:00:00Z"),
  goldHoursEarlier: 48,
  freeUntil: new Date("2027-03-12T05:00:00Z"),
  attendancePoints: 50,
  impact: null,
  ...changes,
  party: { ...ANY_PARTY, ...changes.party },
  eligible: { ...EVERYBODY, ...changes.eligible },
  waitlist: { open: true, offerHours: 24, closesHoursBefore: 3, ...changes.waitlist },
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

/** The same by today's clock: a month from now, and everybody may register. */
export const anOpenPlan = (changes: Partial<EventPlan> = {}): EventPlan =>
  aPlan({
    startsAt: inDays(30),
    endsAt: inDays(30.1),
    opensAt: inDays(-1),
    closesAt: inDays(29),
    freeUntil: inDays(28),
    ...changes,
  });

/** One to four adults, children as they like. */
export const ANY_PARTY: EventPlan["party"] = {
  adultsMin: 1,
  adultsMax: 4,
  childrenMin: 0,
  childrenMax: 4,
  childrenPerAdult: null,
  adultsOnly: false,
  companionPhone: false,
  carRequired: false,
  licenceRequired: false,
  care: false,
};
/** Nothing that a member must be or have. */
export const EVERYBODY: EventPlan["eligible"] = {
  goldOnly: false,
  programmes: [],
  storeIds: [],
  activeWithinMonths: null,
  carModels: [],
  ageMin: null,
};

/** A children's afternoon: five to seven and eight to ten years old, so many of each, and 70 people in all. */
export const aContestPlan = (changes: Partial<EventPlan> = {}, children = 35): EventPlan =>
  aPlan({
    kind: "drawing-contest",
    title: { en: "The car as I see it", zh: "我眼中的爱车" },
    drawing: "drawing-contest",
    brackets: [
      { key: "little", name: { en: "Little", zh: "小小组" }, ageFrom: 5, ageTo: 7 },
      { key: "junior", name: { en: "Junior", zh: "少年组" }, ageFrom: 8, ageTo: 10 },
    ],
    limits: [
      aLimit({ most: 70 }),
      aLimit({ key: "little", unit: "children", bracket: "little", most: children }),
      aLimit({ key: "junior", unit: "children", bracket: "junior", most: children }),
    ],
    consents: ["taking_part", "photographs", "artwork"],
    party: { ...ANY_PARTY, childrenMin: 1, adultsMax: 2, care: true },
    ...changes,
  });

/** As a club in Shanghai writes moments and money. */
export const TYPED_HOW = { digits: 2, time: clubTime("Asia/Shanghai") };

/** What every club counts, of which two are enough here. */
export const UNITS: readonly ImpactUnit[] = [
  { id: 1, key: "trees", one: "tree planted", many: "trees planted", zh: "棵树", wholeOnly: true },
  {
    ...{ id: 2, key: "hours", wholeOnly: false },
    ...{ one: "hour given", many: "hours given", zh: "小时志愿服务" },
  },
];

/** The form of {@link aPlan}, filled in; the test changes what it is about. */
export const aTypedEvent = (changes: Partial<TypedEvent> = {}): TypedEvent => ({
  ...typeEvent(aPlan(), TYPED_HOW),
  ...changes,
});

export type TestEvent = { eventId: number; slug: string; plan: EventPlan };

const ORGANISER = "Organiser";

/** Somebody who keeps events: the same one in all of a file's database. */
export async function anOrganiser() {
  const known = await db().person.findFirst({ where: { name: ORGANISER }, select: { id: true } });
  const { id } = known ?? (await aPerson({ name: ORGANISER, roles: ["events"] }));
  return { by: id, address: "10.0.0.7" };
}

let events = 0;

/** A published event, with its first version. */
export async function aPublishedEvent({
  plan = aPlan(),
  publishedAt = new Date("2027-01-15T02:00:00Z"),
}: {
  plan?: EventPlan;
  publishedAt?: Date;
} = {}): Promise<TestEvent> {
  events += 1;
  const slug = `event-${process.pid}-${events}`;
  const kept = writePlan(plan);
  const { id } = await db().event.create({
    data: {
      slug,
      calendarUid: `${randomUUID()}@example.test`,
      state: "published",
      typed: typeEvent(plan, TYPED_HOW),
      plan: kept,
      version: 1,
      startsAt: plan.startsAt,
      endsAt: plan.endsAt,
      publishedAt,
      versions: { create: { version: 1, plan: kept } },
    },
    select: { id: true },
  });
  return { eventId: id, slug, plan };
}

/** Gives a published event another plan, as its admin's page does. */
export const changedPlan = (
  { eventId, plan }: TestEvent,
  to: Partial<EventPlan>,
  moved: string[] = [],
) =>
  changePublishedEvent(
    eventId,
    async (tx: Db) => {
      const kept = writePlan({ ...plan, ...to });
      const { version } = await tx.event.update({
        where: { id: eventId },
        data: { plan: kept, version: { increment: 1 } },
      });
      await tx.eventVersion.create({ data: { eventId, version, plan: kept, moved } });
      return { ok: true };
    },
    WHILE_OPEN,
  );

/** What an event's pages are called by. */
export async function slugOf(eventId: number): Promise<string> {
  const { slug } = await db().event.findUniqueOrThrow({ where: { id: eventId } });
  return slug;
}
