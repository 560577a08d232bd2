import { beforeAll, beforeEach, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { logContact } from "#app/modules/leads/log-contact.server.ts";
import { remindOfHolds } from "#app/modules/leads/remind-of-holds.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aLead, aReferrer, handedIn } from "../../support/leads.ts";
import { aPerson, type TestMember } from "../../support/people.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const time = clubTime("Asia/Shanghai");
/** At noon of the club's clock, counted from the day on which the friend was named. */
const on = (day: number) => time.instantOf("2026-03-01", 12 + 24 * day, 0, 0);

let referrer: TestMember;
beforeEach(async () => {
  referrer = await aReferrer();
});

const named = () => handedIn(aLead(referrer.id, { at: on(0) }));
const told = async () =>
  (await db().mail.findMany({ where: { template: "lead-news" }, orderBy: { id: "asc" } }))
    .map(({ props }) => props as { leadId: number; what: string; until: string | null })
    .filter(({ what }) => what === "hold-ends");
const toldOf = async (leadId: number) => (await told()).filter((each) => each.leadId === leadId);

test("a referrer is told a week before others may name the friend, and once", async () => {
  const leadId = await named();
  await remindOfHolds(on(82));
  expect(await toldOf(leadId)).toEqual([]);
  await remindOfHolds(on(84));
  await Promise.all([remindOfHolds(on(84)), remindOfHolds(on(85))]);
  const letters = await toldOf(leadId);
  expect(letters).toHaveLength(1);
  // Sunday 1 March and 90 days: to the end of 30 May.
  expect(letters[0]?.until).toBe("2026-05-30T16:00:00.000Z");
});

test("what is done with the friend makes a later end, which is told anew", async () => {
  const leadId = await named();
  await remindOfHolds(on(84));
  const { id: by } = await aPerson({ roles: ["sales"] });
  await logContact(
    {
      ...{ leadId, kind: "call", reached: true, note: "", by, next: null },
      requestKey: crypto.randomUUID(),
    },
    on(86),
  );
  await remindOfHolds(on(88));
  expect(await toldOf(leadId)).toHaveLength(1);
  await remindOfHolds(on(86 + 84));
  expect(await toldOf(leadId)).toHaveLength(2);
});

test.each([
  ["ended", { ended: "lost" }],
  ["has a car on order", { stage: "ordered" }],
  ["waits for a person's look", { review: "waiting" }],
  ["is nobody's", { referrerId: null }],
])("nothing is said of a friend who %s", async (_, changes) => {
  const leadId = await named();
  await db().lead.update({ where: { id: leadId }, data: changes });
  await remindOfHolds(on(84));
  expect(await toldOf(leadId)).toEqual([]);
});

test("nothing is said of a friend whose days are over", async () => {
  const leadId = await named();
  await remindOfHolds(on(91));
  expect(await toldOf(leadId)).toEqual([]);
});
