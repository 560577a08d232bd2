import { readTerms } from "#app/modules/contests/terms.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { rankShown } from "./award-points.server.ts";
import { bracketName, type ContestWords, loadContestWords } from "./load-contest-words.server.ts";
import { publicName } from "./public-name.ts";

/** A place of a published ranking, by the number of the entry. */
export type PublicPlace = {
  rank: number;
  number: number;
  /** Of those whose family wants it, and agrees that what they made is shown. */
  name: string | null;
  /** Null where nothing was won. */
  prize: { rank: number | null; title: InBoth } | null;
  settledBy: string | null;
};

export type PublicVersion = {
  version: number;
  at: Date;
  fingerprint: string;
  /** Why the one before did not stay. */
  reason: InBoth | null;
};

export type PublicResult = {
  contestId: number;
  title: InBoth;
  terms: ReturnType<typeof readTerms>;
  /** Every version that was published, the first one first. */
  versions: PublicVersion[];
  /** The one that is shown: the last, unless another was asked for. */
  shown: number;
  groups: { group: InBoth; places: PublicPlace[] }[];
};

export type PublicResults = { slug: string; event: InBoth; results: PublicResult[] };

/**
 * The results of an event's contests, as everybody sees them; null where there is no such event, or none of its contests is
 * published.
 *
 * @param asked an earlier version of one of them.
 */
export async function loadPublicResults(
  on: Db,
  slug: string,
  asked: { contestId: number; version: number } | null = null,
): Promise<PublicResults | null> {
  const contests = await on.contest.findMany({
    where: { state: "published", event: { slug } },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, eventId: true, kind: true, terms: true, titleEn: true, titleZh: true },
      rankings: { orderBy: { version: "asc" }, omit: { paper: true } },
    },
  });
  const [first] = contests;
  if (!first) return null;
  const words = await loadContestWords(on, first);
  const shown = contests.map(({ id, rankings }) => {
    const wanted = asked?.contestId === id ? asked.version : null;
    return rankings.find(({ version }) => version === wanted) ?? rankings.at(-1);
  });
  const places = await loadPlaces(
    on,
    shown.flatMap((ranking) => ranking?.id ?? []),
  );
  return {
    ...{ slug, event: words.event },
    results: contests.map(
      (contest, at): PublicResult => ({
        contestId: contest.id,
        title: { en: contest.titleEn, zh: contest.titleZh },
        terms: readTerms(contest.kind, contest.terms),
        versions: contest.rankings.map(
          ({ version, publishedAt, fingerprint, reasonEn, reasonZh }) => ({
            ...{ version, at: publishedAt, fingerprint },
            reason: reasonEn === null ? null : { en: reasonEn, zh: reasonZh ?? "" },
          }),
        ),
        shown: shown[at]?.version ?? 0,
        groups: groupsOf(
          places.filter(({ rankingId }) => rankingId === shown[at]?.id),
          contest.kind,
          words,
        ),
      }),
    ),
  };
}

const loadPlaces = (on: Db, rankingIds: readonly number[]) =>
  on.contestPlace.findMany({
    where: { rankingId: { in: [...rankingIds] } },
    orderBy: [{ rank: "asc" }, { entry: { number: "asc" } }],
    select: {
      ...{ rankingId: true, bracket: true, rank: true, settledBy: true },
      prize: { select: { rank: true, titleEn: true, titleZh: true } },
      entry: {
        select: {
          number: true,
          name: { select: { namedBy: true } },
          person: {
            select: {
              ...{ name: true, role: true, consents: true },
              registration: {
                select: {
                  member: { select: { personId: true, person: { select: { closedAt: true } } } },
                },
              },
            },
          },
        },
      },
    },
  });

type PlaceRow = Awaited<ReturnType<typeof loadPlaces>>[number];

function groupsOf(rows: readonly PlaceRow[], kind: string, words: ContestWords) {
  const brackets: (string | null)[] = [...words.brackets.keys(), null];
  const others = rows.map(({ bracket }) => bracket).filter((key) => !brackets.includes(key));
  return [...brackets, ...new Set(others)].flatMap((bracket) => {
    const ranked = rows.filter((row) => row.bracket === bracket);
    if (ranked.length === 0) return [];
    const places = ranked.map((row) => placeOf(row, kind, words));
    return [{ group: bracketName(words, bracket), places }];
  });
}

function placeOf(
  { rank, settledBy, prize, entry }: PlaceRow,
  kind: string,
  words: ContestWords,
): PublicPlace {
  return {
    ...{ rank, settledBy, number: entry.number, name: nameOf(entry, words) },
    prize: prize && {
      rank: rankShown({ kind }, prize.rank),
      title: { en: prize.titleEn, zh: prize.titleZh },
    },
  };
}

function nameOf({ name, person }: PlaceRow["entry"], { consents }: ContestWords): string | null {
  const member = person?.registration.member;
  return publicName(
    person && {
      ...{ name: person.name, role: person.role, consents: person.consents },
      isAsked: name !== null && name.namedBy === member?.personId,
      hasLeft: member?.person.closedAt != null,
    },
    consents,
  );
}

/** The paper of a version of a ranking; null where there is none. */
export async function loadPaper(
  on: Db,
  contestId: number,
  version: number,
): Promise<string | null> {
  const row = await on.contestRanking.findUnique({
    where: { contestId_version: { contestId, version } },
    select: { paper: true },
  });
  return row?.paper ?? null;
}
