import { beforeAll, describe, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import type { Entrants } from "#app/modules/draws/entrants.ts";
import { findEntrants } from "#app/modules/draws/find-entrants.server.ts";
import { freezeDraw } from "#app/modules/draws/freeze-draw.server.ts";
import { findOwnEntry, loadEventDraws } from "#app/modules/draws/load-event-draws.server.ts";
import { loadPublicDraw } from "#app/modules/draws/load-public-draw.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import {
  aDraft,
  aKeeper,
  aVisit,
  BEFORE,
  drafted,
  readByTwo,
  VALUE_DUE,
} from "../../support/draws.ts";
import { aPublishedEvent } from "../../support/events.ts";
import { aParty } from "../../support/parties.ts";
import { aMember } from "../../support/people.ts";
import { allIn, send } from "../attendance/marking-fixtures.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

const find = (entrants: Entrants) => findEntrants(db(), entrants, clubTime("Asia/Shanghai"));
const IN_2026 = { of: "visits", from: "2026-01-01", through: "2026-12-31" } as const;
/** Of some members, who is in, with their tickets. */
const weightsOf = async (perVisit: boolean, ...ids: number[]) => {
  const found = await find({ ...IN_2026, perVisit });
  return ids.map((id) => found.find(({ memberId }) => memberId === id)?.weight ?? 0);
};

describe("members with maintenance that they paid for", () => {
  test.each<[string, Parameters<typeof aVisit>[1], number]>([
    ["it counts", {}, 1],
    ["the first second of the year counts", { settledAt: new Date("2025-12-31T16:00:00Z") }, 1],
    ["the second before does not", { settledAt: new Date("2025-12-31T15:59:59Z") }, 0],
    ["the last second counts", { settledAt: new Date("2026-12-31T15:59:59Z") }, 1],
    ["the second after does not", { settledAt: new Date("2026-12-31T16:00:00Z") }, 0],
    ["a repair is none", { kind: "repair" }, 0],
    ["somebody else paid", { payer: "insurer" }, 0],
    ["nothing was paid", { paidMinor: 0, discountMinor: 50_000 }, 0],
    ["all of it went back", { refundedMinor: 50_000 }, 0],
    ["a part of it went back", { refundedMinor: 49_999 }, 1],
    ["the workshop cancelled it", { state: "reversed" }, 0],
  ])("%s", async (_case, visit, weight) => {
    const { memberId } = await aMember();
    await aVisit(memberId, visit);
    expect(await weightsOf(true, memberId)).toEqual([weight]);
  });

  test("have one ticket, or one for each visit and twelve at most", async () => {
    const [once, often] = [await aMember(), await aMember()];
    await aVisit(once.memberId);
    for (let visit = 0; visit < 14; visit++) await aVisit(often.memberId);
    expect(await weightsOf(false, once.memberId, often.memberId)).toEqual([1, 1]);
    expect(await weightsOf(true, once.memberId, often.memberId)).toEqual([1, 12]);
  });

  test("are in no more once their account is closed", async () => {
    const gone = await aMember({ closed: true });
    await aVisit(gone.memberId);
    expect(await weightsOf(false, gone.memberId)).toEqual([0]);
  });
});

test("who shares a car is one household, also through somebody who is not in", async () => {
  const [holder, one, other, alone] = await Promise.all([
    aMember(),
    aMember(),
    aMember(),
    aMember(),
  ]);
  for (const { memberId } of [one, other, alone]) await aVisit(memberId);
  const car = await db().car.create({ data: { plate: `粤D${holder.memberId}` } });
  const holding = await db().carHolding.create({
    data: { carId: car.id, memberId: holder.memberId, startsAt: new Date("2024-03-01") },
  });
  const drives = (memberId: number, endedAt: Date | null = null) =>
    db().coDriver.create({
      data: { holdingId: holding.id, memberId, acceptedAt: new Date("2024-03-02"), endedAt },
    });
  await drives(one.memberId);
  await drives(other.memberId);
  await drives(alone.memberId, new Date("2025-01-01"));
  const found = await find({ ...IN_2026, perVisit: false });
  const [first, second, third] = [one, other, alone].map(
    ({ memberId }) => found.find((entrant) => entrant.memberId === memberId)?.household,
  );
  expect(first).toBe(second);
  expect(third).not.toBe(first);
});

test("of an event those who have their places are in, or those who came", async () => {
  const { eventId } = await aPublishedEvent();
  const [came, registered, staff] = [
    await aMember(),
    await aMember(),
    await aMember({ roles: ["desk"] }),
  ];
  const there = await aParty(eventId, came);
  const stranger = await aParty(eventId, null, {
    state: "cancelled",
    source: "walk-in",
    endedAt: new Date("2027-03-13T00:00:00Z"),
    endReason: "owner",
  });
  const ahead = await aParty(eventId, registered);
  await aParty(eventId, staff);
  const gone = await aParty(eventId, await aMember({ closed: true }));
  await aParty(eventId, await aMember(), { state: "waiting" });
  await send(eventId, [...allIn(there), ...allIn(stranger), ...allIn(gone)]);
  const idsOf = async (of: "registered" | "checked-in") =>
    (await find({ of, eventId })).map(({ registrationId }) => registrationId);
  expect(await idsOf("registered")).toEqual([there.id, ahead.id]);
  expect(await idsOf("checked-in")).toEqual([there.id, stranger.id]);
  const households = (await find({ of: "checked-in", eventId })).map(({ household }) => household);
  expect(new Set(households).size).toBe(2);
});

test("an event's page names its draws once their lists are closed, and tells its reader alone that they are in", async () => {
  const { eventId } = await aPublishedEvent();
  const [member, other] = [await aMember(), await aMember()];
  const party = await aParty(eventId, member);
  const draft = aDraft({ entrants: { of: "registered", eventId } });
  const drawId = await drafted(draft);
  expect(await loadEventDraws(db(), { eventId }, member.memberId)).toEqual([]);
  await freezeDraw(drawId, await aKeeper(), BEFORE);
  const own = await loadEventDraws(db(), { eventId }, member.memberId);
  expect(own).toMatchObject([{ id: drawId, state: "frozen", method: "computed" }]);
  expect(own[0]?.at).toEqual(draft.drawAt);
  expect(own[0]?.entry).toMatch(/^[0-9A-Z]{8}$/);
  for (const reader of [other.memberId, null]) {
    expect(await loadEventDraws(db(), { eventId }, reader)).toMatchObject([{ entry: null }]);
  }
  const slug = String(own[0]?.slug);
  expect(await findOwnEntry(db(), slug, member.memberId)).toBe(own[0]?.entry);
  expect(await findOwnEntry(db(), slug, other.memberId)).toBeNull();
  expect(await loadEventDraws(db(), { eventId: eventId + 1 }, member.memberId)).toEqual([]);
  expect((await loadPublicDraw(db(), slug))?.event?.slug).toMatch(/^event-/);
  const ofParty = () => loadEventDraws(db(), { registrationId: party.id }, member.memberId);
  expect(await ofParty()).toEqual(own);
  expect(await loadEventDraws(db(), { registrationId: 999_999 }, member.memberId)).toEqual([]);
  await readByTwo(drawId, [await aKeeper(), await aKeeper()]);
  expect(await ofParty()).toEqual([{ ...own[0], state: "drawn", at: VALUE_DUE }]);
});
