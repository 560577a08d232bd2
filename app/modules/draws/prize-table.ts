import type { InBoth } from "#app/platform/words/in-language.ts";
import { holderOf, keyOf, numberAt, ticketOf } from "./sequence.ts";

/** A prize of a table from which every turn wins something. */
export type TablePrize = {
  title: InBoth;
  /** Its tickets: 1 to 1,000. */
  weight: number;
  /** How many there are; null for as many as there are turns. */
  pieces: number | null;
  /** A gift of the catalogue, of which there are so many; null: the club has it by other means. */
  variantId: number | null;
};

/** A table always wins where one of its prizes does not run out. */
export const alwaysWins = (prizes: readonly Pick<TablePrize, "pieces">[]): boolean =>
  prizes.some(({ pieces }) => pieces === null);

/** The table as text, whose SHA-256 is published before its first turn: a line for each prize. */
export function writePrizePaper(
  title: InBoth,
  prizes: readonly Omit<TablePrize, "variantId">[],
  commitment: string,
) {
  const inLine = ({ en, zh }: InBoth) => `${en} / ${zh}`.replace(/\s+/g, " ");
  const lines = prizes.map(
    (prize) => `prize: ${prize.weight} ${prize.pieces ?? "endless"} ${inLine(prize.title)}`,
  );
  return [
    "format: marque-prizes-1",
    `title: ${inLine(title)}`,
    `commitment: ${commitment}`,
    ...lines,
    "",
  ].join("\n");
}

/**
 * What a turn wins. As in any other draw a number points at a ticket, with the turn's own number in the place of the
 * public value; tickets are those of the prizes that are left.
 *
 * @param left of each prize, in the table's order: how many there still are, null for no end.
 * @param turn counted from 1, over the whole table.
 * @throws Error where nothing is left, which a table that always wins does not come to.
 */
export function prizeOfTurn<Prize extends { weight: number; left: number | null }>(
  prizes: readonly Prize[],
  { seed, fingerprint, turn }: { seed: string; fingerprint: string; turn: number },
): Prize {
  const there = prizes.filter(({ left }) => left === null || left > 0);
  const tickets = there.reduce((sum, { weight }) => sum + weight, 0);
  if (tickets === 0) throw new Error("No prize is left.");
  const key = keyOf(seed, String(turn), fingerprint);
  for (let attempt = 1; ; attempt++) {
    const ticket = ticketOf(numberAt(key, attempt), tickets);
    if (ticket !== null) return holderOf(there, ticket);
  }
}
