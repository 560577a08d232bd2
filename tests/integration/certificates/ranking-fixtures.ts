import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { confirmCertificate } from "#app/modules/certificates/confirm-certificate.server.ts";
import { issueCertificates } from "#app/modules/certificates/issue-certificates.server.ts";
import { closeEntries } from "#app/modules/contests/close-entries.server.ts";
import type { ContestDraft } from "#app/modules/contests/draft.ts";
import { correctScores } from "#app/modules/judging/correct-scores.server.ts";
import { db } from "#app/platform/db.server.ts";
import {
  type aJudgedContest,
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
import { anOrganiser } from "../../support/events.ts";

type Contest = Awaited<ReturnType<typeof aJudgedContest>>;

/** Finds that the judge meant the second child's picture to be the best of its age group. */
export async function correctForSecond({ contestId, judge, entries }: Contest): Promise<void> {
  const entryId = entries[1]?.entryId ?? 0;
  const values = { idea: 10, colour: 10, care: 10 };
  const what = { contestId, judgeId: judge.id, entryId, values, reason: "Read wrongly" };
  expect(await correctScores(what, await anOrganiser())).toMatchObject({ ok: true });
  expect(await correct(contestId)).toMatchObject({ ok: true });
}

/** A contest of the same event in which all children got as far, on the balance bridge, in their order. */
export async function alsoOnTheBridge(
  { eventId, children }: Contest,
  changes: Partial<ContestDraft> = {},
): Promise<void> {
  const organiser = await anOrganiser();
  const contestId = await anOpenContest(eventId, aBridgeDraft(changes));
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

export const issued = async (eventId: number) => issueCertificates(eventId, await anOrganiser());

/** What the certificates that a child has for what it won say when their codes are typed, by its rank and contest. */
export async function placesOf(eventId: number, child: TestChild | undefined) {
  const codes = await db().certificate.findMany({
    where: { eventId, personId: child?.personId ?? 0, kind: "place" },
    orderBy: { id: "asc" },
  });
  const confirmed = await Promise.all(codes.map(({ code }) => confirmCertificate(db(), code)));
  return confirmed.map((each) => [each?.says.contest?.en, each?.says.rank, each?.state]);
}
