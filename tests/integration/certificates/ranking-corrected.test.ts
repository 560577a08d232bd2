import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { confirmCertificate } from "#app/modules/certificates/confirm-certificate.server.ts";
import { issueCertificates } from "#app/modules/certificates/issue-certificates.server.ts";
import { loadPrintedOfEvent } from "#app/modules/certificates/load-certificates.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { closeEntries } from "#app/modules/contests/close-entries.server.ts";
import { correctScores } from "#app/modules/judging/correct-scores.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  aJudgedContest,
  correct,
  published,
  thePrizes,
  withPrizes,
} from "../../support/contest-results.ts";
import {
  AT_CONTEST,
  aBridgeDraft,
  anEntry,
  anOpenContest,
  type TestChild,
} from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

type Contest = Awaited<ReturnType<typeof aJudgedContest>>;

/** Finds that the judge meant the second child's picture to be the best of its age group. */
async function correctForSecond({ contestId, judge, entries }: Contest): Promise<void> {
  const entryId = entries[1]?.entryId ?? 0;
  const values = { idea: 10, colour: 10, care: 10 };
  const what = { contestId, judgeId: judge.id, entryId, values, reason: "Read wrongly" };
  expect(await correctScores(what, await anOrganiser())).toMatchObject({ ok: true });
  expect(await correct(contestId)).toMatchObject({ ok: true });
}

/** A contest of the same event in which all children got as far, on the balance bridge, in their order. */
async function alsoOnTheBridge({ eventId, children }: Contest): Promise<void> {
  const organiser = await anOrganiser();
  const contestId = await anOpenContest(eventId, aBridgeDraft());
  for (const [at, child] of children.entries()) {
    const { entryId } = await anEntry(contestId, child, { picture: false });
    await db().contestAttempt.create({
      data: {
        ...{ id: randomUUID(), entryId, attempt: 1, value: 9_000 + 1_000 * at },
        createdBy: organiser.by,
      },
    });
  }
  await withPrizes(contestId, thePrizes());
  await closeEntries(contestId, organiser, AT_CONTEST);
  await published(contestId);
}

const issued = async (eventId: number) => issueCertificates(eventId, await anOrganiser());

/** What the certificates that a child has for what it won say when their codes are typed, by its rank and contest. */
async function placesOf(eventId: number, child: TestChild | undefined) {
  const codes = await db().certificate.findMany({
    where: { eventId, personId: child?.personId ?? 0, kind: "place" },
    orderBy: { id: "asc" },
  });
  const confirmed = await Promise.all(codes.map(({ code }) => confirmCertificate(db(), code)));
  return confirmed.map((each) => [each?.says.contest?.en, each?.says.rank, each?.state]);
}

const DRAWN = "The car as I see it";

describe("certificates of a ranking that is corrected after they were issued", () => {
  test("say so by their codes until they are issued anew, and those that are right stay", async () => {
    const contest = await aJudgedContest();
    const { eventId, children } = contest;
    await published(contest.contestId);
    expect(await issued(eventId)).toEqual({ ok: true, made: 15, replaced: 0, withdrawn: 0 });
    await correctForSecond(contest);
    expect(await placesOf(eventId, children[0])).toEqual([[DRAWN, 1, "corrected"]]);
    expect(await placesOf(eventId, children[1])).toEqual([[DRAWN, 2, "corrected"]]);
    expect(await placesOf(eventId, children[2])).toEqual([[DRAWN, 3, "valid"]]);

    expect(await issued(eventId)).toEqual({ ok: true, made: 0, replaced: 2, withdrawn: 0 });
    expect(await issued(eventId)).toEqual({ ok: true, made: 0, replaced: 0, withdrawn: 0 });
    expect(await placesOf(eventId, children[0])).toEqual([
      [DRAWN, 1, "replaced"],
      [DRAWN, 2, "valid"],
    ]);
    const printed = await loadPrintedOfEvent(db(), eventId);
    expect(printed.filter(({ says }) => says.rank === 1)).toHaveLength(2);
  });

  test("are not right for the same place in another contest", async () => {
    const contest = await aJudgedContest();
    const { eventId, children } = contest;
    await published(contest.contestId);
    await alsoOnTheBridge(contest);
    await issued(eventId);
    await correctForSecond(contest);
    expect(await placesOf(eventId, children[0])).toEqual([
      [DRAWN, 1, "corrected"],
      ["Balance bridge", 1, "valid"],
    ]);
  });

  test("are not right for the same place in another age group", async () => {
    const contest = await aJudgedContest();
    const { eventId, children } = contest;
    await published(contest.contestId);
    await issued(eventId);
    const [first] = children;
    await db().contestEntry.updateMany({
      where: { registrationPersonId: first?.personId ?? 0 },
      data: { bracket: "junior" },
    });
    expect(await placesOf(eventId, first)).toEqual([[DRAWN, 1, "corrected"]]);
  });
});
