import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { PaperEntry } from "./paper.ts";

/** SHA-256 of a text in UTF-8, as 64 hexadecimal digits in lower case. */
export const fingerprintOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/** What all numbers of a draw come from: the seed, the public value and the paper's fingerprint, none without the others. */
export const keyOf = (seed: string, value: string, fingerprint: string): string =>
  fingerprintOf(`${seed}\n${value}\n${fingerprint}`);

/** How many numbers there are: what twelve hexadecimal digits can say. */
export const NUMBERS = 2 ** 48;

/** The draw's number of a turn, counted from 1: 0 to {@link NUMBERS} − 1. */
export const numberAt = (key: string, turn: number): number =>
  Number.parseInt(fingerprintOf(`${key}\n${turn}`).slice(0, 12), 16);

/**
 * Where among so many tickets a number points.
 *
 * @returns null for one of the last few numbers, which would give the first tickets one chance more than the others.
 */
export function ticketOf(number: number, tickets: number): number | null {
  return number < NUMBERS - (NUMBERS % tickets) ? number % tickets : null;
}

/**
 * The order in which entries are drawn, as far as it is asked for: its first ones win, and who comes next takes a prize
 * that somebody before them does not have. Whoever is drawn takes all of their household off the list. Turns go on
 * from one entry to the next, and a turn whose number points nowhere is passed over.
 *
 * @param entries in the paper's order.
 * @param most how many are wanted; there are fewer where the list ends before.
 */
export function drawInOrder(
  entries: readonly PaperEntry[],
  key: string,
  most: number,
): PaperEntry[] {
  const drawn: PaperEntry[] = [];
  let left = [...entries];
  for (let turn = 1; drawn.length < most && left.length > 0; turn++) {
    const tickets = left.reduce((sum, { weight }) => sum + weight, 0);
    const ticket = ticketOf(numberAt(key, turn), tickets);
    if (ticket === null) continue;
    const next = holderOf(left, ticket);
    drawn.push(next);
    left = left.filter(({ household }) => household !== next.household);
  }
  return drawn;
}

/** Whose ticket it is, where everybody has as many as they weigh, one after the other. */
export function holderOf<Holder extends { weight: number }>(
  holders: readonly Holder[],
  ticket: number,
): Holder {
  let before = 0;
  for (const holder of holders) {
    before += holder.weight;
    if (ticket < before) return holder;
  }
  throw new Error(`There is no ticket ${ticket} among ${before}.`);
}
