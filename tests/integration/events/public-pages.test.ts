import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { readEventSearch } from "#app/modules/events/find-events.ts";
import { loadOwnEvent, loadPublicEvent } from "#app/modules/events/load-event.server.ts";
import { loadEvents } from "#app/modules/events/load-events.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLimit, aPlan, aPublishedEvent, WHILE_OPEN } from "../../support/events.ts";
import { aMember } from "../../support/people.ts";
import { goldFrom } from "../garage/workshop-fixtures.ts";

testDatabase();

const search = (query = "") => readEventSearch(new URLSearchParams(query));
const list = async (query?: string, now = WHILE_OPEN) =>
  loadEvents(db(), search(query), false, "en", now);
const slugs = async (query?: string, now?: Date) =>
  (await list(query, now)).events.map(({ slug }) => slug);

/** Two hours from an instant on. */
const anEventAt = (starts: string) => {
  const startsAt = new Date(starts);
  return aPublishedEvent({
    plan: aPlan({ startsAt, endsAt: new Date(startsAt.getTime() + 7_200_000) }),
  });
};

let parties = 0;

/** Adults of a party, and where they stand: as the registry keeps them. */
async function aParty(eventId: number, state: "registered" | "waiting", people: number) {
  parties += 1;
  const party = await db().registration.create({
    data: {
      eventId,
      token: randomUUID(),
      code: `CODE${parties}`,
      state,
      eventVersion: 1,
      source: "owner",
      requestKey: randomUUID(),
      people: {
        create: Array.from({ length: people }, (_, place) => ({
          eventId,
          role: "adult",
          name: `Guest ${place}`,
          state: state === "registered" ? "coming" : "waiting",
        })),
      },
    },
  });
  if (state === "registered") return null;
  return db().waitlistEntry.create({ data: { eventId, registrationId: party.id } });
}

const placesOf = async (slug: string) => {
  const found = await loadPublicEvent(db(), slug, "en", WHILE_OPEN);
  return { can: found?.page.registering.can, free: found?.page.left?.free };
};

describe("places left", () => {
  test("are those that nobody has and that no offer holds", async () => {
    const { eventId, slug } = await aPublishedEvent({
      plan: aPlan({ limits: [aLimit({ most: 5 })] }),
    });
    expect(await placesOf(slug)).toEqual({ can: "register", free: 5 });
    await aParty(eventId, "registered", 3);
    expect(await placesOf(slug)).toEqual({ can: "register", free: 2 });
    // Three who wait do not fit: the two places are not a newcomer's.
    const entry = await aParty(eventId, "waiting", 3);
    expect(await placesOf(slug)).toEqual({ can: "wait", free: 2 });
    await db().registrationPerson.updateMany({
      where: { registrationId: entry?.registrationId, name: { not: "Guest 2" } },
      data: { inFewer: true },
    });
    await db().waitlistOffer.create({
      data: { eventId, entryId: entry?.id as number, fewer: true, endsAt: new Date() },
    });
    expect(await placesOf(slug)).toEqual({ can: "wait", free: 0 });
  });

  test("are shown by the list as by the event's own page", async () => {
    const { eventId, slug } = await aPublishedEvent({
      plan: aPlan({ limits: [aLimit({ most: 2 })] }),
    });
    await aParty(eventId, "registered", 2);
    const shown = (await list()).events.find((event) => event.slug === slug);
    expect(shown).toMatchObject({ registering: { can: "wait" }, left: { free: 0 } });
    expect(await slugs("free=1")).not.toContain(slug);
  });
});

describe("the list", () => {
  test("has no drafts, and nothing that is over unless its month is asked for", async () => {
    const { slug, eventId } = await aPublishedEvent();
    const over = new Date("2027-03-14T07:00:00Z");
    expect(await slugs("", new Date(over.getTime() - 1))).toContain(slug);
    expect(await slugs("", over)).not.toContain(slug);
    expect(await slugs("month=2027-03", over)).toContain(slug);
    await db().event.update({ where: { id: eventId }, data: { state: "draft" } });
    expect(await slugs()).not.toContain(slug);
    expect(await loadPublicEvent(db(), slug, "en")).toBeNull();
  });

  test("takes a month by the club's calendar", async () => {
    const { slug } = await anEventAt("2027-03-31T23:30+08:00");
    expect(await slugs("month=2027-03")).toContain(slug);
    expect(await slugs("month=2027-04")).not.toContain(slug);
    expect((await list()).months).toContain("2027-03");
  });

  test("goes on after its first page, without a gap and without one twice", async () => {
    for (let place = 0; place < 25; place += 1) await anEventAt("2028-05-01T10:00+08:00");
    const first = await list("month=2028-05");
    expect(first.events).toHaveLength(24);
    const { startsAt, id } = first.next as { startsAt: Date; id: number };
    const rest = await list(`month=2028-05&after=${startsAt.getTime()}-${id}`);
    expect(rest.next).toBeNull();
    expect(new Set([...first.events, ...rest.events].map(({ id }) => id)).size).toBe(25);
  });
});

test("gold sees an event as open while silver is told from when", async () => {
  const { slug, plan } = await aPublishedEvent();
  const member = await aMember();
  const early = new Date(plan.opensAt.getTime() - 3600_000);
  const seen = () => loadOwnEvent(db(), slug, member.memberId, "en", early);
  expect((await seen())?.registering).toEqual({ can: "gold-first", from: plan.opensAt });
  await goldFrom(member, "2027-01-01", "2027-12-31");
  expect((await seen())?.registering.can).toBe("register");
});
