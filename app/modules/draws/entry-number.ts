import { newCode, readCode } from "#app/platform/unguessable-code.ts";

const LENGTH = 8;

/**
 * Numbers by chance, each once: for entries, and for households, about which they say nothing.
 *
 * @param random for tests: makes one.
 */
export function newEntryNumbers(
  count: number,
  random: () => string = () => newCode().slice(0, LENGTH),
): string[] {
  const numbers = new Set<string>();
  while (numbers.size < count) numbers.add(random());
  return [...numbers];
}

/** An entry's number as it is shown: `7G3K-9QPA`. */
export const showEntryNumber = (entry: string): string => `${entry.slice(0, 4)}-${entry.slice(4)}`;

/** One as somebody types it; null for what cannot be one. */
export const readEntryNumber = (typed: string): string | null => readCode(typed, LENGTH);
