import type { TextVersion } from "#app/generated.server/prisma/client.ts";
import type { Db } from "#app/platform/db.server.ts";
import type { TextName } from "./club-texts.ts";
import { DEFAULT_TEXTS } from "./default-texts.ts";

export type ClubText = {
  name: TextName;
  version: number;
  en: string;
  zh: string;
  /** From when on it is this; null for what came with the program. */
  since: Date | null;
  /** The number of the version that holds now. */
  newest: number;
};

/**
 * A text of the club.
 *
 * @param version an earlier one, as somebody read it; without it, the one that holds now.
 * @returns null where there is no such version.
 */
export async function loadText(db: Db, name: TextName, version?: number): Promise<ClubText | null> {
  const rows = await db.textVersion.findMany({
    where: { name },
    orderBy: { version: "desc" },
    take: version === undefined ? 1 : undefined,
  });
  const newest = rows[0]?.version ?? 1;
  const wanted = version ?? newest;
  if (wanted === 1) return { name, version: 1, ...DEFAULT_TEXTS[name], since: null, newest };
  const row = rows.find((each) => each.version === wanted);
  return row ? { name, version: wanted, ...wordsOf(row), newest } : null;
}

const wordsOf = ({ bodyEn, bodyZh, createdAt }: TextVersion) => ({
  en: bodyEn,
  zh: bodyZh,
  since: createdAt,
});

/** Which version of the club's rules holds, and since which one members are asked again. */
export type RulesVersions = { version: number; askedSince: number };

/** Reads which version of the club's rules somebody who agrees now agrees to. */
export async function loadRulesVersions(db: Db): Promise<RulesVersions> {
  const [row] = await db.$queryRaw<RulesVersions[]>`
    select coalesce(max(version), 1)::int as version,
           coalesce(max(version) filter (where asks), 1)::int as "askedSince"
    from text_version where name = 'rules'`;
  return row as RulesVersions;
}

/**
 * The version of the club's rules that somebody read who now agrees to them.
 *
 * @param said by their form; one that is not there yet is taken for the newest.
 */
export async function rulesVersionRead(db: Db, said: number): Promise<number> {
  return Math.min(said, (await loadRulesVersions(db)).version);
}
