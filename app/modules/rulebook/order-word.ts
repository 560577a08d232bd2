import type { Payer } from "./payer.ts";
import type { WorkKind } from "./work-kind.ts";

/** What a club has said that words of its workshop's exports mean, by their spelling here. */
export type ClubWords = {
  payers: ReadonlyMap<string, Payer>;
  kinds: ReadonlyMap<string, WorkKind>;
};

export const noClubWords: ClubWords = { payers: new Map(), kinds: new Map() };

/** Of the longest word that is kept, in characters. */
export const LONGEST_WORD = 200;

/** A word of an export in one spelling: lower case, ordinary width, without blanks, dashes and full stops. */
export function wordKey(cell: string): string {
  return cell
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Cf}\p{Cc}\p{Pd}_.'"=]/gu, "")
    .slice(0, LONGEST_WORD);
}

/**
 * Words by what they mean, separated by blanks, as a map from each in one spelling. Calls are marked as pure: a page
 * that names the meanings alone does not load the lists.
 */
export function wordsOf<Meaning extends string>(
  lists: Partial<Record<Meaning, string>>,
): ReadonlyMap<string, Meaning> {
  return new Map(
    Object.entries<string | undefined>(lists).flatMap(([meaning, list = ""]) =>
      list
        .split(/\s+/)
        .filter((word) => word !== "")
        .map((word): [string, Meaning] => [wordKey(word), meaning as Meaning]),
    ),
  );
}
