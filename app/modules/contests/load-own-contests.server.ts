import { Prisma } from "#app/generated.server/prisma/client.ts";
import { type EventPlan, readPlan } from "#app/modules/events/plan.ts";
import type { Db } from "#app/platform/db.server.ts";
import { queryRows } from "#app/platform/query-rows.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { mayEnter } from "./may-enter.ts";
import { type ContestState, type OpenTo, readTerms } from "./terms.ts";
import { partiesLetIn } from "./vote.server.ts";

type Row = {
  contestId: number;
  state: ContestState;
  kind: string;
  terms: unknown;
  titleEn: string;
  titleZh: string;
  aboutEn: string;
  aboutZh: string;
  brackets: string[];
  openTo: OpenTo;
  entriesUntil: Date | null;
  calledOffEn: string | null;
  calledOffZh: string | null;
  eventId: number;
  slug: string;
  plan: unknown;
  registrationId: number;
  people: {
    id: number;
    name: string;
    role: "adult" | "child";
    bracket: string | null;
    consents: string[];
    isComing: boolean;
    entryId: number | null;
    number: number | null;
    entryState: "in" | "withdrawn" | null;
    pictureId: number | null;
  }[];
};

/**
 * The contests of the events that a member's parties come to or came to, the newest event first, each with who of their
 * party may enter and which entry they have. Drafts are not among them.
 */
export async function loadOwnContests(on: Db, memberId: number) {
  const rows = await queryRows<Row>(
    on,
    Prisma.sql`
    select contest.id as "contestId", contest.state, kind, terms, title_en as "titleEn", title_zh as "titleZh",
      about_en as "aboutEn", about_zh as "aboutZh", brackets, open_to as "openTo", entries_until as "entriesUntil",
      called_off_en as "calledOffEn", called_off_zh as "calledOffZh", event.id as "eventId", event.slug, event.plan,
      party.id as "registrationId",
      (select coalesce(jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name, 'role', person.role,
          'bracket', person.bracket, 'consents', person.consents, 'entryId', entry.id, 'number', entry.number,
          'isComing', person.state = 'coming' and party.state = 'registered', 'entryState', entry.state,
          'pictureId', (select picture.id from contest_picture picture
            where picture.entry_id = entry.id and picture.removed_at is null order by position limit 1))
          order by person.id), '[]')
        from registration_person person
        left join contest_entry entry on entry.contest_id = contest.id and entry.registration_person_id = person.id
        where person.registration_id = party.id and (entry.id is not null or person.state = 'coming')
          and (contest.open_to = 'everybody' or person.role = 'child')) as people
    from registration party
    join event on event.id = party.event_id
    join contest on contest.event_id = event.id and contest.state <> 'draft'
    where party.member_id = ${memberId} and party.state in ('registered', 'cancelled')
    order by event.starts_at desc, contest.position, contest.id, party.id
    limit 60`,
  );
  return rows
    .filter(({ people }) => people.some((each) => each.entryId !== null || each.isComing))
    .map(readOwn);
}

function readOwn(row: Row) {
  const plan: EventPlan = readPlan(row.plan);
  const contest = { openTo: row.openTo, brackets: row.brackets, consents: plan.consents };
  return {
    ...{ id: row.contestId, state: row.state, eventId: row.eventId, slug: row.slug },
    ...{ registrationId: row.registrationId, entriesUntil: row.entriesUntil },
    terms: readTerms(row.kind, row.terms),
    title: { en: row.titleEn, zh: row.titleZh } satisfies InBoth,
    about: { en: row.aboutEn, zh: row.aboutZh } satisfies InBoth,
    eventTitle: plan.title,
    calledOff: row.calledOffEn === null ? null : { en: row.calledOffEn, zh: row.calledOffZh ?? "" },
    people: row.people.map(({ consents, ...person }) => {
      const may = mayEnter(contest, { ...person, consents }, { source: "home", bracket: null });
      return {
        ...person,
        bracketName: plan.brackets.find(({ key }) => key === person.bracket)?.name ?? null,
        /** Why they cannot be entered from home; null where they can. */
        refusal: may.ok ? null : may.refusal,
      };
    }),
  };
}

export type OwnContest = Awaited<ReturnType<typeof loadOwnContests>>[number];

/** Whom a party can vote for in contests that are open, and for whom it did: by numbers, as they hang in the hall. */
export async function loadOwnVotes(on: Db, contests: readonly OwnContest[]) {
  const ballots = await ballotsOf(on, contests);
  if (ballots.length === 0) return [];
  const contestIds = ballots.map(({ id }) => id);
  const entries = await on.contestEntry.findMany({
    where: { contestId: { in: contestIds }, state: "in" },
    orderBy: { number: "asc" },
    select: { id: true, number: true, contestId: true, registrationId: true },
  });
  const given = await on.contestVote.findMany({
    where: {
      contestId: { in: contestIds },
      registrationId: { in: ballots.map(({ registrationId }) => registrationId) },
    },
    select: { contestId: true, registrationId: true, entryId: true },
  });
  return ballots.map(({ id: contestId, registrationId }) => ({
    ...{ contestId, registrationId },
    entryId:
      given.find((each) => each.contestId === contestId && each.registrationId === registrationId)
        ?.entryId ?? null,
    // What is nobody's yet is of no party, and can be voted for.
    entries: entries
      .filter((each) => each.contestId === contestId && each.registrationId !== registrationId)
      .map(({ id, number }) => ({ id, number })),
  }));
}

/** The votes that parties who came have in contests that are open. */
async function ballotsOf(on: Db, contests: readonly OwnContest[]): Promise<OwnContest[]> {
  const open = contests.filter(
    ({ terms, state }) => terms.kind === "chosen" && terms.by === "vote" && state === "open",
  );
  const ballots: OwnContest[] = [];
  for (const eventId of new Set(open.map((contest) => contest.eventId))) {
    const ofEvent = open.filter((contest) => contest.eventId === eventId);
    const parties = ofEvent.map(({ registrationId }) => registrationId);
    const there = await partiesLetIn(on, eventId, parties);
    ballots.push(...ofEvent.filter(({ registrationId }) => there.has(registrationId)));
  }
  return ballots;
}
