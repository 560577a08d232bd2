import type { Actor } from "#app/modules/access/actor.ts";
import { type KeptContest, lockContest } from "#app/modules/contests/contest-row.server.ts";
import { markPublished } from "#app/modules/contests/mark-published.server.ts";
import { fingerprintOf } from "#app/modules/draws/sequence.ts";
import { writeAudit } from "#app/platform/audit.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { inRetriedTransaction } from "#app/platform/transaction.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { writePaperOf } from "./load-paper.server.ts";
import { planAwards } from "./plan-awards.ts";
import { loadRanked, type NotRanked, type Ranked, winnersOf } from "./ranked.server.ts";
import { settleAwards } from "./settle-awards.server.ts";
import { loadStandingAwards } from "./standing-awards.server.ts";

export type PublishRequest = {
  eventId: number;
  contestId: number;
  /** The ranking that they have looked at: see `Ranked.seen`. */
  seen: string;
  /** The form's: sent twice it is published once. */
  requestKey: string;
};

export type CorrectRequest = PublishRequest & {
  /** Why the ranking before does not stay, as everybody reads it. */
  reason: InBoth;
  /** Ids of awards that were handed over, are won by others now, and are to come back; other ones are kept. */
  back: readonly number[];
};

export type PublishAnswer =
  | { ok: true; version: number }
  | {
      ok: false;
      refusal:
        | "no-such-contest"
        /** Entries still come. */
        | "not-closed"
        /** Somebody has published it meanwhile. */
        | "published"
        /** Nothing has been published that could be corrected. */
        | "not-published"
        /** A judge has not scored an entry, or nothing was measured of it: that is not a zero. */
        | "incomplete"
        /** Nobody is in it. */
        | "nobody"
        /** Something has changed since they looked. */
        | "seen-other"
        /** Who come equal would have different prizes. */
        | "tied"
        /** The ranking is what it was. */
        | "unchanged";
    };

/**
 * Publishes the first ranking of a contest: with its paper, the points and prizes of those who won, and letters to
 * them. Everything or nothing; of two who press at once one has done it.
 */
export function publishRanking(
  request: PublishRequest,
  actor: Actor,
  now = new Date(),
): Promise<PublishAnswer> {
  return inRetriedTransaction<PublishAnswer>(async (tx, rollBack) => {
    const contest = await lockContest(tx, request.contestId);
    const known = await knownVersion(tx, request);
    if (known) return known;
    if (contest?.eventId !== request.eventId || contest.state === "draft") {
      return { ok: false, refusal: "no-such-contest" };
    }
    if (contest.state === "published") return { ok: false, refusal: "published" };
    if (contest.state !== "closed") return { ok: false, refusal: "not-closed" };
    const before = await loadRanked(tx, contest);
    if (!before.ready) return { ok: false, refusal: refusalOf(before) };
    if (before.places.length === 0) return { ok: false, refusal: "nobody" };
    if (before.seen !== request.seen) return { ok: false, refusal: "seen-other" };
    const first = { version: 1, reason: null, back: [] };
    const answer = await publishVersion(tx, { contest, request, ...first, actor, now });
    return answer.ok ? answer : rollBack(answer);
  });
}

/**
 * Publishes a ranking again that has changed: a score was wrong, an entry is out, or it is another child's. The one before
 * stays readable; points and prizes follow where they differ.
 */
export function correctRanking(
  request: CorrectRequest,
  actor: Actor,
  now = new Date(),
): Promise<PublishAnswer> {
  return inRetriedTransaction<PublishAnswer>(async (tx) => {
    const contest = await lockContest(tx, request.contestId);
    const known = await knownVersion(tx, request);
    if (known) return known;
    if (contest?.eventId !== request.eventId || contest.state === "draft") {
      return { ok: false, refusal: "no-such-contest" };
    }
    if (contest.state !== "published") return { ok: false, refusal: "not-published" };
    const ranked = await loadRanked(tx, contest);
    if (!ranked.ready) return { ok: false, refusal: refusalOf(ranked) };
    if (ranked.seen !== request.seen) return { ok: false, refusal: "seen-other" };
    const last = await lastRanking(tx, contest.id);
    if (!(await hasChanged(tx, contest, last.id, ranked))) {
      return { ok: false, refusal: "unchanged" };
    }
    const { reason, back } = request;
    const version = last.version + 1;
    return publishVersion(tx, { contest, request, version, reason, back, actor, now });
  });
}

