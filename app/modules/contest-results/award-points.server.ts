import { loadClub } from "#app/modules/club/load-club.server.ts";
import { earnPoints } from "#app/modules/ledger/earn-points.server.ts";
import type { ContestMeta } from "#app/modules/ledger/entry.ts";
import { toPoints } from "#app/modules/ledger/points.ts";
import { reverseEntry } from "#app/modules/ledger/reverse-entry.server.ts";
import { lapsesAt } from "#app/modules/rulebook/lapse.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import { bracketName } from "./load-contest-words.server.ts";
import type { NamedVersion, NewAward } from "./settle-awards.server.ts";
import type { StandingAwardRow } from "./standing-awards.server.ts";

/** Why a prize that has points brought none: its family is not in the club, or has left it. */
export type NoPoints = "nobody" | "not-a-member" | "left";

/**
 * Takes back the points of prizes that ended and gives those of new ones, each to the account of the family's member. An
 * account that was closed owes nothing, and is given nothing.
 */
export async function movePoints(
  tx: Db,
  ended: readonly StandingAwardRow[],
  awards: readonly NewAward[],
  version: NamedVersion,
): Promise<void> {
  const accounts = await accountsOf(tx, [...ended, ...awards]);
  const accountOf = ({ registrationId }: { registrationId: number | null }) =>
    registrationId === null ? "nobody" : (accounts.get(registrationId) ?? "nobody");
  const moves: { accountId: number; move: () => Promise<unknown> }[] = [];
  for (const award of ended) {
    const accountId = accountOf(award);
    if (award.pointsEntryId === null || typeof accountId === "string") continue;
    moves.push({ accountId, move: () => takeBack(tx, award, version) });
  }
  const give = await giver(tx, version);
  for (const award of awards) {
    if (award.prize.points === 0) continue;
    const accountId = accountOf(award);
    if (typeof accountId === "string") await noteNone(tx, award, accountId);
    else moves.push({ accountId, move: () => give(award, accountId) });
  }
  // Accounts in their order; of one of them what is taken back comes first.
  for (const { move } of moves.sort((a, b) => a.accountId - b.accountId)) await move();
}

/** The account of each party's member, or why there is none. */
async function accountsOf(
  tx: Db,
  awards: readonly { registrationId: number | null }[],
): Promise<Map<number, number | NoPoints>> {
  const rows = await tx.registration.findMany({
    where: { id: { in: awards.flatMap(({ registrationId }) => registrationId ?? []) } },
    select: {
      id: true,
      member: { select: { accountId: true, person: { select: { closedAt: true } } } },
    },
  });
  return new Map<number, number | NoPoints>(
    rows.map(({ id, member }) => {
      if (!member) return [id, "not-a-member"];
      return [id, member.person.closedAt ? "left" : toPoints(member.accountId)];
    }),
  );
}

const takeBack = (tx: Db, { id, pointsEntryId }: StandingAwardRow, { now }: NamedVersion) =>
  reverseEntry(
    tx,
    {
      ...{ scope: "contest", key: `${id}/back`, entryId: toPoints(pointsEntryId as bigint) },
      meta: { for: "correction", reason: "ranking-corrected" },
    },
    now,
  );

const noteNone = (tx: Db, { awardId }: NewAward, noPoints: NoPoints) =>
  tx.contestAward.update({ where: { id: awardId }, data: { noPoints }, select: { id: true } });

/** What gives the points of an award: at once, for as long as any others. */
async function giver(tx: Db, version: NamedVersion) {
  const { now } = version;
  const { timeZone } = await loadClub(tx);
  const { rules } = rulesAt(await loadRuleBook(tx), now);
  return async (award: NewAward, accountId: number) => {
    const { points } = award.prize;
    const { entryId } = await earnPoints(
      tx,
      {
        ...{ scope: "contest", key: String(award.awardId), accountId, points },
        ...{ availableAt: now, effectiveAt: now, meta: metaOf(award, version) },
        lapsesAt: lapsesAt(now, rules.lapse.months, clubTime(timeZone)),
      },
      now,
    );
    await tx.contestAward.update({
      where: { id: award.awardId },
      data: { points, pointsEntryId: entryId },
      select: { id: true },
    });
  };
}

function metaOf(award: NewAward, { contest, version, words }: NamedVersion): ContestMeta {
  const { title, terms, eventId } = contest;
  const group = bracketName(words, award.bracket);
  return {
    for: "contest",
    ...{ contestId: contest.id, eventId, version, number: award.number },
    prize: rankShown(terms, award.prize.rank),
    ...{ title: title.en || title.zh, titleZh: title.zh || title.en },
    ...(award.bracket !== null && {
      bracket: group.en || group.zh,
      bracketZh: group.zh || group.en,
    }),
  };
}

/** 1 for a first prize; null of a special award, which is called as its contest is. */
export const rankShown = (terms: { kind: string }, rank: number): number | null =>
  terms.kind === "chosen" && rank === 1 ? null : rank;
