import { contestOf, type KeptContest } from "#app/modules/contests/contest-row.server.ts";
import { loadPrizeGifts } from "#app/modules/gifts/load-prize-gifts.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { prizesInAll } from "./allot-prizes.ts";
import { bracketName, type ContestWords, loadContestWords } from "./load-contest-words.server.ts";
import { type KeptPrize, loadPrizes } from "./load-prizes.server.ts";
import { planAwards } from "./plan-awards.ts";
import { type ShortOf, shortOf } from "./prizes.ts";
import { hasChanged } from "./publish-ranking.server.ts";
import { loadRanked, type NotRanked, type Ranked, winnersOf } from "./ranked.server.ts";
import { loadStandingAwards, type StandingAwardRow } from "./standing-awards.server.ts";

export type KeptGroup = {
  group: InBoth;
  places: {
    number: number;
    rank: number;
    total: number;
    tie: string | null;
    /** The prize as it would be given; null for none, and where it is not settled. */
    prize: { rank: number; title: InBoth } | null;
  }[];
};

/** What a correction would change of prizes. */
export type KeptChange = {
  awardId: number | null;
  number: number;
  before: InBoth | null;
  after: InBoth | null;
  /** The family has it already: whether it is to come back is for staff to say. */
  isOut: boolean;
};

export type KeptResults = {
  contest: Pick<KeptContest, "id" | "eventId" | "title" | "state" | "terms" | "brackets">;
  slug: string;
  /** What the event's age groups are called, by their keys. */
  groupNames: Record<string, InBoth>;
  prizes: KeptPrize[];
  /** Prizes in all, and how many of them would be given. */
  inAll: number;
  given: number;
  /** What keeps it from being a ranking; null where it is whole. Nothing of all that: nobody is in it. */
  missing: {
    /** Who has not scored all they have to. */
    judges: { name: string; entries: number[] }[];
    /** Numbers of entries that no judge may judge. */
    unjudged: number[];
    /** Age groups in which nobody was chosen. */
    unchosen: InBoth[];
  } | null;
  /** Numbers of entries of which nothing was measured, or for which nobody voted. */
  without: number[];
  groups: KeptGroup[];
  /** Numbers of those who come equal where a prize ends: told apart by the draw of the seed. */
  tied: { group: InBoth; numbers: number[] }[];
  /** For who publishes: see `Ranked.seen`. */
  seen: string;
  versions: { version: number; at: Date; by: string; reason: InBoth | null }[];
  /** Gifts of which too few pieces are free for all that can be won. */
  short: ShortOf[];
  /** Whether it differs from what was published last. */
  isChanged: boolean;
  changes: KeptChange[];
  /** It is public, and there is no draw yet among the families who came. */
  maySetUpDraw: boolean;
};

/** A contest's result as whoever keeps it sees it: before it is published, and afterwards. */
export async function loadKeptResults(
  on: Db,
  { eventId, contestId }: { eventId: number; contestId: number },
): Promise<KeptResults | null> {
  const contest = await contestOf(on, contestId);
  if (contest?.eventId !== eventId) return null;
  const words = await loadContestWords(on, contest);
  const ranked = await loadRanked(on, contest);
  const prizes = ranked.ready ? ranked.prizes : await loadPrizes(on, contestId);
  const rankings = await on.contestRanking.findMany({
    where: { contestId },
    orderBy: { version: "asc" },
    omit: { paper: true },
  });
  const last = rankings.at(-1);
  const isChanged = Boolean(
    last && ranked.ready && (await hasChanged(on, contest, last.id, ranked)),
  );
  const { id, title, state, terms, brackets } = contest;
  return {
    contest: { id, eventId, title, state, terms, brackets },
    ...{ slug: words.slug, prizes, isChanged },
    groupNames: Object.fromEntries(words.brackets),
    maySetUpDraw: last !== undefined && !(await hasDraw(on, eventId)),
    inAll: prizesInAll(prizes, brackets.length),
    short: last ? [] : await loadShort(on, prizes, brackets.length),
    ...facts(ranked, words),
    versions: await versionsOf(on, rankings),
    changes: isChanged && ranked.ready ? await changesOf(on, contestId, ranked) : [],
  };
}

