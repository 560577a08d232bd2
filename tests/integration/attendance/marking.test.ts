import { beforeAll, describe, expect, test } from "vitest";
import { loadKeptMarks } from "#app/modules/attendance/load-kept-marks.server.ts";
import { countOf, staysOf } from "#app/modules/attendance/presence.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { holdPoints } from "#app/modules/ledger/hold-points.server.ts";
import { loadBalance } from "#app/modules/ledger/load-balance.server.ts";
import { verifyLedger } from "#app/modules/ledger/verify-ledger.server.ts";
import { db } from "#app/platform/db.server.ts";
import { testDatabase } from "../../support/database.ts";
import { aPlan, aPublishedEvent } from "../../support/events.ts";
import { aSaver } from "../../support/gifts.ts";
import { aParty } from "../../support/parties.ts";
import { aMember, type TestMember } from "../../support/people.ts";
import { allIn, aMark, atGate, OTHER_PHONE, send } from "./marking-fixtures.ts";

testDatabase();

let eventId = 0;
beforeAll(async () => {
  await ensureClub(db());
  ({ eventId } = await aPublishedEvent());
});

const pointsOf = async ({ accountId }: TestMember) => loadBalance(db(), accountId, atGate(60));
const staysAt = async (id: number) => staysOf(await loadKeptMarks(db(), id));

describe("a family that comes", () => {
  test("is recorded, and its member gets the points for coming once", async () => {
    const member = await aMember();
    const party = await aParty(eventId, member);
    const marks = allIn(party);
    expect(await send(eventId, marks)).toEqual(
      marks.map(({ id }) => ({ id, answer: "recorded", already: false })),
    );
    expect(await pointsOf(member)).toMatchObject({ available: 50 });
  });

  test("replayed ten times, also at once, is one coming", async () => {
    const member = await aMember();
    const marks = allIn(await aParty(eventId, member));
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(eventId, marks)));
    expect(answers.flat().filter(({ already }) => !already)).toHaveLength(2);
    expect(answers.flat().every(({ answer }) => answer === "recorded")).toBe(true);
    expect(await pointsOf(member)).toMatchObject({ available: 50 });
  });

  test("scanned by two phones came once; both marks are kept and told apart", async () => {
    const member = await aMember();
    const { eventId: other } = await aPublishedEvent();
    const party = await aParty(other, member);
    await Promise.all([
      send(other, allIn(party)),
      send(other, allIn(party, { device: OTHER_PHONE, gate: "Side", at: atGate(1).toISOString() })),
    ]);
    const stays = await staysAt(other);
    expect(stays).toMatchObject([{ doubled: true }, { doubled: true }]);
    expect(countOf(stays)).toEqual({ came: 2, inside: 2, gates: [{ gate: "Main", came: 2 }] });
    expect(await db().attendanceMark.count({ where: { eventId: other } })).toBe(4);
    expect(await pointsOf(member)).toMatchObject({ available: 50 });
  });

  test("is not taken to have come by a phone that was tried out on the day before", async () => {
    const member = await aMember();
    const { eventId: other } = await aPublishedEvent();
    const party = await aParty(other, member);
    await send(other, allIn(party), atGate(-13 * 60));
    expect(await pointsOf(member)).toMatchObject({ available: 0 });
    expect(await db().attendanceOutcome.count({ where: { registrationId: party.id } })).toBe(0);
    // Seen again on the day itself.
    await send(other, allIn(party));
    expect(await pointsOf(member)).toMatchObject({ available: 50 });
  });

  test("gets its deposit back", async () => {
    const { eventId: tasting } = await aPublishedEvent({
      plan: aPlan({ price: { kind: "deposit", points: 200 }, attendancePoints: 0 }),
    });
    const member = await aSaver(1_000);
    const hold = await holdPoints(
      db(),
      {
        scope: "event",
        key: `deposit/${tasting}`,
        accountId: member.accountId,
        points: 200,
        endsAt: new Date("2027-03-20T00:00:00Z"),
        meta: { for: "deposit", eventId: tasting, title: "Tasting" },
      },
      new Date("2027-02-20T00:00:00Z"),
    );
    if (!hold.ok) throw new Error(hold.refusal);
    const party = await aParty(tasting, member, { holdId: BigInt(hold.entryId), points: 200 });
    expect(await pointsOf(member)).toMatchObject({ available: 800, held: 200 });
    await send(tasting, allIn(party).slice(0, 1));
    expect(await pointsOf(member)).toMatchObject({ available: 1_000, held: 0 });
    expect(
      await db().attendanceOutcome.findUnique({ where: { registrationId: party.id } }),
    ).toMatchObject({ outcome: "came", deposit: "returned", pointsEntryId: null });
  });
});

test("twenty gates at once lose nothing and give every member their points", async () => {
  const families = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const member = await aMember();
      return { member, party: await aParty(eventId, member) };
    }),
  );
  const answers = await Promise.all(families.map(({ party }) => send(eventId, allIn(party))));
  expect(answers.flat().every(({ answer, already }) => answer === "recorded" && !already)).toBe(
    true,
  );
  for (const { member } of families)
    expect(await pointsOf(member)).toMatchObject({ available: 50 });
});

describe("somebody without a place", () => {
  test.each(["cancelled", "waiting"])(
    "of a party that is %s is there, and gets nothing",
    async (state) => {
      const member = await aMember();
      const ended = state === "cancelled" ? new Date("2027-03-13T00:00:00Z") : null;
      const party = await aParty(eventId, member, { state, endedAt: ended });
      expect(await send(eventId, allIn(party).slice(0, 1))).toMatchObject([{ answer: "no-place" }]);
      expect(await pointsOf(member)).toMatchObject({ available: 0 });
    },
  );

  test("of yesterday's event is told from one that nobody knows", async () => {
    const { eventId: yesterday } = await aPublishedEvent();
    const party = await aParty(yesterday, await aMember());
    const marks = [
      ...allIn(party).slice(0, 1),
      aMark({ seen: `https://club.example/e/${party.token}` }),
      aMark({ seen: party.code }),
      aMark({ seen: "Grandmother of Mia", people: 2 }),
    ];
    expect((await send(eventId, marks)).map(({ answer }) => answer)).toEqual([
      "other-event",
      "other-event",
      // Six characters are a party's of this event only.
      "provisional",
      "provisional",
    ]);
    expect(await db().attendanceOutcome.count({ where: { registrationId: party.id } })).toBe(0);
  });
});

test("a code that the device's list did not have is found when it arrives", async () => {
  const member = await aMember();
  const party = await aParty(eventId, member);
  expect(await send(eventId, [aMark({ seen: party.code.toLowerCase(), people: 2 })])).toMatchObject(
    [{ answer: "recorded" }],
  );
  expect(await pointsOf(member)).toMatchObject({ available: 50 });
});

test("a mark that was taken back before it arrived gives nothing", async () => {
  const member = await aMember();
  const mistakes = allIn(await aParty(eventId, member));
  const undos = mistakes.map(({ id }) => aMark({ kind: "undo", undoes: id }));
  await send(eventId, [...mistakes, ...undos]);
  expect(await pointsOf(member)).toMatchObject({ available: 0 });
});

test("the books are right after all of it", async () => {
  expect(await verifyLedger(db())).toMatchObject({ ok: true });
});
