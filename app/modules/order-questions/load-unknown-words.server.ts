import { loadClubWords, type WordKind } from "#app/modules/rulebook/club-words.server.ts";
import { unknownPayment } from "#app/modules/rulebook/payer.ts";
import type { Db } from "#app/platform/db.server.ts";

/** A word of the workshop's files that nobody has explained. */
export type UnknownWord = {
  kind: WordKind;
  word: string;
  /** Payments: orders that earn nothing for it. Kinds of work: rows that were rejected for it. */
  count: number;
};

type Counted = { word: string; count: number };

/** Loads the words that nobody knows, those first for which most waits. */
export async function loadUnknownWords(db: Db): Promise<UnknownWord[]> {
  const [club, said, payments, works] = await Promise.all([
    loadClubWords(db),
    db.orderWord.findMany({ where: { meaning: null } }),
    db.$queryRaw<Counted[]>`
      select payment_word as word, count(*)::int as count from service_order
      where payment_word is not null and state = 'settled' group by payment_word`,
    db.$queryRaw<Counted[]>`
      select word, count(*)::int as count from import_row_unread group by word`,
  ]);
  const asked = new Map<string, UnknownWord>();
  const ask = (kind: WordKind, word: string, count: number) => {
    if (said.some((each) => each.kind === kind && each.word === word)) return;
    const key = `${kind} ${word}`;
    asked.set(key, { kind, word, count: count + (asked.get(key)?.count ?? 0) });
  };
  for (const { word, count } of payments) ask("payment", unknownPayment(word, club), count);
  for (const { word, count } of works) ask("work", word, count);
  return [...asked.values()].sort((a, b) => b.count - a.count);
}
