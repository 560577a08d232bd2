import { expect, test } from "vitest";
import { giveBirthdayPoints } from "#app/modules/birthdays/give-birthday-points.server.ts";
import { recordConsents } from "#app/modules/consents/record-consents.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { chooseNotification } from "#app/modules/letters/choose-notification.server.ts";
import { db } from "#app/platform/db.server.ts";
import { freshDatabase } from "../../support/fresh-database.ts";
import { expectSoundBooks } from "../../support/imports.ts";
import { aMember, type TestMember } from "../../support/people.ts";

freshDatabase();

/** Ten in the morning of a day in the club's zone. */
const morning = (day: string) => new Date(`${day}T02:00:00Z`);

async function born(month: number, day: number): Promise<TestMember> {
  const member = await aMember();
  await db().member.update({
    where: { id: member.memberId },
    data: { birthMonth: month, birthDay: day },
  });
  return member;
}
const balance = async ({ accountId }: TestMember, now: Date) =>
  (await loadBalance(db(), accountId, now))?.available;

test("silver gets 100 and gold 200, once a year however often one looks", async () => {
  const [silver, gold] = [await born(5, 12), await born(5, 12)];
  await db().tierPeriod.create({
    data: {
      memberId: gold.memberId,
      tier: "gold",
      startsAt: new Date("2026-01-01"),
      endsAt: new Date("2027-01-01"),
      cause: "granted",
    },
  });
  const day = morning("2026-05-12");
  expect(await giveBirthdayPoints(db(), day)).toBe(2);
  expect(await giveBirthdayPoints(db(), day)).toBe(0);
  expect([await balance(silver, day), await balance(gold, day)]).toEqual([100, 200]);
  const next = morning("2027-05-12");
  expect(await giveBirthdayPoints(db(), next)).toBe(2);
  expect(await balance(silver, next)).toBe(200);
  await expectSoundBooks();
});

test("the day is the club's: an hour before its midnight is the day before", async () => {
  await born(5, 12);
  expect(await giveBirthdayPoints(db(), new Date("2026-05-11T15:00:00Z"))).toBe(0);
  expect(await giveBirthdayPoints(db(), new Date("2026-05-11T16:00:00Z"))).toBe(1);
});

test("people of 29 February have their birthday on the 28th in common years", async () => {
  await born(2, 29);
  expect(await giveBirthdayPoints(db(), morning("2027-02-28"))).toBe(1);
  await db().taskDay.deleteMany();
  expect(await giveBirthdayPoints(db(), morning("2028-02-28"))).toBe(0);
  expect(await giveBirthdayPoints(db(), morning("2028-02-29"))).toBe(1);
});

test("days on which nothing ran are made up for", async () => {
  await giveBirthdayPoints(db(), morning("2026-05-10"));
  const member = await born(5, 12);
  expect(await giveBirthdayPoints(db(), morning("2026-05-14"))).toBe(1);
  expect(await balance(member, morning("2026-05-14"))).toBe(100);
});

test("a birthday entered after it has passed brings nothing until next year", async () => {
  await giveBirthdayPoints(db(), morning("2026-05-14"));
  const member = await born(5, 12);
  await giveBirthdayPoints(db(), morning("2026-05-15"));
  expect(await balance(member, morning("2026-05-15"))).toBe(0);
});

test("a birthday moved to today brings nothing a second time this year", async () => {
  const member = await born(5, 12);
  await giveBirthdayPoints(db(), morning("2026-05-12"));
  await db().member.update({ where: { id: member.memberId }, data: { birthDay: 20 } });
  expect(await giveBirthdayPoints(db(), morning("2026-05-20"))).toBe(0);
  expect(await balance(member, morning("2026-05-20"))).toBe(100);
});

test("the points come in any case, the greeting to whoever wants news of the club", async () => {
  const [greeted, quiet, stopped] = [await born(5, 12), await born(5, 12), await born(5, 12)];
  for (const { id } of [greeted, stopped]) {
    await recordConsents(db(), id, { "club-news": true }, "joining");
  }
  await chooseNotification(db(), {
    personId: stopped.id,
    kind: "greetings",
    wanted: false,
    source: "profile",
  });
  const day = morning("2026-05-12");
  expect(await giveBirthdayPoints(db(), day)).toBe(3);
  const mails = await db().mail.findMany();
  expect(mails.map(({ personId, template }) => [personId, template])).toEqual([
    [greeted.id, "birthday"],
  ]);
  expect(await balance(quiet, day)).toBe(100);
});

test("an account that is closed has no birthday", async () => {
  const member = await born(5, 12);
  await db().person.update({ where: { id: member.id }, data: { closedAt: new Date() } });
  expect(await giveBirthdayPoints(db(), morning("2026-05-12"))).toBe(0);
});
