import { beforeAll, describe, expect, test } from "vitest";
import {
  type ChildConsentChange,
  changeChildConsent,
} from "#app/modules/child-consents/change-child-consent.server.ts";
import { loadChildConsents } from "#app/modules/child-consents/load-child-consents.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { exportTables } from "#app/modules/registrations/export-tables.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aContestPlan, anOrganiser, aPlan, aPublishedEvent } from "../../support/events.ts";
import { aParty as aKeptParty } from "../../support/parties.ts";
import {
  aChild,
  anAdult,
  aParty,
  change,
  registered,
  registrationOf,
} from "../../support/registrations.ts";

testDatabase();
beforeAll(async () => {
  await ensureClub(db());
});

/** A family of a grown-up and a child whose guardian agrees to all, at an event that asks for all. */
async function aFamily(plan = aContestPlan()) {
  const event = await aPublishedEvent({ plan });
  const party = aParty({ people: [anAdult({ isMember: true }), aChild()] });
  const who = await registered(event, { party });
  const { people } = await registrationOf(who.registrationId);
  return { ...who, event, childId: people[1]?.id as number, adultId: people[0]?.id as number };
}

type Family = Awaited<ReturnType<typeof aFamily>>;

const say = (family: Family, said: Partial<ChildConsentChange>) =>
  changeChildConsent({
    registrationId: family.registrationId,
    memberId: family.member.memberId,
    personId: family.childId,
    consent: "photographs",
    given: false,
    by: family.member.id,
    ...said,
  });

const childOf = async ({ registrationId, member }: Family) =>
  (await loadChildConsents(db(), [registrationId], member.memberId)).get(registrationId)?.[0];

const stepsOf = async (id: number) =>
  (await registrationOf(id)).steps
    .filter(({ step }) => step.startsWith("consent-"))
    .map(({ step, detail, createdBy }) => ({ step, detail, createdBy }));

describe("a guardian", () => {
  test("takes a consent back and gives it again; what was said stays, with who and when", async () => {
    const family = await aFamily();
    expect((await childOf(family))?.agreed).toEqual({ photographs: true, artwork: true });
    expect(await say(family, { given: false })).toBe(true);
    expect((await childOf(family))?.agreed).toEqual({ photographs: false, artwork: true });
    expect(await say(family, { given: true })).toBe(true);
    expect(await childOf(family)).toMatchObject({
      agreed: { photographs: true, artwork: true },
      history: [
        { consent: "photographs", given: true, byFamily: true, at: expect.any(Date) },
        { consent: "photographs", given: false, byFamily: true },
      ],
    });
    const subject = `registration:${family.registrationId}`;
    const audited = await db().auditEntry.findMany({ where: { subject }, orderBy: { id: "asc" } });
    expect(audited.map(({ action }) => action)).toEqual([
      "child-consent.withdrawn",
      "child-consent.given",
    ]);
  });

  test("says the same twenty times at once: it is written down once", async () => {
    const family = await aFamily();
    const said = Array.from({ length: 20 }, () => say(family, { given: false }));
    expect(await Promise.all(said)).toEqual(said.map(() => true));
    expect(await stepsOf(family.registrationId)).toHaveLength(1);
  });

  test("agrees also where the event never asked, and years after it", async () => {
    const family = await aFamily(aPlan({ party: { ...aPlan().party, childrenMax: 4 } }));
    expect((await childOf(family))?.agreed.photographs).toBe(false);
    await db().event.update({
      where: { id: family.event.eventId },
      data: { startsAt: new Date("2020-01-01"), endsAt: new Date("2020-01-02") },
    });
    await db().registrationPerson.update({
      where: { id: family.childId },
      data: { state: "out" },
    });
    expect(await say(family, { given: true })).toBe(true);
    // A child that was to stay at home may have come nevertheless.
    expect((await childOf(family))?.agreed.photographs).toBe(true);
  });

  test("changes nothing of another family's child, of a grown-up, or of a child by another party", async () => {
    const [family, other] = [await aFamily(), await aFamily()];
    expect(await say(family, { memberId: other.member.memberId })).toBe(false);
    expect(await say(family, { personId: family.adultId })).toBe(false);
    expect(await say(family, { personId: other.childId })).toBe(false);
    expect(
      (await loadChildConsents(db(), [family.registrationId], other.member.memberId)).size,
    ).toBe(0);
    expect((await childOf(other))?.agreed.photographs).toBe(true);
  });
});

describe("the form of a party", () => {
  test("leaves what the event does not ask, and writes down what it changes", async () => {
    const family = await aFamily(aContestPlan({ consents: ["taking_part", "artwork"] }));
    await say(family, { given: true });
    expect(await change(family, { and: [anAdult()] })).toMatchObject({ ok: true });
    expect((await childOf(family))?.agreed).toEqual({ photographs: true, artwork: true });

    const { people } = await registrationOf(family.registrationId);
    const typed = people.map(({ id, role, name, isMember }) => ({
      ...(role === "child" ? aChild({ consents: ["taking_part"] }) : anAdult({ isMember })),
      ...{ id, name },
    }));
    const changed = await change(family, {}, { party: { ...aParty(), people: typed } });
    expect(changed).toMatchObject({ ok: true });
    expect(await childOf(family)).toMatchObject({
      agreed: { photographs: true, artwork: false },
      history: [
        { consent: "artwork", given: false, byFamily: true },
        { consent: "photographs", given: true },
      ],
    });
  });

  test("that was opened before a consent was taken back does not give it again", async () => {
    const family = await aFamily();
    const { steps } = await registrationOf(family.registrationId);
    await say(family, { given: false });
    const stale = Number(steps.at(-1)?.id);
    expect(await change(family, { and: [anAdult()] }, { revision: stale })).toEqual({
      ok: false,
      refusal: "changed-meanwhile",
    });
    expect((await childOf(family))?.agreed.photographs).toBe(false);
  });
});

describe("staff", () => {
  test("write it down for a family that asks, also for one that walked in", async () => {
    const { by } = await anOrganiser();
    const event = await aPublishedEvent();
    const party = await aKeptParty(event.eventId, null, { source: "walk-in" });
    const [, personId] = party.personIds as [number, number];
    const said = { registrationId: party.id, memberId: null, personId, by, given: true } as const;
    const consent = "photographs";
    const elsewhere = (await aPublishedEvent()).eventId;
    expect(await changeChildConsent({ ...said, consent, eventId: elsewhere })).toBe(false);
    expect(await changeChildConsent({ ...said, consent, eventId: event.eventId })).toBe(true);
    const [child] = (await loadChildConsents(db(), [party.id], null)).get(party.id) ?? [];
    expect(child).toMatchObject({
      agreed: { photographs: true },
      history: [{ given: true, byFamily: false }],
    });
  });
});

test("what was said for a child goes into a copy of their data", async () => {
  const family = await aFamily();
  await say(family, { given: false });
  const { memberId, id } = family.member;
  const table = exportTables.find(({ name }) => name === "event-steps");
  const rows = [];
  for await (const some of table?.rows({
    personId: id,
    member: { id: memberId },
    locale: "en",
  } as never) ?? []) {
    rows.push(...some);
  }
  expect(rows).toContainEqual(
    expect.objectContaining({
      state: { code: "consent-withdrawn" },
      kind: { code: "photographs" },
      name: expect.stringContaining("Child"),
    }),
  );
});