/** Before it is public: then pieces are kept, and whoever waits for one is said to on the list of prizes. */
const loadShort = async (on: Db, prizes: readonly KeptPrize[], brackets: number) =>
  prizes.some(({ variantId }) => variantId !== null)
    ? shortOf(prizes, brackets, await loadPrizeGifts(on))
    : [];

/** Whether there is a draw among the parties of an event, be it that it is not drawn. */
const hasDraw = async (on: Db, eventId: number) =>
  (await on.draw.count({
    where: { entrants: { path: ["eventId"], equals: eventId }, state: { not: "called-off" } },
  })) > 0;

function facts(
  ranked: Ranked | NotRanked,
  words: ContestWords,
): Pick<KeptResults, "given" | "missing" | "without" | "groups" | "tied" | "seen"> {
  if (!ranked.ready) {
    const missing = missingOf(ranked, words);
    return { ...{ given: 0, missing, without: [] }, ...{ groups: [], tied: [], seen: "" } };
  }
  const { allotted, places, prizes, seen, without } = ranked;
  const brackets = [...new Set(places.map(({ bracket }) => bracket))];
  const titles = new Map(prizes.map(({ id, rank, title }) => [id, { rank, title }]));
  const prizeOf = (entryId: number) =>
    (allotted.ok && titles.get(allotted.prizes.get(entryId) ?? 0)) || null;
  return {
    given: allotted.ok ? allotted.prizes.size : 0,
    ...{ missing: null, without },
    groups: brackets.map((bracket) => ({
      group: bracketName(words, bracket),
      places: places
        .filter((place) => place.bracket === bracket)
        .map(({ entryId, number, rank, total, tie }) => ({
          ...{ number, rank, total, tie, prize: prizeOf(entryId) },
        })),
    })),
    tied: allotted.ok
      ? []
      : allotted.tied.map(({ bracket, numbers }) => ({
          group: bracketName(words, bracket),
          numbers,
        })),
    seen,
  };
}

const missingOf = ({ missing, unjudged, unchosen }: NotRanked, words: ContestWords) => ({
  judges: missing.map(({ name, entries }) => ({
    name,
    entries: entries.map(({ number }) => number),
  })),
  unjudged: unjudged.map(({ number }) => number),
  unchosen: unchosen.map((bracket) => bracketName(words, bracket)),
});

async function versionsOf(
  on: Db,
  rankings: readonly {
    version: number;
    publishedAt: Date;
    publishedBy: number;
    reasonEn: string | null;
    reasonZh: string | null;
  }[],
): Promise<KeptResults["versions"]> {
  const people = await on.person.findMany({
    where: { id: { in: rankings.map(({ publishedBy }) => publishedBy) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rankings.map(({ version, publishedAt, publishedBy, reasonEn, reasonZh }) => ({
    ...{ version, at: publishedAt, by: names.get(publishedBy) ?? "" },
    reason: reasonEn === null ? null : { en: reasonEn, zh: reasonZh ?? "" },
  }));
}

async function changesOf(on: Db, contestId: number, ranked: Ranked): Promise<KeptChange[]> {
  const titles = new Map(ranked.prizes.map(({ id, title }) => [id, title]));
  const { ended, given } = planAwards(await loadStandingAwards(on, contestId), winnersOf(ranked));
  const changes = ended.map(
    (award: StandingAwardRow): KeptChange => ({
      ...{ awardId: award.id, number: award.entry.number, isOut: award.handedOverAt !== null },
      ...{ before: titles.get(award.prizeId) ?? null, after: null },
    }),
  );
  for (const { number, prizeId } of given) {
    const after = titles.get(prizeId) ?? null;
    const known = changes.find((change) => change.number === number);
    if (known) known.after = after;
    else changes.push({ awardId: null, number, before: null, after, isOut: false });
  }
  return changes;
}
