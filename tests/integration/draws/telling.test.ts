import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { callOffDraw } from "#app/modules/draws/call-off-draw.server.ts";
import { freezeDraw } from "#app/modules/draws/freeze-draw.server.ts";
import { loadOwnDraws } from "#app/modules/draws/own-draws.server.ts";
import { readDrawValue } from "#app/modules/draws/read-value.server.ts";
import { tellEntrants } from "#app/modules/draws/tell-entrants.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aDraft,
  aKeeper,
  aVisit,
  BEFORE,
  drafted,
  frozenDraw,
  VALUE,
  VALUE_DUE,
} from "../../support/draws.ts";
import { aPublishedEvent } from "../../support/events.ts";
import { aParty } from "../../support/parties.ts";
import { aMember, type TestMember } from "../../support/people.ts";

testDatabase();

const IN_2016 = {
  entrants: { of: "visits", from: "2016-06-01", through: "2016-06-30", perVisit: true },
} as const;
let willing: TestMember;
let unwilling: TestMember;
let without: TestMember;

beforeAll(async () => {
  await ensureClub(db());
  [willing, unwilling, without] = [await aMember(), await aMember(), await aMember()];
  for (const { memberId } of [willing, willing, unwilling, without]) {
    await aVisit(memberId, { settledAt: new Date("2016-06-01T02:00:00Z") });
  }
  await db().notificationChoice.create({
    data: { personId: unwilling.id, kind: "draws", wanted: false },
  });
  await db().person.update({
    where: { id: without.id },
    data: { email: null, phone: "+8613800990099" },
  });
});

const letters = (personId?: number) =>
  db().mail.findMany({ where: { template: "draw-entered", personId }, orderBy: { id: "asc" } });
const jobsOf = (drawId: number) =>
  db().$queryRaw<{ id: string }[]>`
    select jobs.id::text from graphile_worker._private_jobs jobs
    join graphile_worker._private_tasks tasks on tasks.id = jobs.task_id
    where tasks.identifier = 'tell-entrants' and (jobs.payload->>'drawId')::int = ${drawId}`;

test("who is in is written to once, by their own number, and who wants no such letter sees it on their page", async () => {
  const drawId = await frozenDraw(aDraft(IN_2016));
  expect(await jobsOf(drawId)).toHaveLength(1);
  await tellEntrants(drawId);
  await tellEntrants(drawId);
  const written = await letters();
  expect(written.map(({ personId }) => personId)).toEqual([willing.id]);
  const own = (await loadOwnDraws(db(), willing.memberId))[0];
  const entry = `${own?.entry.slice(0, 4)}-${own?.entry.slice(4)}`;
  expect(written[0]?.props).toEqual({
    ...{ name: willing.name, entry, tickets: 2, slug: own?.draw.slug },
    ...{ drawEn: "Factory visit", drawZh: "工厂参观", drawAt: "2026-12-27T10:30:00.000Z" },
  });
  for (const { name } of [unwilling, without]) {
    expect(JSON.stringify(written[0]?.props)).not.toContain(`"${name}"`);
  }
  for (const { memberId } of [unwilling, without]) {
    expect((await loadOwnDraws(db(), memberId))[0]?.draw).toMatchObject({ state: "frozen" });
  }
});

test("it is not begun for a draw that is not frozen", async () => {
  const drawId = await drafted(aDraft(IN_2016));
  await freezeDraw(drawId, await aKeeper(), VALUE_DUE);
  expect(await jobsOf(drawId)).toEqual([]);
});

test("nobody is told that they are in once it is drawn or called off", async () => {
  const drawn = await frozenDraw(aDraft(IN_2016));
  for (const reader of [await aKeeper(), await aKeeper()]) {
    await readDrawValue({ drawId: drawn, typed: VALUE }, reader, VALUE_DUE);
  }
  const off = await frozenDraw(aDraft(IN_2016));
  const reason = { en: "No", zh: "不" };
  await callOffDraw({ drawId: off, reason }, await aKeeper(), BEFORE);
  const before = (await letters()).length;
  await tellEntrants(drawn);
  await tellEntrants(off);
  expect(await letters()).toHaveLength(before);
});

test("of an event's families only members are written to, whatever guests are in", async () => {
  const { eventId } = await aPublishedEvent();
  const member = await aMember();
  const closed = await aMember({ closed: true });
  for (const who of [member, closed, null]) await aParty(eventId, who);
  const drawId = await frozenDraw(aDraft({ entrants: { of: "registered", eventId } }));
  await tellEntrants(drawId);
  expect(await letters(member.id)).toHaveLength(1);
  expect(await letters(closed.id)).toEqual([]);
});

test("more entrants than one go all get their letter", async () => {
  const many = await Promise.all(Array.from({ length: 230 }, () => aMember()));
  for (const { memberId } of many) {
    await aVisit(memberId, { settledAt: new Date("2015-06-01T02:00:00Z") });
  }
  const days = { from: "2015-06-01", through: "2015-06-01" };
  const drawId = await frozenDraw(aDraft({ entrants: { of: "visits", ...days, perVisit: false } }));
  const before = (await letters()).length;
  await tellEntrants(drawId);
  expect((await letters()).length - before).toBe(230);
});
