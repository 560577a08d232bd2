import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { forgetOwnEntry } from "#app/modules/contests/own-entries.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aJudgedContest, published } from "../../support/contest-results.ts";
import { testDatabase } from "../../support/database.ts";
import { alsoOnTheBridge, issued } from "./ranking-fixtures.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

/** What a migration does to the rows that were there before it. */
async function updatesOf(migration: string): Promise<void> {
  const sql = await readFile(`prisma/migrations/${migration}/migration.sql`, "utf8");
  for (const statement of sql.split(/;\s*$/m)) {
    if (/^UPDATE/m.test(statement)) await db().$executeRawUnsafe(statement);
  }
}

test("certificates of before are found to be of the contest whose words they say, also of two that are called the same", async () => {
  const contest = await aJudgedContest();
  const { eventId } = contest;
  await published(contest.contestId);
  await alsoOnTheBridge(contest, {
    title: { en: "The car as I see it", zh: "我眼中的爱车" },
    brackets: ["little", "junior"],
  });
  await db().contestEntry.updateMany({
    where: { contestId: contest.contestId, number: 1 },
    data: { registrationPersonId: null, registrationId: null },
  });
  await issued(eventId);
  // By their words a child had one of the two.
  await db().$executeRaw`delete from certificate second using certificate first
    where second.event_id = ${eventId} and second.kind = 'place' and first.kind = 'place'
      and second.person_id = first.person_id and second.id > first.id`;
  const all = () =>
    db().certificate.findMany({
      where: { eventId },
      orderBy: { id: "asc" },
      select: { kind: true, personId: true, contestId: true, bracket: true },
    });
  const [before, coming] = [await all(), { contestId: null, bracket: null }];
  await db().certificate.updateMany({ where: { eventId }, data: coming });
  await updatesOf("20261208000000_certificates_by_contest");
  expect(await all()).toEqual(before);
  const [first] = contest.children;
  const ofFirst = before.find((each) => each.personId === first?.personId && each.contestId);
  expect(ofFirst?.contestId).not.toBe(contest.contestId);
  expect(await issued(eventId)).toEqual({ ok: true, made: 4, replaced: 0, withdrawn: 0 });
});

test("of whom was taken out before it was kept, the entry is found again", async () => {
  const contest = await aJudgedContest();
  const { eventId, contestId, children, entries } = contest;
  await published(contestId);
  await issued(eventId);
  const forgotten = [0, 3].map((at) => ({
    entryId: entries[at]?.entryId ?? 0,
    memberId: children[at]?.member.memberId ?? 0,
    personId: children[at]?.personId ?? 0,
  }));
  for (const own of forgotten) expect(await forgetOwnEntry(own)).toBe(true);
  const all = () =>
    db().certificate.findMany({
      where: { contestId },
      orderBy: { id: "asc" },
      select: { id: true, entryId: true, personId: true, name: true },
    });
  const before = await all();
  // One was taken out of the contest, as it was kept then; the other's family has left the club.
  const [first, second] = forgotten;
  const { entryId } = first ?? { entryId: 0 };
  await db().certificate.updateMany({
    where: { entryId },
    data: { entryId: null, personId: first?.personId, name: "Mia" },
  });
  await db().certificate.updateMany({
    where: { entryId: second?.entryId },
    data: { entryId: null },
  });
  await updatesOf("20261208010000_certificates_of_the_forgotten");
  expect(await all()).toEqual(before);
  expect(before.filter((each) => each.entryId !== null)).toHaveLength(2);
});
