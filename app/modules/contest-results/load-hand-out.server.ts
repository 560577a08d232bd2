import { ownFamily } from "#app/modules/vehicle/own-family.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { InBoth } from "#app/platform/words/in-language.ts";
import { bracketName, loadContestWords } from "./load-contest-words.server.ts";

/** What became of a prize: to hand over, given up as nobody came for it, handed over, or won by another child since. */
export type HandOutState =
  | "to-hand-over"
  | "given-up"
  | "handed-over"
  | "awaited"
  | "kept"
  | "back";

/** A prize on the list of an event. */
export type HandOutPrize = {
  awardId: number;
  number: number;
  /** Whose it is; null of an entry that is nobody's, or of one who has left the club. */
  name: string | null;
  rank: number;
  title: InBoth;
  state: HandOutState;
  /** It is of the family of whoever looks: a colleague hands it over. */
  isOwn: boolean;
  /** Pieces of it that are free, where it waits for one. */
  waitsForPiece: boolean;
  handedOver: { at: Date; by: string } | null;
  /** When nobody had come for it, and what was noted. */
  givenUp: { at: Date; by: string; why: string } | null;
};

export type HandOutGroup = {
  contestId: number;
  contest: InBoth;
  /** Of a special award: its prize has the contest's name. */
  isAward: boolean;
  /** Empty where all are ranked together. */
  group: InBoth;
  /** From the last prize to the first, as they are called onto a stage. */
  prizes: HandOutPrize[];
};

/**
 * Every prize of an event's published contests, by contest and age group.
 *
 * @param by who looks.
 */
export async function loadHandOut(on: Db, eventId: number, by: number): Promise<HandOutGroup[]> {
  const contests = await on.contest.findMany({
    where: { eventId, state: "published" },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, titleEn: true, titleZh: true, kind: true },
  });
  if (contests.length === 0) return [];
  const words = await loadContestWords(on, { eventId });
  const awards = await on.contestAward.findMany({
    where: {
      entry: { contestId: { in: contests.map(({ id }) => id) } },
      // What ended before anybody had it is of no interest here.
      OR: [{ endedAt: null }, { after: { not: null } }],
    },
    orderBy: [{ prize: { rank: "desc" } }, { entry: { number: "asc" } }],
    select: {
      ...{ id: true, endedAt: true, after: true, waitsForPiece: true },
      ...{ handedOverAt: true, handedOverBy: true },
      ...{ givenUpAt: true, givenUpBy: true, givenUpWhy: true },
      prize: { select: { rank: true, titleEn: true, titleZh: true } },
      entry: { select: { number: true, bracket: true, contestId: true } },
      person: { select: { name: true } },
      registration: {
        select: { memberId: true, member: { select: { person: { select: { closedAt: true } } } } },
      },
    },
  });
  const names = await namesOf(
    on,
    awards.flatMap(({ handedOverBy, givenUpBy }) => handedOverBy ?? givenUpBy ?? []),
  );
  const family = await ownFamily(on, by);
  const brackets: (string | null)[] = [...words.brackets.keys(), null];
  return contests.flatMap((contest) =>
    brackets.flatMap((bracket): HandOutGroup[] => {
      const won = awards.filter(
        ({ entry }) => entry.contestId === contest.id && entry.bracket === bracket,
      );
      if (won.length === 0) return [];
      return [
        {
          ...{ contestId: contest.id, isAward: contest.kind === "chosen" },
          contest: { en: contest.titleEn, zh: contest.titleZh },
          group: bracketName(words, bracket),
          prizes: won.map((award) => prizeOf(award, { names, family })),
        },
      ];
    }),
  );
}

async function namesOf(on: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const people = await on.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, name: true },
  });
  return new Map(people.map(({ id, name }) => [id, name]));
}

type AwardRow = {
  id: number;
  endedAt: Date | null;
  after: string | null;
  waitsForPiece: boolean;
  handedOverAt: Date | null;
  handedOverBy: number | null;
  givenUpAt: Date | null;
  givenUpBy: number | null;
  givenUpWhy: string | null;
  prize: { rank: number; titleEn: string; titleZh: string };
  entry: { number: number };
  person: { name: string } | null;
  registration: {
    memberId: number | null;
    member: { person: { closedAt: Date | null } } | null;
  } | null;
};

type Seen = { names: ReadonlyMap<number, string>; family: ReadonlySet<number> };

function prizeOf(award: AwardRow, { names, family }: Seen): HandOutPrize {
  const { prize, entry, person, registration, handedOverAt, handedOverBy } = award;
  const { givenUpAt, givenUpBy, givenUpWhy } = award;
  const hasLeft = registration?.member?.person.closedAt != null;
  return {
    ...{ awardId: award.id, number: entry.number, waitsForPiece: award.waitsForPiece },
    name: hasLeft ? null : (person?.name ?? null),
    rank: prize.rank,
    title: { en: prize.titleEn, zh: prize.titleZh },
    state: stateOf(award),
    isOwn: family.has(registration?.memberId ?? 0),
    handedOver:
      handedOverAt === null ? null : { at: handedOverAt, by: names.get(handedOverBy ?? 0) ?? "" },
    givenUp:
      givenUpAt === null
        ? null
        : { at: givenUpAt, by: names.get(givenUpBy ?? 0) ?? "", why: givenUpWhy ?? "" },
  };
}

function stateOf({ endedAt, after, handedOverAt, givenUpAt }: AwardRow): HandOutState {
  if (endedAt !== null) return after as "awaited" | "kept" | "back";
  if (handedOverAt !== null) return "handed-over";
  return givenUpAt === null ? "to-hand-over" : "given-up";
}
