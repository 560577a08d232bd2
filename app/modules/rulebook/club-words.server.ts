import type { Db } from "#app/platform/db.server.ts";
import type { ClubWords } from "./order-word.ts";
import type { Payer } from "./payer.ts";
import type { WorkKind } from "./work-kind.ts";

/** Of which column of an export a word is: 付款方式 or 维修类型. */
export const WORD_KINDS = ["payment", "work"] as const;
export type WordKind = (typeof WORD_KINDS)[number];

export type ClubWord = {
  kind: WordKind;
  /** In one spelling, see `wordKey`. */
  word: string;
  /** A payer or a kind of work; null where the club does not want to be asked again. */
  meaning: Payer | WorkKind | null;
};

/** What the club has said that words of its workshop's exports mean. */
export async function loadClubWords(db: Db): Promise<ClubWords> {
  const said = await db.orderWord.findMany({ where: { meaning: { not: null } } });
  const of = <Meaning>(kind: WordKind) =>
    new Map(
      said.flatMap((each) => (each.kind === kind ? [[each.word, each.meaning as Meaning]] : [])),
    );
  return { payers: of<Payer>("payment"), kinds: of<WorkKind>("work") };
}

/**
 * Keeps what a word means.
 *
 * @returns false where somebody has said it before.
 */
export async function keepClubWord(db: Db, word: ClubWord, saidBy: number): Promise<boolean> {
  const { count } = await db.orderWord.createMany({
    data: [{ ...word, saidBy }],
    skipDuplicates: true,
  });
  return count === 1;
}