/** What was published under the form's key before. */
async function knownVersion(
  tx: Db,
  { contestId, requestKey }: PublishRequest,
): Promise<PublishAnswer | null> {
  const known = await tx.contestRanking.findUnique({ where: { requestKey } });
  return known?.contestId === contestId ? { ok: true, version: known.version } : null;
}

const lastRanking = (on: Db, contestId: number) =>
  on.contestRanking.findFirstOrThrow({
    where: { contestId },
    orderBy: { version: "desc" },
    select: { id: true, version: true },
  });

/**
 * Whether a ranking differs from the one that was published last, be it in what its places follow from alone, or who won
 * from who has the prizes.
 */
export async function hasChanged(
  on: Db,
  contest: KeptContest,
  rankingId: number,
  ranked: Ranked,
): Promise<boolean> {
  const { version, paper } = await on.contestRanking.findUniqueOrThrow({
    where: { id: rankingId },
    select: { version: true, paper: true },
  });
  const seed = contest.tieSeed ?? "";
  if ((await writePaperOf(on, contest, ranked, { version, seed })) !== paper) return true;
  const { ended, given } = planAwards(await loadStandingAwards(on, contest.id), winnersOf(ranked));
  return ended.length + given.length > 0;
}

/** Nothing is missing and there is no ranking: nobody is in it. */
const refusalOf = ({ missing, unjudged, unchosen }: NotRanked) =>
  missing.length + unjudged.length + unchosen.length === 0 ? "nobody" : "incomplete";

type Version = {
  contest: KeptContest;
  request: PublishRequest;
  version: number;
  reason: InBoth | null;
  back: readonly number[];
  actor: Actor;
  now: Date;
};

async function publishVersion(tx: Db, wanted: Version): Promise<PublishAnswer> {
  const { contest, request, version, reason, back, actor, now } = wanted;
  // Telling the seed settles the last ties: places are read with it.
  const seed = await markPublished(tx, contest, now);
  const ranked = await loadRanked(tx, contest);
  if (!ranked.ready) return { ok: false, refusal: refusalOf(ranked) };
  const { allotted } = ranked;
  if (!allotted.ok) return { ok: false, refusal: "tied" };
  const paper = await writePaperOf(tx, contest, ranked, { version, seed });
  const { id: rankingId } = await tx.contestRanking.create({
    data: {
      ...{ contestId: contest.id, version, paper, fingerprint: fingerprintOf(paper) },
      ...{ reasonEn: reason?.en ?? null, reasonZh: reason?.zh ?? null },
      ...{ requestKey: request.requestKey, publishedBy: actor.by, publishedAt: now },
    },
    select: { id: true },
  });
  await tx.contestPlace.createMany({
    data: ranked.places.map(({ entryId, bracket, rank, tie }) => ({
      ...{ rankingId, entryId, bracket, rank, settledBy: tie },
      prizeId: allotted.prizes.get(entryId) ?? null,
    })),
  });
  await settleAwards(tx, { contest, rankingId, version, reason, ranked, back, actor, now });
  await writeAudit(tx, {
    personId: actor.by,
    action: version === 1 ? "contest.published" : "contest.corrected",
    subject: `contest:${contest.id}`,
    detail: {
      ...{ contest: contest.title.en, version, entries: ranked.places.length },
      ...(reason && { reason: reason.en }),
    },
    address: actor.address,
  });
  return { ok: true, version };
}
