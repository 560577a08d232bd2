import { beforeAll, describe, expect, test } from "vitest";
import { erasures } from "#app/features.server.ts";
import { closeAccount } from "#app/modules/account/close-account.server.ts";
import { confirmCertificate } from "#app/modules/certificates/confirm-certificate.server.ts";
import { correctName } from "#app/modules/certificates/correct-name.server.ts";
import {
  loadOwnCertificates,
  loadPrintedOfEvent,
} from "#app/modules/certificates/load-certificates.server.ts";
import { ensureClub } from "#app/modules/club/ensure-club.server.ts";
import { forgetOwnEntry } from "#app/modules/contests/own-entries.server.ts";
import { assignEntry } from "#app/modules/contests/settle-entry.server.ts";
import { db } from "#app/platform/db.server.ts";
import { aJudgedContest, correct, published } from "../../support/contest-results.ts";
import { aFamily } from "../../support/contests.ts";
import { testDatabase } from "../../support/database.ts";
import { anOrganiser } from "../../support/events.ts";
import { correctForSecond, issued } from "./ranking-fixtures.ts";

testDatabase();
beforeAll(() => ensureClub(db()));

type Contest = Awaited<ReturnType<typeof aJudgedContest>>;

/** The first child of the age group, whom a correction makes the second. */
const winnerOf = ({ children, entries }: Contest) => {
  const [child, entry] = [children[0], entries[0]];
  if (!child || !entry) throw new Error("Nobody is in it.");
  return { ...child, entryId: entry.entryId };
};

const steps = {
  /** What the winner's family does when it closes its account. */
  leave: async (contest: Contest) => {
    const { member } = winnerOf(contest);
    const data = { closesAt: new Date(), closingAskedAt: new Date() };
    await db().person.update({ where: { id: member.id }, data });
    expect(await closeAccount(member.id, erasures)).toBe("closed");
  },
  /** Taking the child's name and picture out of the contest alone. */
  forget: async (contest: Contest) => {
    const { entryId, member } = winnerOf(contest);
    expect(await forgetOwnEntry({ entryId, memberId: member.memberId })).toBe(true);
  },
  /** The child does not belong to the party any more. */
  out: async (contest: Contest) => {
    const { personId } = winnerOf(contest);
    await db().registrationPerson.update({ where: { id: personId }, data: { state: "out" } });
  },
  correct: correctForSecond,
  issue: async ({ eventId }: Contest) => {
    expect(await issued(eventId)).toMatchObject({ ok: true });
  },
};
type Step = keyof typeof steps;

/** What the code on the winner's paper says after what was done, in its order. */
async function saidAfter(...order: Step[]) {
  const contest = await aJudgedContest();
  await published(contest.contestId);
  await issued(contest.eventId);
  const { code } = await db().certificate.findFirstOrThrow({
    where: { personId: winnerOf(contest).personId, kind: "place" },
  });
  for (const step of order) await steps[step](contest);
  const said = await confirmCertificate(db(), code);
  return { state: said?.state, hasName: said?.name !== null, contest };
}

describe("the code of a winner's certificate says", () => {
  test.each<[Step[], string, boolean]>([
    [["leave"], "valid", false],
    [["leave", "issue"], "valid", false],
    [["leave", "correct"], "corrected", false],
    [["leave", "correct", "issue"], "withdrawn", false],
    [["leave", "issue", "correct"], "corrected", false],
    [["correct", "leave"], "corrected", false],
    [["correct", "leave", "issue"], "withdrawn", false],
    [["correct", "issue", "leave"], "replaced", false],
    [["forget"], "valid", false],
    [["forget", "issue"], "valid", false],
    [["forget", "correct"], "corrected", false],
    [["forget", "correct", "issue"], "withdrawn", false],
    [["forget", "leave", "correct"], "corrected", false],
    [["correct", "forget"], "corrected", false],
    [["correct", "forget", "issue"], "withdrawn", false],
    [["out"], "valid", true],
    [["out", "issue"], "valid", true],
    [["out", "correct"], "corrected", true],
    [["out", "correct", "issue"], "replaced", true],
    [["out", "leave", "correct"], "corrected", false],
  ])("after %j: %s, with a name: %s", async (order, state, hasName) => {
    expect(await saidAfter(...order)).toMatchObject({ state, hasName });
  });
});

test("whom a correction left with nothing of the same has none printed anew, and the new winner has", async () => {
  const { contest } = await saidAfter("leave", "correct", "issue");
  const printed = await loadPrintedOfEvent(db(), contest.eventId);
  const ranks = (at: number) =>
    printed.flatMap(({ personId, says }) =>
      personId === contest.children[at]?.personId && says.rank !== null ? [says.rank] : [],
    );
  expect([ranks(0), ranks(1)]).toEqual([[], [1]]);
});

test("a certificate issued after the winner has left is nobody's", async () => {
  const contest = await aJudgedContest();
  await published(contest.contestId);
  await steps.leave(contest);
  await steps.issue(contest);
  const { personId } = winnerOf(contest);
  expect(await db().certificate.count({ where: { personId } })).toBe(0);
});

test("a child taken out of a contest is on no certificate of it, whoever does what at that moment", async () => {
  const contest = await aJudgedContest();
  const { eventId } = contest;
  const { entryId, member, personId, name } = winnerOf(contest);
  await published(contest.contestId);
  await issued(eventId);
  const { code } = await db().certificate.findFirstOrThrow({ where: { personId, kind: "place" } });
  await Promise.all([
    forgetOwnEntry({ entryId, memberId: member.memberId }),
    correctName({ eventId, code, name: `${name} Junior` }, await anOrganiser()),
    issued(eventId),
  ]);
  await issued(eventId);
  const own = await loadOwnCertificates(db(), member.memberId);
  expect(own.filter(({ kind }) => kind === "place")).toEqual([]);
  const named = { contestId: contest.contestId, name: { startsWith: name } };
  expect(await db().certificate.count({ where: named })).toBe(0);
});

test("whose picture turned out to be another child's does not have the place when that child is taken out", async () => {
  const contest = await aJudgedContest();
  const { contestId, eventId } = contest;
  const { entryId, personId } = winnerOf(contest);
  await published(contestId);
  await issued(eventId);
  const { code } = await db().certificate.findFirstOrThrow({ where: { personId, kind: "place" } });
  const said = async () => (await confirmCertificate(db(), code))?.state;
  const other = await aFamily({ eventId }, { name: "Mia Lin" });
  const asked = { contestId, entryId, personId: other.personId, bracket: null, replace: false };
  expect(await assignEntry(asked, await anOrganiser())).toMatchObject({ ok: true });
  expect(await said()).toBe("corrected");
  await steps.leave(contest);
  expect(await said()).toBe("corrected");
  await correct(contestId);
  await forgetOwnEntry({ entryId, memberId: other.member.memberId });
  expect(await said()).toBe("corrected");
  await issued(eventId);
  expect(await said()).toBe("withdrawn");
});
