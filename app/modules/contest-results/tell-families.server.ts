import { writeLetterTo } from "#app/modules/letters/write-letter-to.server.ts";
import type { Db } from "#app/platform/db.server.ts";
import { rankShown } from "./award-points.server.ts";
import { bracketName } from "./load-contest-words.server.ts";
import type { KeptPrize } from "./load-prizes.server.ts";
import type { NamedVersion, NewAward } from "./settle-awards.server.ts";
import type { StandingAwardRow } from "./standing-awards.server.ts";

type Settled = {
  ended: readonly StandingAwardRow[];
  awards: readonly NewAward[];
  prizeOf: (id: number) => KeptPrize;
};

/** What a ranking changes for one entry of one family. */
type Change = {
  registrationId: number;
  entryId: number;
  number: number;
  bracket: string | null;
  before: StandingAwardRow | null;
  after: NewAward | null;
};

/**
 * Writes to the families for whom a ranking changes something: what they won, and of a correction what they had before.
 * Nobody is told of others.
 */
export async function tellFamilies(tx: Db, settled: Settled, version: NamedVersion): Promise<void> {
  const changes = changesOf(settled);
  const readers = await readersOf(
    tx,
    changes.map(({ registrationId }) => registrationId),
  );
  const names = await namesOf(tx, settled.awards);
  const { contest, words, rankingId, reason, back } = version;
  for (const { registrationId, entryId, number, bracket, before, after } of changes) {
    const reader = readers.get(registrationId);
    if (!reader) continue;
    const group = bracketName(words, bracket);
    const about = {
      who: names.get(entryId) ?? before?.person?.name ?? `#${number}`,
      ...{ number, registrationId, slug: words.slug },
      ...{ contestEn: contest.title.en, contestZh: contest.title.zh },
      ...{ groupEn: group.en, groupZh: group.zh },
    };
    const prizeOf = ({ rank, title, points }: KeptPrize) => ({
      ...{ rank: rankShown(contest.terms, rank), titleEn: title.en, titleZh: title.zh, points },
    });
    // What is told is what was given: whose account is closed got no points.
    const now = after && prizeOf(after.prize);
    const dedupKey = `contest:${rankingId}/${entryId}/${registrationId}`;
    if (reason === null) {
      if (now) {
        const props = { ...about, prize: now };
        await writeLetterTo(tx, reader, { template: "contest-won", props, dedupKey });
      }
      continue;
    }
    const was = before && { ...prizeOf(settled.prizeOf(before.prizeId)), points: before.points };
    const isOut = before !== null && before.handedOverAt !== null;
    await writeLetterTo(tx, reader, {
      template: "contest-corrected",
      props: {
        ...about,
        ...{ reasonEn: reason.en, reasonZh: reason.zh, before: was, after: now },
        handedOver: isOut ? (back.includes(before.id) ? "awaited" : "kept") : null,
      },
      dedupKey,
    });
  }
}

/** What ended and what was given, of the same entry and family together. */
function changesOf({ ended, awards }: Settled): Change[] {
  const changes = new Map<string, Change>();
  const changeOf = (of: Omit<Change, "before" | "after">) => {
    const key = `${of.entryId} ${of.registrationId}`;
    const change = changes.get(key) ?? { ...of, before: null, after: null };
    changes.set(key, change);
    return change;
  };
  for (const award of ended) {
    const { registrationId, entryId, entry } = award;
    if (registrationId === null) continue;
    changeOf({ registrationId, entryId, ...entry }).before = award;
  }
  for (const award of awards) {
    const { registrationId, entryId, number, bracket } = award;
    if (registrationId === null) continue;
    changeOf({ registrationId, entryId, number, bracket }).after = award;
  }
  return [...changes.values()];
}

/** Whom to write to of each party: its member, where there is one. */
async function readersOf(tx: Db, registrationIds: readonly number[]) {
  const rows = await tx.registration.findMany({
    where: { id: { in: [...registrationIds] } },
    select: {
      id: true,
      member: {
        select: {
          person: { select: { id: true, name: true, email: true, locale: true, closedAt: true } },
        },
      },
    },
  });
  return new Map(rows.flatMap(({ id, member }) => (member ? [[id, member.person] as const] : [])));
}

/** Who won, by the entry. */
async function namesOf(tx: Db, awards: readonly NewAward[]): Promise<Map<number, string>> {
  const people = await tx.registrationPerson.findMany({
    where: { id: { in: awards.flatMap(({ registrationPersonId }) => registrationPersonId ?? []) } },
    select: { id: true, name: true },
  });
  const byId = new Map(people.map(({ id, name }) => [id, name]));
  return new Map(
    awards.flatMap(({ entryId, registrationPersonId }) => {
      const name = registrationPersonId === null ? undefined : byId.get(registrationPersonId);
      return name === undefined ? [] : [[entryId, name] as const];
    }),
  );
}
