import { loadClub } from "#app/modules/club/load-club.server.ts";
import type { Balance } from "#app/modules/ledger/entry.ts";
import { loadBalances } from "#app/modules/ledger/load-balances.server.ts";
import { loadRuleBook } from "#app/modules/rulebook/load-rule-book.server.ts";
import { rulesAt } from "#app/modules/rulebook/rule-book.ts";
import { loadTierStatuses } from "#app/modules/standing/load-tier-statuses.server.ts";
import { clubTime } from "#app/platform/club-time.ts";
import type { Db } from "#app/platform/db.server.ts";
import {
  type Candidate,
  countCandidates,
  type FilterContext,
  loadCandidates,
  type Place,
} from "./member-candidates.server.ts";
import type { MemberFilter } from "./member-filter.ts";
import { asksTheClock, type ClockFacts, matches } from "./member-matches.ts";

/** A member who matches, with what the clock says of them. */
export type ListedMember = Candidate & ClockFacts;

/** What a filter means today. */
export async function filterContext(now = new Date()): Promise<FilterContext> {
  const [{ timeZone }, book] = await Promise.all([loadClub(), loadRuleBook()]);
  const time = clubTime(timeZone);
  return { time, today: time.dayOf(now), tiers: rulesAt(book, now).rules.tiers };
}

/** Candidates that one page looks through at the most, before it says that there may be more further on. */
const MOST_LOOKED_AT = 4_000;
const BATCH_SIZE = 500;

/**
 * A page of the members who match a filter, in the order that the filter names.
 *
 * @returns at most `limit` members, and behind whom the next page begins, null on the last one. Where
 *   matches are so rare that {@link MOST_LOOKED_AT} candidates bring none, a page can be short or empty
 *   and have a next one all the same.
 */
export async function listMembers(
  db: Db,
  filter: MemberFilter,
  context: FilterContext,
  page: { after: Place | null; limit: number },
): Promise<{ members: ListedMember[]; next: Place | null }> {
  const found: ListedMember[] = [];
  let { after } = page;
  for (let lookedAt = 0; lookedAt < MOST_LOOKED_AT; ) {
    const limit = lookedAt === 0 ? page.limit + 1 : BATCH_SIZE;
    const candidates = await loadCandidates(db, filter, context, { after, limit });
    found.push(...(await matching(db, candidates, filter, context)));
    if (found.length > page.limit) {
      const members = found.slice(0, page.limit);
      return { members, next: members.at(-1) ?? null };
    }
    if (candidates.length < limit) return { members: found, next: null };
    after = candidates.at(-1) ?? null;
    lookedAt += candidates.length;
  }
  return { members: found, next: after };
}

/** Those of some candidates who do match, with what the clock says of them. */
export async function matching(
  db: Db,
  candidates: Candidate[],
  filter: MemberFilter,
  context: FilterContext,
): Promise<ListedMember[]> {
  if (candidates.length === 0) return [];
  const [standings, balances] = await Promise.all([
    loadTierStatuses(
      db,
      candidates.map(({ id }) => id),
    ),
    loadBalances(
      db,
      candidates.map(({ accountId }) => accountId),
    ),
  ]);
  return candidates.flatMap((candidate) => {
    const standing = standings.get(candidate.id)?.standing;
    const balance = balances.get(candidate.accountId);
    if (!standing || !balance) throw new Error(`Member ${candidate.number} has no account.`);
    const facts: { standing: typeof standing; balance: Balance } = { standing, balance };
    return matches(filter, facts, context) ? [{ ...candidate, ...facts }] : [];
  });
}

/** How many members match; where `more`, at least so many. */
export type MemberCount = { count: number; more: boolean };

/** Members are counted to here, exactly; and looked at one by one to there, where the clock decides. */
const COUNTED_TO = 10_000;
const LOOKED_AT_TO = 2_000;

/** Counts the members who match a filter, as far as can be told while somebody waits. */
export async function countMembers(
  db: Db,
  filter: MemberFilter,
  context: FilterContext,
): Promise<MemberCount> {
  if (!asksTheClock(filter)) {
    const count = await countCandidates(db, filter, context, COUNTED_TO + 1);
    return { count: Math.min(count, COUNTED_TO), more: count > COUNTED_TO };
  }
  const limit = LOOKED_AT_TO + 1;
  const candidates = await loadCandidates(db, filter, context, { after: null, limit });
  const found = await matching(db, candidates.slice(0, LOOKED_AT_TO), filter, context);
  return { count: found.length, more: candidates.length > LOOKED_AT_TO };
}

/** Where a page begins whose address names the last member of the one before it; null at the start. */
export async function placeOf(db: Db, number: string | null): Promise<Place | null> {
  if (number === null) return null;
  const [place] = await db.$queryRaw<Place[]>`
    select member.id, member.person_id as "personId", member.number, person.name,
      member.joined_on::text as "joinedOn"
    from member join person on person.id = member.person_id where member.number = ${number}`;
  return place ?? null;
}
